-- The coverage board counts what was handed in online and at windows; the index alone answers it.
CREATE INDEX case_handed_in ON casework.case_file (submitted_at, department, channel);
