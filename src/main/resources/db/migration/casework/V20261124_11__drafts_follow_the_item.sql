-- What a revision of the item has changed in a draft, until its owner has seen it; encrypted, for it may hold
-- answers that no longer fit.
ALTER TABLE casework.draft ADD COLUMN revision bytea;
CREATE INDEX draft_open_of_item ON casework.draft (task_code) WHERE submitted_at IS NULL AND case_id IS NULL;
CREATE INDEX case_open_of_item ON casework.case_file (task_code) WHERE closed_on IS NULL;
