-- Batches: imports, mass corrections and undoings. What was asked for, and how it stood when last written down.
CREATE TABLE batch (
  id        varchar(36) PRIMARY KEY,
  kind      varchar(16) NOT NULL,
  state     varchar(16) NOT NULL,
  dry_run   boolean     NOT NULL,
  undo_of   varchar(36) REFERENCES batch,
  submitted timestamptz NOT NULL,
  ordered   text        NOT NULL,
  report    text        NOT NULL
);
CREATE INDEX batches_by_age ON batch (submitted DESC, id DESC);
-- Asked for twice, a batch is undone once.
CREATE UNIQUE INDEX one_undoing_of_a_batch ON batch (undo_of) WHERE NOT dry_run;

-- What became of each row, written in the transaction of its events: so it is known exactly which rows are done,
-- and the primary key keeps any row from being done twice. about and the versions stand beside the row as JSON
-- for those rows that changed something.
CREATE TABLE batch_row (
  batch_id       varchar(36)  NOT NULL REFERENCES batch ON DELETE CASCADE,
  number         bigint       NOT NULL,
  result         varchar(16)  NOT NULL,
  about          varchar(255),
  version_before bigint,
  version        bigint,
  row            text         NOT NULL,
  PRIMARY KEY (batch_id, number)
);
-- Finds what a batch did to one fact, and whether a row was the last to change it.
CREATE INDEX batch_rows_by_what_they_changed ON batch_row (batch_id, about, number) WHERE version IS NOT NULL;
CREATE INDEX batch_rows_by_result ON batch_row (batch_id, result, number);
