-- One upload of items on its way into the catalogue: checked first, sent by an editor, applied by an approver.
CREATE TABLE catalogue.import_run (
  id             uuid        PRIMARY KEY,
  state          text        NOT NULL CHECK (state IN ('CHECKING', 'CHECKED', 'SENT', 'APPLYING', 'APPLIED', 'RETURNED', 'CANCELLED')),
  account        uuid        NOT NULL,
  account_name   text        NOT NULL,
  department     text        NOT NULL,
  scope          text,
  file_name      text        NOT NULL,
  file_size      bigint      NOT NULL CHECK (file_size >= 0),
  file_hash      text        NOT NULL CHECK (file_hash ~ '^[0-9a-f]{64}$'),
  uploaded_at    timestamptz NOT NULL,
  checked_at     timestamptz,
  sent_at        timestamptz,
  ended_at       timestamptz,
  stage          text        NOT NULL DEFAULT '',
  done           int         NOT NULL DEFAULT 0,
  total          int         NOT NULL DEFAULT 0,
  beat_at        timestamptz NOT NULL,
  new_items      int         NOT NULL DEFAULT 0,
  adjusted       int         NOT NULL DEFAULT 0,
  unchanged      int         NOT NULL DEFAULT 0,
  faulty         int         NOT NULL DEFAULT 0,
  findings       int         NOT NULL DEFAULT 0,
  versions       int         NOT NULL DEFAULT 0,
  fingerprint    text,
  note           text        NOT NULL DEFAULT '',
  applier        uuid,
  applier_name   text,
  CONSTRAINT import_run_four_eyes CHECK (applier IS NULL OR applier <> account),
  CONSTRAINT import_run_applied_by CHECK ((state IN ('APPLYING', 'APPLIED')) <= (applier IS NOT NULL))
);
COMMENT ON COLUMN catalogue.import_run.scope IS 'Department whose items the uploader may import; null = all';
COMMENT ON COLUMN catalogue.import_run.beat_at IS 'Sign of life of the thread that works on it';
-- One at a time for each person, and one application at a time for the catalogue.
CREATE UNIQUE INDEX import_run_open ON catalogue.import_run (account) WHERE state IN ('CHECKING', 'CHECKED');
CREATE UNIQUE INDEX import_run_applying ON catalogue.import_run (state) WHERE state = 'APPLYING';
CREATE INDEX import_run_account ON catalogue.import_run (account, uploaded_at);
CREATE INDEX import_run_sent ON catalogue.import_run (sent_at) WHERE state IN ('SENT', 'APPLYING');

-- The uploaded file, in pieces that fit into memory.
CREATE TABLE catalogue.import_piece (
  run     uuid  NOT NULL REFERENCES catalogue.import_run ON DELETE CASCADE,
  number  int   NOT NULL,
  content bytea NOT NULL,
  PRIMARY KEY (run, number)
);
ALTER TABLE catalogue.import_piece ALTER COLUMN content SET STORAGE EXTERNAL;

-- What the import does with each item.
CREATE TABLE catalogue.import_line (
  run        uuid NOT NULL REFERENCES catalogue.import_run ON DELETE CASCADE,
  number     int  NOT NULL,
  item       text NOT NULL,
  name       text NOT NULL,
  department text NOT NULL,
  sheet      text NOT NULL,
  line       int  NOT NULL,
  outcome    text NOT NULL CHECK (outcome IN ('FAULTY', 'NEW', 'ADJUSTED', 'UNCHANGED')),
  changes    json NOT NULL,
  PRIMARY KEY (run, number)
);
CREATE INDEX import_line_outcome ON catalogue.import_line (run, outcome, number);

-- What must be mended before it can be imported.
CREATE TABLE catalogue.import_finding (
  run         uuid NOT NULL REFERENCES catalogue.import_run ON DELETE CASCADE,
  number      int  NOT NULL,
  sheet       text NOT NULL,
  line        int  NOT NULL,
  column_name text NOT NULL,
  item        text NOT NULL,
  message     text NOT NULL,
  PRIMARY KEY (run, number)
);
