-- Powers that nobody applies for (处罚、强制、征收、检查). The power keeps its identity; what the lists say of it
-- is a version, and no version is ever deleted.
CREATE TABLE catalogue.power (
  id         text PRIMARY KEY CHECK (id ~ '^[a-z0-9_-]+/[a-z0-9_-]+$'),
  code       text NOT NULL CHECK (length(code) = 31),
  department text NOT NULL,
  division   text NOT NULL CHECK (division ~ '^[0-9]{12}$'),
  published  boolean NOT NULL
);
-- A power that was taken out keeps its code, and another may be given it.
CREATE UNIQUE INDEX power_code ON catalogue.power (code) WHERE published;

CREATE TABLE catalogue.power_version (
  version      uuid        PRIMARY KEY,
  power        text        NOT NULL REFERENCES catalogue.power,
  number       int         NOT NULL CHECK (number > 0),
  content      json        NOT NULL,
  content_hash text        NOT NULL CHECK (content_hash ~ '^[0-9a-f]{64}$'),
  published_at timestamptz NOT NULL,
  retired_at   timestamptz CHECK (retired_at >= published_at),
  UNIQUE (power, number),
  UNIQUE (power, content_hash)
);
CREATE UNIQUE INDEX power_version_published ON catalogue.power_version (power) WHERE retired_at IS NULL;
