-- Accounts of persons, legal persons and staff. The post of a staff account is found in the directory by its login.
CREATE TABLE identity.account (
  id            uuid        PRIMARY KEY,
  kind          text        NOT NULL CHECK (kind IN ('person', 'legal', 'staff')),
  login         text        NOT NULL CHECK (login = lower(login)),
  name          text        NOT NULL,
  level         smallint    NOT NULL CHECK (level BETWEEN 1 AND 5),
  password_hash text        NOT NULL,
  status        text        NOT NULL CHECK (status IN ('active', 'locked', 'closed')),
  sample        boolean     NOT NULL DEFAULT false,
  created_at    timestamptz NOT NULL,
  version       int         NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX account_login ON identity.account (login);

-- One row per sign-in. Only the digest of the token is kept: whoever reads this table cannot act as anybody.
CREATE TABLE identity.session (
  token_hash   bytea       PRIMARY KEY,
  id           uuid        NOT NULL UNIQUE,
  account      uuid        NOT NULL REFERENCES identity.account,
  created_at   timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  level        smallint    NOT NULL CHECK (level BETWEEN 1 AND 5),
  means        text        NOT NULL CHECK (means IN ('password')),
  user_agent   text        NOT NULL,
  address_hash bytea       NOT NULL,
  ended_at     timestamptz
);
CREATE INDEX session_of_account ON identity.session (account) WHERE ended_at IS NULL;
CREATE INDEX session_by_age ON identity.session (created_at);

-- Failed sign-ins in a row, per login name or known device; the key is a digest, for people type
-- citizen numbers into the login field.
CREATE TABLE identity.attempt (
  key           bytea       PRIMARY KEY,
  failures      int         NOT NULL,
  last_at       timestamptz NOT NULL,
  blocked_until timestamptz NOT NULL
);
CREATE INDEX attempt_by_age ON identity.attempt (last_at);
