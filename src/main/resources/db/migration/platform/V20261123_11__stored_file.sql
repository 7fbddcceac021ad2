-- Files by their content: the bytes lie in <data>/files/ab/cd/<hash>, each content once.
CREATE TABLE platform.stored_file (
  hash       text        PRIMARY KEY CHECK (hash ~ '^[0-9a-f]{64}$'),
  size       bigint      NOT NULL CHECK (size > 0),
  media_type text        NOT NULL,
  stored_at  timestamptz NOT NULL
);
