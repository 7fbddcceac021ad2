-- 举报额外要求: somebody was asked for more than the guide says.
CREATE TABLE casework.extra_demand (
  id           uuid        PRIMARY KEY,
  number       text        NOT NULL UNIQUE CHECK (number ~ '^JB[0-9]{8}[2-9A-HJKMNP-Z]{8}$'),
  item_version uuid        NOT NULL,
  task_code    text        NOT NULL,
  item_name    text        NOT NULL,
  department   text        NOT NULL,
  division     text        NOT NULL,
  case_id      uuid        REFERENCES casework.case_file,
  case_number  text,                              -- as given
  account      uuid,                              -- of the reporter, when signed in
  told         bytea       NOT NULL,              -- encrypted: what, by whom, where, when, how to reach the reporter
  evidence     text,                              -- key in the file store
  evidence_name text,
  state        text        NOT NULL CHECK (state IN ('OPEN', 'ASKED', 'ANSWERED', 'FOUNDED', 'UNFOUNDED')),
  reported_at  timestamptz NOT NULL,
  due_on       date,                              -- last day for the department's answer
  asked        text,                              -- what the supervisor asks the department
  answer       text,
  finding      text,                              -- reasons, as the reporter reads them
  closed_at    timestamptz,
  version      int         NOT NULL DEFAULT 0,
  CHECK (state NOT IN ('FOUNDED', 'UNFOUNDED') OR finding IS NOT NULL)
);
CREATE INDEX extra_demand_in_state ON casework.extra_demand (state, reported_at DESC, id DESC);
CREATE INDEX extra_demand_of_department ON casework.extra_demand (department, reported_at DESC, id DESC);
CREATE INDEX extra_demand_evidence ON casework.extra_demand (evidence) WHERE evidence IS NOT NULL;
