-- Service items (政务服务事项). The item keeps its identity; what its guide says is a version.
CREATE TABLE catalogue.item (
  id         text PRIMARY KEY CHECK (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  task_code  text NOT NULL CHECK (length(task_code) = 31),
  base_code  text NOT NULL CHECK (base_code ~ '^[0-9]{12}$'),
  department text NOT NULL,
  division   text NOT NULL CHECK (division ~ '^[0-9]{12}$'),
  published  boolean NOT NULL
);
-- An item that was taken out keeps its codes, and another may be given them.
CREATE UNIQUE INDEX item_task_code ON catalogue.item (task_code) WHERE published;
CREATE UNIQUE INDEX item_base_code ON catalogue.item (base_code) WHERE published;

-- Never deleted: a running case keeps the version it was filed under. The content is the canonical JSON of
-- its source, text and not jsonb, so that anyone can recompute the hash.
CREATE TABLE catalogue.item_version (
  version      uuid        PRIMARY KEY,
  item         text        NOT NULL REFERENCES catalogue.item,
  number       int         NOT NULL CHECK (number > 0),
  content      json        NOT NULL,
  content_hash text        NOT NULL CHECK (content_hash ~ '^[0-9a-f]{64}$'),
  published_at timestamptz NOT NULL,
  retired_at   timestamptz CHECK (retired_at >= published_at),
  UNIQUE (item, number),
  UNIQUE (item, content_hash)
);
CREATE UNIQUE INDEX item_version_published ON catalogue.item_version (item) WHERE retired_at IS NULL;
