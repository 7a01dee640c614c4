-- The event store. Column names are those Axon's JDBC engine is told in EventStoreConfiguration.
-- payload and meta_data are text that holds JSON: the engine reads and writes strings.
CREATE TABLE domain_event_entry (
  global_index          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  event_identifier      varchar(36)  NOT NULL UNIQUE,
  aggregate_identifier  varchar(255) NOT NULL,
  sequence_number       bigint       NOT NULL,
  type                  varchar(255),
  time_stamp            varchar(32)  NOT NULL,
  payload_type          varchar(255) NOT NULL,
  payload_revision      varchar(255),
  payload               text         NOT NULL,
  meta_data             text         NOT NULL,
  UNIQUE (aggregate_identifier, sequence_number)
);

-- Nothing is ever overwritten or deleted (model, rule 1), not even by a slip of the hand.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'events are never changed or deleted: record a further event that corrects this one';
END $$;
CREATE TRIGGER events_are_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON domain_event_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE snapshot_event_entry (
  aggregate_identifier  varchar(255) NOT NULL,
  sequence_number       bigint       NOT NULL,
  type                  varchar(255),
  event_identifier      varchar(36)  NOT NULL UNIQUE,
  time_stamp            varchar(32)  NOT NULL,
  payload_type          varchar(255) NOT NULL,
  payload_revision      varchar(255),
  payload               text         NOT NULL,
  meta_data             text,
  PRIMARY KEY (aggregate_identifier, sequence_number)
);

-- How far the publisher has got.
CREATE TABLE token_entry (
  processor_name  varchar(255) NOT NULL,
  segment         integer      NOT NULL,
  owner           varchar(255),
  timestamp       varchar(32)  NOT NULL,
  token           bytea,
  token_type      varchar(255),
  PRIMARY KEY (processor_name, segment)
);

-- What was answered to a request that carried an Idempotency-Key (model, rule 3).
CREATE TABLE idempotency_key (
  actor_id        varchar(128) NOT NULL,
  idempotency_key varchar(255) NOT NULL,
  request_sha256  char(64)     NOT NULL,
  receipt         varchar(400) NOT NULL,
  answered_at     timestamptz  NOT NULL DEFAULT now(),
  PRIMARY KEY (actor_id, idempotency_key)
);

-- Which facts ever said this: the subject, the property and the value as stored. Finds the fact a further source
-- speaks of (StatementKey computes the same digest in Java).
CREATE FUNCTION statement_key(payload text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN md5(
    (payload::json -> 'statement' ->> 'subject') || chr(10) ||
    (payload::json -> 'statement' ->> 'property') || chr(10) ||
    (payload::json -> 'statement' -> 'value')::text);
CREATE INDEX fact_events_by_statement ON domain_event_entry (statement_key(payload))
  WHERE payload_type LIKE 'archive.fact.%';
