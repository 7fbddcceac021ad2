-- Which master keys this database's encrypted fields were written with: a check value for each, never the key.
CREATE TABLE platform.master_key (
  id          smallint    PRIMARY KEY CHECK (id BETWEEN 1 AND 255),
  check_value bytea       NOT NULL,
  first_seen  timestamptz NOT NULL
);
