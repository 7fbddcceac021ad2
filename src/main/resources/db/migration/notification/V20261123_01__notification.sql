-- In-site letters. The effect id makes a repeated request harmless.
CREATE TABLE notification.letter (
  id         uuid        PRIMARY KEY,
  account    uuid        NOT NULL,
  title      text        NOT NULL CHECK (length(title) BETWEEN 1 AND 60),
  text       text        NOT NULL,
  link       text        CHECK (link ~ '^/([^/]|$)'),
  effect     text        NOT NULL UNIQUE,
  created_at timestamptz NOT NULL,
  read_at    timestamptz
);
-- the order of the letter box: unread first, newest first
CREATE INDEX letter_box ON notification.letter (account, (read_at IS NOT NULL), id DESC);
CREATE INDEX letter_unread ON notification.letter (account) WHERE read_at IS NULL;

-- What has to leave the house. Waiting = neither sent nor given up.
CREATE TABLE notification.outbox (
  id           uuid        PRIMARY KEY,
  channel      text        NOT NULL CHECK (channel IN ('sms')),
  phone_cipher bytea        NOT NULL,
  text         text        NOT NULL,
  effect       text        NOT NULL UNIQUE,
  queued_at    timestamptz NOT NULL,
  next_try_at  timestamptz NOT NULL,
  tries        int         NOT NULL DEFAULT 0,
  sent_at      timestamptz,
  failed_at    timestamptz,
  reason       text,
  CHECK (sent_at IS NULL OR failed_at IS NULL)
);
CREATE INDEX outbox_waiting ON notification.outbox (next_try_at) WHERE sent_at IS NULL AND failed_at IS NULL;
CREATE INDEX outbox_failed ON notification.outbox (failed_at) WHERE failed_at IS NOT NULL;

-- The other side of the sandbox gateway: what a phone would have shown.
CREATE TABLE notification.sandbox_message (
  id           uuid        PRIMARY KEY,
  phone_cipher bytea        NOT NULL,
  text         text        NOT NULL,
  effect       text        NOT NULL UNIQUE,
  received_at  timestamptz NOT NULL
);
