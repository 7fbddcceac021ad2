-- What an applicant (or a clerk for him) is filling in: survives everything until it is submitted.
CREATE TABLE casework.draft (
  id              uuid        PRIMARY KEY,
  account         uuid,                          -- whose draft it is; null when a clerk fills it in at the window
  clerk           uuid,                          -- account of the clerk, for window intake
  case_id         uuid,                          -- set when it corrects a case
  item_version    uuid        NOT NULL,
  task_code       text        NOT NULL,

  content         bytea       NOT NULL,          -- encrypted JSON: values and their origins
  created_at      timestamptz NOT NULL,
  saved_at        timestamptz NOT NULL,
  submitted_at    timestamptz,
  version         int         NOT NULL DEFAULT 0,
  CHECK (account IS NOT NULL OR clerk IS NOT NULL)
);
CREATE INDEX draft_of_account ON casework.draft (account, saved_at DESC) WHERE submitted_at IS NULL;
CREATE INDEX draft_of_clerk ON casework.draft (clerk, saved_at DESC) WHERE submitted_at IS NULL AND clerk IS NOT NULL;
CREATE UNIQUE INDEX draft_one_open_correction ON casework.draft (case_id) WHERE case_id IS NOT NULL AND submitted_at IS NULL;

CREATE TABLE casework.case_file (
  id               uuid        PRIMARY KEY,
  number           text        NOT NULL UNIQUE CHECK (length(number) BETWEEN 43 AND 50),
  draft_id         uuid        NOT NULL UNIQUE,  -- one draft, one case: the idempotency key of the submission
  item_version     uuid        NOT NULL,
  task_code        text        NOT NULL,
  item_name        text        NOT NULL,
  item_kind        text        NOT NULL,
  department       text        NOT NULL,
  division         text        NOT NULL,
  channel          text        NOT NULL CHECK (channel IN ('ONLINE', 'WINDOW')),
  intake_by        uuid,
  applicant_kind   text        NOT NULL CHECK (applicant_kind IN ('person', 'legal')),
  applicant_name   text        NOT NULL,
  applicant_code   bytea       NOT NULL,
  applicant_index  bytea       NOT NULL,
  applicant_phone  bytea       NOT NULL,
  applicant_account uuid,
  state            text        NOT NULL,
  outcome          text        CHECK (outcome IN ('APPROVED', 'REFUSED')),
  round            int         NOT NULL DEFAULT 1,
  legal_days       int         NOT NULL,
  promised_days    int         NOT NULL,
  extension_days   int         NOT NULL DEFAULT 0,
  extension_asked  boolean     NOT NULL DEFAULT false,
  question_open    boolean     NOT NULL DEFAULT false,
  submitted_at     timestamptz NOT NULL,
  accepted_on      date,
  decided_on       date,
  closed_on        date,
  due_on           date,
  due_kind         text,
  legal_due_on     date,
  acceptor         uuid,
  reviewer         uuid,
  decider          uuid,
  changed_at       timestamptz NOT NULL,
  version          int         NOT NULL DEFAULT 0,
  CHECK (decider IS NULL OR reviewer IS NULL OR decider <> reviewer),   -- four eyes, whatever the code says
  CHECK (state NOT IN ('APPROVED', 'REFUSED') OR decided_on IS NOT NULL)
);
CREATE INDEX case_open_of_department ON casework.case_file (department, state, due_on, id)
  WHERE closed_on IS NULL;
CREATE INDEX case_open_due ON casework.case_file (due_on, id) WHERE closed_on IS NULL;
CREATE INDEX case_of_account ON casework.case_file (applicant_account, submitted_at DESC, id DESC);
CREATE INDEX case_of_applicant ON casework.case_file (applicant_index, submitted_at DESC);
CREATE INDEX case_closed ON casework.case_file (department, closed_on DESC, id) WHERE closed_on IS NOT NULL;
CREATE INDEX case_intake_by ON casework.case_file (intake_by, submitted_at DESC) WHERE intake_by IS NOT NULL;
CREATE INDEX case_awaiting_acceptance ON casework.case_file (due_on) WHERE state = 'SUBMITTED';

-- What was filed, round by round; a correction adds a round, the filed copy stays.
CREATE TABLE casework.submission (
  case_id      uuid        NOT NULL REFERENCES casework.case_file,
  round        int         NOT NULL,
  content      bytea       NOT NULL,
  submitted_at timestamptz NOT NULL,
  submitted_by uuid,
  PRIMARY KEY (case_id, round)
);

CREATE TABLE casework.attachment (
  id          uuid        PRIMARY KEY,
  draft_id    uuid        NOT NULL REFERENCES casework.draft,
  case_id     uuid        REFERENCES casework.case_file,
  paper       text        NOT NULL,
  file        text        NOT NULL,
  name        text        NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  media_type  text        NOT NULL,
  size        bigint      NOT NULL,
  round       int         NOT NULL DEFAULT 1,
  replaced    boolean     NOT NULL DEFAULT false,
  uploaded_at timestamptz NOT NULL,
  uploaded_by uuid        NOT NULL
);
CREATE UNIQUE INDEX attachment_once ON casework.attachment (draft_id, paper, file) WHERE NOT replaced;
CREATE INDEX attachment_of_case ON casework.attachment (case_id) WHERE case_id IS NOT NULL;

-- One-time correction notice: every wrong field and paper with its reason.
CREATE TABLE casework.mark (
  case_id uuid NOT NULL REFERENCES casework.case_file,
  round   int  NOT NULL,
  target  text NOT NULL CHECK (target IN ('field', 'paper')),
  path    text NOT NULL,
  label   text NOT NULL,
  reason  text NOT NULL CHECK (length(reason) BETWEEN 2 AND 500),
  PRIMARY KEY (case_id, round, target, path)
);

-- Statutory papers that went out; content is what was said, for ever.
CREATE TABLE casework.document (
  id        uuid        PRIMARY KEY,
  case_id   uuid        NOT NULL REFERENCES casework.case_file,
  kind      text        NOT NULL,
  number    text        NOT NULL UNIQUE,
  content   bytea       NOT NULL,
  issued_at timestamptz NOT NULL,
  issued_by uuid
);
COMMENT ON TABLE casework.document IS 'append-only: papers that went out';
CREATE INDEX document_of_case ON casework.document (case_id, issued_at);

CREATE TABLE casework.question (
  id          uuid        PRIMARY KEY,
  case_id     uuid        NOT NULL REFERENCES casework.case_file,
  text        text        NOT NULL CHECK (length(text) BETWEEN 2 AND 1000),
  asked_by    uuid        NOT NULL,
  asked_at    timestamptz NOT NULL,
  answer      text        CHECK (length(answer) <= 2000),
  answered_at timestamptz
);
CREATE UNIQUE INDEX question_one_open ON casework.question (case_id) WHERE answered_at IS NULL;
CREATE INDEX question_of_case ON casework.question (case_id, asked_at);

-- Serial numbers: cases by item and day, papers by body, kind and year (without gaps: the row is locked until commit).
CREATE TABLE casework.series (
  name text   PRIMARY KEY,
  last bigint NOT NULL
);

-- What has been done under which key: the same form sent twice is done once.
CREATE TABLE casework.performed (
  actor     uuid        NOT NULL,
  key       uuid        NOT NULL,
  body_hash bytea       NOT NULL,
  case_id   uuid        NOT NULL,
  at        timestamptz NOT NULL,
  PRIMARY KEY (actor, key)
);
