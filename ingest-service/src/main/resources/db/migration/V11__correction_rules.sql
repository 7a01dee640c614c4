-- The rules by collection are asked for in every transaction that changes a fact: they are counted here.
CREATE INDEX correction_rules ON domain_event_entry (aggregate_identifier, sequence_number)
  WHERE payload_type = 'archive.source.correction-rule-set.v1';
