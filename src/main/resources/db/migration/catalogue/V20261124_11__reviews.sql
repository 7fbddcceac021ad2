-- Who has looked at what of an item and found it still right (已核对): a changed law, an old version, a paper.
CREATE TABLE catalogue.review (
  id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  item        text        NOT NULL REFERENCES catalogue.item,
  subject     text        NOT NULL CHECK (length(subject) BETWEEN 1 AND 300),
  note        text        NOT NULL DEFAULT '' CHECK (length(note) <= 200),
  reviewed_by uuid        NOT NULL,
  reviewed_at timestamptz NOT NULL
);
COMMENT ON TABLE catalogue.review IS 'append-only: a look taken stays taken';
CREATE INDEX review_of_item ON catalogue.review (item, subject, reviewed_at DESC);
CREATE INDEX review_newest ON catalogue.review (reviewed_at DESC);
