-- 特别程序 (行政许可法第四十五条): what runs now, for lists and guards; what happened is in the journal.
ALTER TABLE casework.case_file
  ADD COLUMN special_running text[]  NOT NULL DEFAULT '{}',  -- names of those that run
  ADD COLUMN special_due_on  date,                           -- the earliest planned end among them
  ADD COLUMN stopped         boolean NOT NULL DEFAULT false, -- one of them stops the decision clock
  ADD CONSTRAINT case_nothing_runs_when_decided
    CHECK (special_running = '{}' OR state = 'IN_REVIEW'),
  ADD CONSTRAINT case_stopped_by_something CHECK (NOT stopped OR special_running <> '{}');
CREATE INDEX case_special_due ON casework.case_file (special_due_on, id)
  WHERE special_due_on IS NOT NULL;
