-- The applicant and a clerk at the window may each have begun a correction; whoever files it first has filed it.
DROP INDEX casework.draft_one_open_correction;
CREATE UNIQUE INDEX draft_one_open_correction ON casework.draft (case_id, coalesce(account, clerk))
  WHERE case_id IS NOT NULL AND submitted_at IS NULL;

-- Figures of the front page: what was decided lately.
CREATE INDEX case_decided ON casework.case_file (decided_on, accepted_on) WHERE decided_on IS NOT NULL;
