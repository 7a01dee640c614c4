-- Citations follow archive.source.transcription-revised.v2 as they followed its v1, which had a reason without a type.
CREATE OR REPLACE FUNCTION note_citations_and_revisions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO citing_fact (source_id, fact_id)
    SELECT DISTINCT citation ->> 'source', payload::json ->> 'id'
    FROM inserted, json_array_elements(payload::json -> 'statement' -> 'citations') AS citation
    WHERE payload_type LIKE 'archive.fact.%'
    ON CONFLICT DO NOTHING;
  INSERT INTO revision_to_follow (position, event_identifier)
    SELECT global_index, event_identifier FROM inserted
    WHERE payload_type LIKE 'archive.source.transcription-revised.v%';
  RETURN NULL;
END $$;
