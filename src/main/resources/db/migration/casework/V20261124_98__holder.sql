-- Who has taken a case for its present step (领取); nobody: it lies in the pool of the department.
ALTER TABLE casework.case_file
  ADD COLUMN holder      text,                       -- login of the post
  ADD COLUMN holder_name text NOT NULL DEFAULT '',
  ADD CONSTRAINT case_held_while_open CHECK (holder IS NULL OR closed_on IS NULL);
CREATE INDEX case_held ON casework.case_file (holder, due_on, id) WHERE holder IS NOT NULL;
