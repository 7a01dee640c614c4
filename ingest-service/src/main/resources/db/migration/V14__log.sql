-- The log (docs/adr/0013-the-log.md): every committed event is one entry of a Merkle tree that only grows.

-- Events that are committed and not yet in the log. A row is written by the very statement that stores the event, so
-- that none is ever missed, whatever the order in which transactions commit; it goes when the entry is written.
CREATE TABLE event_to_log (
  position  bigint PRIMARY KEY
);

-- Which event each entry is. What the event says of itself stands here too, to name it should it be gone one day.
CREATE TABLE log_entry (
  index                 bigint       PRIMARY KEY,
  position              bigint       NOT NULL UNIQUE,
  event_identifier      varchar(36)  NOT NULL UNIQUE,
  aggregate_identifier  varchar(255) NOT NULL,
  sequence_number       bigint       NOT NULL
);

-- The tree, in tiles of up to 256 hashes (C2SP tlog-tiles). The last tile of each level grows; the others are done.
CREATE TABLE log_tile (
  level   smallint NOT NULL,
  number  bigint   NOT NULL,
  hashes  bytea    NOT NULL,
  PRIMARY KEY (level, number)
);

-- How many entries there are. Who has locked its row is the one who lets the log grow, or signs it.
CREATE TABLE log_head (
  size  bigint NOT NULL
);
INSERT INTO log_head (size) VALUES (0);

-- What was signed (C2SP tlog-checkpoint).
CREATE TABLE log_checkpoint (
  size    bigint      PRIMARY KEY,
  note    text        NOT NULL,
  signed  timestamptz NOT NULL DEFAULT now()
);

-- The public half of every key that ever signed, and the checkpoints between which it did.
CREATE TABLE log_key (
  verifier    text   PRIMARY KEY,
  first_size  bigint NOT NULL,
  last_size   bigint NOT NULL
);

CREATE FUNCTION refuse_change_of_log() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the log only grows: its entries and checkpoints are never changed or deleted';
END $$;
CREATE TRIGGER entries_are_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON log_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_log();
CREATE TRIGGER checkpoints_are_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON log_checkpoint
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_log();

CREATE FUNCTION note_events_to_log() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO event_to_log (position) SELECT global_index FROM inserted;
  RETURN NULL;
END $$;
CREATE TRIGGER events_are_logged AFTER INSERT ON domain_event_entry
  REFERENCING NEW TABLE AS inserted
  FOR EACH STATEMENT EXECUTE FUNCTION note_events_to_log();

-- What was stored before there was a log.
INSERT INTO event_to_log (position) SELECT global_index FROM domain_event_entry;

-- A fact's evidence has the corrections that were proposed to it.
CREATE INDEX corrections_by_fact ON domain_event_entry ((payload::json #>> '{proposal,fact}'))
  WHERE payload_type = 'archive.correction.proposed.v1';
