-- Searching the work queue: by the beginning of a number, by its last twelve (day and serial), by the applicant's full name.
CREATE INDEX case_number_prefix ON casework.case_file (number text_pattern_ops);
CREATE INDEX case_number_tail ON casework.case_file (right(number, 12));
CREATE INDEX case_applicant_name ON casework.case_file (applicant_name, submitted_at DESC);
CREATE INDEX case_extension_asked ON casework.case_file (department, due_on) WHERE extension_asked;
