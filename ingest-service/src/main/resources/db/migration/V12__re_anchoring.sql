-- Citations follow revised transcriptions (docs/adr/0012-re-anchoring.md). Both tables are written by the very
-- statement that stores the events, so that a crash leaves both or neither.

-- Which facts ever cited a source.
CREATE TABLE citing_fact (
  source_id  varchar(128) NOT NULL,
  fact_id    varchar(128) NOT NULL,
  PRIMARY KEY (source_id, fact_id)
);

-- The revisions of transcriptions that citations have still to follow. A row goes when that is done.
CREATE TABLE revision_to_follow (
  position          bigint       PRIMARY KEY,
  event_identifier  varchar(36)  NOT NULL,
  -- The facts up to this one, in the order of their identifiers, are done; null before the first.
  done_through      varchar(128),
  -- From 1. The last one finds the facts that were being recorded while the revision was.
  sweep             integer      NOT NULL DEFAULT 1,
  -- Not before this; who works on it puts it off, and who comes after a crash waits until then.
  due               timestamptz  NOT NULL DEFAULT now()
);

CREATE FUNCTION note_citations_and_revisions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO citing_fact (source_id, fact_id)
    SELECT DISTINCT citation ->> 'source', payload::json ->> 'id'
    FROM inserted, json_array_elements(payload::json -> 'statement' -> 'citations') AS citation
    WHERE payload_type LIKE 'archive.fact.%'
    ON CONFLICT DO NOTHING;
  INSERT INTO revision_to_follow (position, event_identifier)
    SELECT global_index, event_identifier FROM inserted
    WHERE payload_type = 'archive.source.transcription-revised.v1';
  RETURN NULL;
END $$;
CREATE TRIGGER events_are_noted AFTER INSERT ON domain_event_entry
  REFERENCING NEW TABLE AS inserted
  FOR EACH STATEMENT EXECUTE FUNCTION note_citations_and_revisions();

-- What was stored before.
INSERT INTO citing_fact (source_id, fact_id)
  SELECT DISTINCT citation ->> 'source', payload::json ->> 'id'
  FROM domain_event_entry, json_array_elements(payload::json -> 'statement' -> 'citations') AS citation
  WHERE payload_type LIKE 'archive.fact.%';
INSERT INTO revision_to_follow (position, event_identifier)
  SELECT global_index, event_identifier FROM domain_event_entry
  WHERE payload_type = 'archive.source.transcription-revised.v1';
