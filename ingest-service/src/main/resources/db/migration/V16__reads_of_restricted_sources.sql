-- Who read a restricted source (docs/adr/0018-reads-of-restricted-sources.md). No event: a read changes nothing of the
-- archive. A row is committed before the words are given.
CREATE TABLE source_read (
  number        bigint       GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  record_time   timestamptz  NOT NULL DEFAULT date_trunc('milliseconds', clock_timestamp()),
  -- As the reader said; null where the reader did not say.
  actor_id      varchar(128),
  actor_name    text,
  actor_role    varchar(128),
  on_behalf_of  varchar(128),
  source_id     varchar(128) NOT NULL,
  version       bigint       NOT NULL,
  method        varchar(16)  NOT NULL,
  address       text         NOT NULL
);
CREATE INDEX reads_by_source ON source_read (source_id, number);
CREATE INDEX reads_by_actor ON source_read (actor_id, number);
CREATE INDEX reads_by_time ON source_read (record_time);

CREATE FUNCTION refuse_change_of_reads() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'reads are only ever added: they are never changed or deleted';
END $$;
CREATE TRIGGER reads_are_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON source_read
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_reads();

-- Whoever reads entries of the log reads these too. With no restricted source the index is empty, and looking costs
-- nothing. SourceReads asks in the very words of its condition.
CREATE INDEX events_of_restricted_sources ON domain_event_entry (global_index)
  WHERE payload_type LIKE 'archive.source.%' AND payload::json #>> '{description,access}' = 'restricted';
