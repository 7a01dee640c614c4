-- What a dry run showed can be carried out as it was sent. Asked for twice, it is carried out once.
ALTER TABLE batch ADD COLUMN previewed varchar(36) REFERENCES batch;
CREATE UNIQUE INDEX one_carrying_out_of_a_dry_run ON batch (previewed);
