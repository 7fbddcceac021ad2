-- Absence with a delegate (外出委托): while it lasts the delegate does the absent one's work.
CREATE TABLE directory.absence (
  id         uuid        PRIMARY KEY,
  absent     text        NOT NULL REFERENCES directory.staff (login),
  delegate   text        NOT NULL REFERENCES directory.staff (login),
  department text        NOT NULL,
  from_day   date        NOT NULL,
  until_day  date        NOT NULL,
  set_by     text        NOT NULL,
  set_at     timestamptz NOT NULL,
  ended_at   timestamptz,
  CHECK (absent <> delegate),
  CHECK (until_day >= from_day),
  -- nobody has two delegates on one day
  EXCLUDE USING gist (absent WITH =, daterange(from_day, until_day, '[]') WITH &&) WHERE (ended_at IS NULL)
);
CREATE INDEX absence_delegate ON directory.absence (delegate, from_day) WHERE ended_at IS NULL;
CREATE INDEX absence_department ON directory.absence (department, from_day) WHERE ended_at IS NULL;
