-- Administrative divisions with their history (GB/T 2260, GB/T 10114), padded to 12 digits. A code is
-- never taken out of use by deleting it: old records and citizen numbers still carry it.
CREATE TABLE directory.division (
  code        text PRIMARY KEY CHECK (code ~ '^[0-9]{12}$'),
  name        text NOT NULL,
  level       text NOT NULL CHECK (level IN ('REGION', 'CITY', 'COUNTY', 'TOWN', 'VILLAGE')),
  parent      text REFERENCES directory.division DEFERRABLE INITIALLY DEFERRED,
  valid_from  date,
  valid_to    date,
  replaced_by text REFERENCES directory.division DEFERRABLE INITIALLY DEFERRED,
  CHECK (valid_to > valid_from),
  CHECK (replaced_by IS NULL OR valid_to IS NOT NULL)
);
CREATE INDEX division_parent ON directory.division (parent);
CREATE INDEX division_replaced_by ON directory.division (replaced_by);

-- Development zones and their like: they have no code of GB/T 2260, at most the statistics bureau's pseudo-town.
CREATE TABLE directory.area (
  key     text PRIMARY KEY,
  name    text NOT NULL,
  kind    text NOT NULL,
  gb_code text,
  parent  text NOT NULL REFERENCES directory.division DEFERRABLE INITIALLY DEFERRED,
  note    text NOT NULL
);
CREATE INDEX area_parent ON directory.area (parent);

CREATE TABLE directory.department (
  key         text PRIMARY KEY,
  name        text NOT NULL,
  short_name  text NOT NULL,
  credit_code text NOT NULL UNIQUE CHECK (length(credit_code) = 18),
  item_digits text NOT NULL,
  kind        int  NOT NULL CHECK (kind IN (1, 2, 3, 9)),
  division    text NOT NULL REFERENCES directory.division DEFERRABLE INITIALLY DEFERRED,
  address     text NOT NULL,
  phone       text NOT NULL,
  hours       text NOT NULL,
  valid_from  date,
  valid_to    date,
  position    int  NOT NULL
);
CREATE INDEX department_division ON directory.department (division);
COMMENT ON COLUMN directory.department.kind IS 'GB/T 39046 A.3: 1 legal body, 2 authorised, 3 entrusted, 9 other';

-- The bodies whose tasks a department took over; their names stand on old papers.
CREATE TABLE directory.department_predecessor (
  department text NOT NULL REFERENCES directory.department ON DELETE CASCADE,
  name       text NOT NULL,
  valid_to   date,
  PRIMARY KEY (department, name)
);

CREATE TABLE directory.place (
  key      text PRIMARY KEY,
  name     text NOT NULL,
  division text NOT NULL REFERENCES directory.division DEFERRABLE INITIALLY DEFERRED,
  address  text NOT NULL,
  hours    text NOT NULL,
  phone    text NOT NULL,
  traffic  text NOT NULL,
  position int  NOT NULL
);
CREATE INDEX place_division ON directory.place (division);

CREATE TABLE directory.place_window (
  place       text   NOT NULL REFERENCES directory.place ON DELETE CASCADE,
  number      text   NOT NULL,
  name        text   NOT NULL,
  departments text[] NOT NULL,
  position    int    NOT NULL,
  PRIMARY KEY (place, number)
);

-- Who has left keeps the row: cases and the journal still name the post.
CREATE TABLE directory.staff (
  id         uuid   PRIMARY KEY,
  login      text   NOT NULL UNIQUE,
  name       text   NOT NULL,
  department text   NOT NULL,
  post       text   NOT NULL,
  roles      text[] NOT NULL,
  division   text   NOT NULL REFERENCES directory.division DEFERRABLE INITIALLY DEFERRED,
  windows    text[] NOT NULL,
  left_at    timestamptz
);
CREATE INDEX staff_department ON directory.staff (department);
CREATE INDEX staff_division ON directory.staff (division);
