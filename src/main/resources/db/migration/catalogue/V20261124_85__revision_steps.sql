-- The last steps taken in a revision's designers, so that they can be taken back one by one.
CREATE TABLE catalogue.revision_step (
  revision  uuid        NOT NULL REFERENCES catalogue.revision,
  number    int         NOT NULL,
  said      text        NOT NULL,            -- what was done, in words
  page      text        NOT NULL,            -- form or questions
  before    json        NOT NULL,            -- the elements that it changed as they were; null for one that was absent
  after     text        NOT NULL,            -- fingerprint of the same elements afterwards: a later change is not undone with it
  done_by   text        NOT NULL,
  done_at   timestamptz NOT NULL,
  PRIMARY KEY (revision, number)
);
