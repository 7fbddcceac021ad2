-- 容缺后补: papers that follow after acceptance on a written promise. What happened is in the journal;
-- these rows say what is still outstanding, for guards, jobs and lists.

-- Chosen while the application is filled in.
CREATE TABLE casework.draft_deferral (
  draft_id  uuid        NOT NULL REFERENCES casework.draft ON DELETE CASCADE,
  paper     text        NOT NULL,
  chosen_at timestamptz NOT NULL,
  PRIMARY KEY (draft_id, paper)
);

-- One promise a case; one open promise an applicant.
CREATE TABLE casework.promise (
  case_id         uuid        PRIMARY KEY REFERENCES casework.case_file,
  applicant_index bytea       NOT NULL,
  content         bytea       NOT NULL,          -- encrypted: the text as it was shown and ticked
  promised_at     timestamptz NOT NULL,
  promised_by     uuid        NOT NULL,          -- the applicant's account, at the window the clerk's
  state           text        NOT NULL CHECK (state IN ('OPEN', 'KEPT', 'BROKEN', 'RELEASED')),
  settled_on      date,
  CHECK ((state = 'OPEN') = (settled_on IS NULL))
);
CREATE UNIQUE INDEX promise_one_open ON casework.promise (applicant_index) WHERE state = 'OPEN';
CREATE INDEX promise_broken ON casework.promise (applicant_index, settled_on) WHERE state = 'BROKEN';

CREATE TABLE casework.deferral (
  case_id  uuid   NOT NULL REFERENCES casework.promise,
  paper    text   NOT NULL,
  name     text   NOT NULL,
  days     int    NOT NULL CHECK (days BETWEEN 1 AND 60),
  way      text   NOT NULL,
  missed   text   NOT NULL CHECK (missed IN ('STOP', 'WITHDRAW')),
  before   text   NOT NULL CHECK (before IN ('DECISION', 'DELIVERY')),
  stage    text   NOT NULL CHECK (stage IN
             ('PROMISED', 'DUE', 'HANDED_IN', 'RETURNED', 'MADE_GOOD', 'MISSED', 'RELEASED')),
  begun_on date,
  due_on   date,
  tries    int    NOT NULL DEFAULT 0 CHECK (tries <= 2),
  wrong    text[] NOT NULL DEFAULT '{}',
  reminded int    CHECK (reminded IN (3, 1)),    -- the last reminder that went out, by days before the last day
  PRIMARY KEY (case_id, paper),
  CHECK (stage IN ('PROMISED', 'RELEASED') OR due_on IS NOT NULL)
);
CREATE INDEX deferral_awaited ON casework.deferral (due_on, case_id) WHERE stage IN ('DUE', 'RETURNED');

ALTER TABLE casework.case_file
  ADD COLUMN deferred          text    CHECK (deferred IN ('PROMISED', 'OPEN', 'MISSED', 'DONE')),
  ADD COLUMN deferred_papers   text[]  NOT NULL DEFAULT '{}',  -- names of those outstanding
  ADD COLUMN deferred_due_on   date,                           -- the earliest last day among those awaited
  ADD COLUMN deferred_to_check int     NOT NULL DEFAULT 0,     -- handed in, not checked yet
  ADD COLUMN deferred_holds    boolean NOT NULL DEFAULT false, -- 准予 waits for one of them
  ADD CONSTRAINT case_not_approved_before_its_papers
    CHECK (NOT (deferred_holds AND state IN ('APPROVED', 'DELIVERED'))),
  ADD CONSTRAINT case_not_delivered_before_its_papers
    CHECK (NOT (deferred_papers <> '{}' AND state = 'DELIVERED'));
CREATE INDEX case_deferred ON casework.case_file (department, deferred_due_on, id)
  WHERE deferred_papers <> '{}' AND closed_on IS NULL;
