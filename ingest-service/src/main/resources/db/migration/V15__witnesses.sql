-- Which witnesses saw which checkpoint, and when (docs/adr/0017-witnesses.md).
CREATE TABLE log_cosignature (
  size       bigint      NOT NULL REFERENCES log_checkpoint (size),
  -- The witness's public key (C2SP signed-note, vkey).
  witness    text        NOT NULL,
  -- What it signed, in base 64 (C2SP tlog-cosignature).
  signature  text        NOT NULL,
  -- When it says it saw the checkpoint.
  seen       timestamptz NOT NULL,
  PRIMARY KEY (size, witness)
);
CREATE INDEX cosignatures_by_witness ON log_cosignature (witness, size);

CREATE TRIGGER cosignatures_are_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON log_cosignature
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_log();
