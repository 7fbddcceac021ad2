-- What changed in the catalogue, for pages, feeds and other systems: the journal's acts about items and powers in the
-- journal's own order, taken in by a subscription. Made again from the journal at any time.
CREATE TABLE catalogue.change (
  tx           bigint      NOT NULL,
  position     bigint      NOT NULL,
  at           timestamptz NOT NULL,
  what         text        NOT NULL CHECK (what IN ('SET_UP', 'CLAIMED', 'DELEGATED', 'ENTRUSTED', 'ADJUSTED', 'SUSPENDED', 'RESUMED', 'CANCELLED')),
  subject_type text        NOT NULL CHECK (subject_type IN ('item', 'power')),
  subject      text        NOT NULL,
  lead         text,
  code         text        NOT NULL,
  name         text        NOT NULL,
  kind         text        NOT NULL,
  department   text,
  division     text,
  version      uuid,
  number       int,
  reason       text,
  successor    text,
  themes       text[]      NOT NULL DEFAULT '{}',
  differences  json        NOT NULL DEFAULT '[]',
  headline     boolean     NOT NULL,
  PRIMARY KEY (tx, position)
);
COMMENT ON COLUMN catalogue.change.headline IS 'Stands in the list for all: a lead, or the first of many bodies that took an item over at once';
CREATE INDEX change_headlines ON catalogue.change (tx DESC, position DESC) WHERE headline;
CREATE INDEX change_of_department ON catalogue.change (department, tx DESC, position DESC);
CREATE INDEX change_of_subject ON catalogue.change (subject_type, subject, tx, position);
CREATE INDEX change_of_lead ON catalogue.change (lead, tx, what) WHERE lead IS NOT NULL;
