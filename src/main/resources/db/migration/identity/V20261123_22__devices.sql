-- Browsers from which an account has signed in before: each has its own counter of failures, so that
-- strangers who guess cannot keep the owner out.
CREATE TABLE identity.device (
  token_hash bytea       PRIMARY KEY,
  account    uuid        NOT NULL REFERENCES identity.account,
  created_at timestamptz NOT NULL
);
CREATE INDEX device_of_account ON identity.device (account);
CREATE INDEX device_by_age ON identity.device (created_at);
