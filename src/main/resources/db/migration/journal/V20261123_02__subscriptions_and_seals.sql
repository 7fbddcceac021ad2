-- How far each subscription has read; moves in the transaction of the subscription's effects.
CREATE TABLE journal.checkpoint (
  name         text        PRIMARY KEY,
  tx           xid8        NOT NULL DEFAULT '0',
  position     bigint      NOT NULL DEFAULT 0,
  failures     int         NOT NULL DEFAULT 0,
  parked_until timestamptz,
  last_error   text
);

-- Rows that a subscription could not take in; kept until somebody replays them.
CREATE TABLE journal.parked (
  name     text        NOT NULL,
  position bigint      NOT NULL,
  tx       xid8        NOT NULL,
  tries    int         NOT NULL,
  error    text        NOT NULL,
  at       timestamptz NOT NULL,
  PRIMARY KEY (name, position)
);

CREATE TABLE journal.seal_key (
  id         text        PRIMARY KEY,
  public_key bytea       NOT NULL,
  since      timestamptz NOT NULL
);
COMMENT ON TABLE journal.seal_key IS 'append-only: public SM2 keys of the nodes that seal';

CREATE TABLE journal.seal (
  number         bigint      PRIMARY KEY,
  first_tx       xid8        NOT NULL,
  first_position bigint      NOT NULL,
  last_tx        xid8        NOT NULL,
  last_position  bigint      NOT NULL,
  count          int         NOT NULL CHECK (count > 0),
  root           bytea       NOT NULL,
  previous       bytea       NOT NULL,
  positions_hash bytea       NOT NULL,
  key_id         text        NOT NULL REFERENCES journal.seal_key,
  sealed_at      timestamptz NOT NULL,
  hash           bytea       NOT NULL UNIQUE,
  signature      bytea       NOT NULL,
  positions      bigint[]    NOT NULL,
  leaves         bytea       NOT NULL,
  UNIQUE (last_tx, last_position)
);
COMMENT ON TABLE journal.seal IS 'append-only: Merkle roots over the journal, chained and signed';

-- What each verification found, so that every node and every auditor sees the same verdict.
CREATE TABLE journal.verification (
  id          uuid        PRIMARY KEY,
  at          timestamptz NOT NULL,
  run_by      text        NOT NULL,
  rows        bigint      NOT NULL,
  sealed_rows bigint      NOT NULL,
  seals       bigint      NOT NULL,
  head        text,
  faults      bigint      NOT NULL,
  findings    json        NOT NULL
);
COMMENT ON TABLE journal.verification IS 'append-only: verdicts';
CREATE INDEX verification_latest ON journal.verification (at DESC);

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['seal', 'seal_key', 'verification'] LOOP
    EXECUTE format('CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON journal.%I '
      'FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_change()', name);
  END LOOP;
END $$;
