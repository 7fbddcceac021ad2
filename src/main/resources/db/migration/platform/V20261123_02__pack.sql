-- Which state of the city pack each loader has brought in.
CREATE TABLE platform.pack_load (
  loader    text        PRIMARY KEY,
  hash      text        NOT NULL,
  loaded_at timestamptz NOT NULL
);
