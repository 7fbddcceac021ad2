-- Levels of the review (审查层级), opinions of other departments (征求意见) and internal notes (内部备注).
CREATE TABLE casework.review_step (
  id         uuid        PRIMARY KEY,
  case_id    uuid        NOT NULL REFERENCES casework.case_file,
  round      int         NOT NULL,            -- 1, and one more with each return by the decider
  level      text        NOT NULL,            -- id of the level in the item's version
  name       text        NOT NULL,
  department text        NOT NULL,            -- whose level it is
  position   int         NOT NULL,            -- levels of one position run side by side
  opened_at  timestamptz,                     -- null: not its turn yet
  done_at    timestamptz,
  done_by    uuid,
  done_name  text        NOT NULL DEFAULT '',
  agrees     boolean,
  text       text        NOT NULL DEFAULT '' CHECK (length(text) <= 2000),
  carried    boolean     NOT NULL DEFAULT false, -- given in an earlier round and still standing
  UNIQUE (case_id, round, level),
  CHECK (done_at IS NULL OR (opened_at IS NOT NULL AND done_by IS NOT NULL AND agrees IS NOT NULL))
);
-- nobody gives two opinions on one case in one round, whatever the code says
CREATE UNIQUE INDEX review_step_one_opinion ON casework.review_step (case_id, round, done_by)
  WHERE done_by IS NOT NULL;

-- What a reviewer asked another department, and what it said.
CREATE TABLE casework.consult (
  id          uuid        PRIMARY KEY,
  case_id     uuid        NOT NULL REFERENCES casework.case_file,
  department  text        NOT NULL,           -- that is asked
  question    text        NOT NULL CHECK (length(question) BETWEEN 5 AND 1000),
  shared      boolean     NOT NULL,           -- the others who take part in the case may read it too
  days        int         NOT NULL CHECK (days BETWEEN 1 AND 20),
  due_on      date,                           -- null when the calendar did not reach so far
  asked_by    uuid        NOT NULL,
  asked_name  text        NOT NULL,
  asked_at    timestamptz NOT NULL,
  closed_as   text        CHECK (closed_as IN ('AGREE', 'DISAGREE', 'NO_OPINION', 'DECLINED', 'RECALLED', 'BROKEN_OFF')),
  closed_text text        NOT NULL DEFAULT '' CHECK (length(closed_text) <= 2000),
  closed_by   uuid,
  closed_name text        NOT NULL DEFAULT '',
  closed_at   timestamptz,
  CHECK ((closed_as IS NULL) = (closed_at IS NULL))
);
CREATE UNIQUE INDEX consult_one_open ON casework.consult (case_id, department) WHERE closed_at IS NULL;
CREATE INDEX consult_of_case ON casework.consult (case_id, asked_at);
CREATE INDEX consult_of_department ON casework.consult (department, closed_at DESC, id);
CREATE INDEX consult_due ON casework.consult (due_on) WHERE closed_at IS NULL;

-- Notes among colleagues; the applicant never sees them.
CREATE TABLE casework.note (
  id        uuid        PRIMARY KEY,
  case_id   uuid        NOT NULL REFERENCES casework.case_file,
  text      text        NOT NULL CHECK (length(text) BETWEEN 2 AND 1000),
  noted_by  uuid        NOT NULL,
  noted_name text       NOT NULL,
  noted_at  timestamptz NOT NULL
);
COMMENT ON TABLE casework.note IS 'append-only: said once, never edited';
CREATE INDEX note_of_case ON casework.note (case_id, noted_at);

-- What lists, scope and guards need of all this.
ALTER TABLE casework.case_file
  ADD COLUMN levelled       boolean NOT NULL DEFAULT false,
  ADD COLUMN review_round   int     NOT NULL DEFAULT 0,     -- 0: the review has not begun
  ADD COLUMN levels_open    text[]  NOT NULL DEFAULT '{}',  -- departments whose level is open
  ADD COLUMN readers        text[]  NOT NULL DEFAULT '{}',  -- other departments whose level was opened
  ADD COLUMN consulted      text[]  NOT NULL DEFAULT '{}',  -- departments that are asked now
  ADD COLUMN guests         text[]  GENERATED ALWAYS AS (readers || consulted) STORED,
  ADD COLUMN consult_due_on date,                           -- the earliest of the open questions
  ADD COLUMN opinion_by     uuid[]  NOT NULL DEFAULT '{}';  -- who gave an opinion in this round
UPDATE casework.case_file SET opinion_by = ARRAY[reviewer] WHERE reviewer IS NOT NULL;
ALTER TABLE casework.case_file
  ADD CONSTRAINT case_decider_gave_no_opinion
    CHECK (decider IS NULL OR NOT decider = ANY (opinion_by)),
  ADD CONSTRAINT case_levels_open_in_review CHECK (levels_open = '{}' OR state = 'IN_REVIEW'),
  ADD CONSTRAINT case_asked_in_review CHECK (consulted = '{}' OR state = 'IN_REVIEW');
CREATE INDEX case_guests ON casework.case_file USING gin (guests) WHERE closed_on IS NULL AND guests <> '{}';
CREATE INDEX case_consult_due ON casework.case_file (consult_due_on, id) WHERE consult_due_on IS NOT NULL;
