-- Citizen number or credit code and phone, encrypted; found by blind index only. One open account per
-- number and kind.
ALTER TABLE identity.account
  ADD COLUMN code_cipher  bytea,
  ADD COLUMN code_index   bytea,
  ADD COLUMN phone_cipher bytea,
  ADD COLUMN phone_index  bytea;
CREATE UNIQUE INDEX account_code ON identity.account (kind, code_index) WHERE status <> 'closed';
CREATE INDEX account_phone ON identity.account (phone_index) WHERE phone_index IS NOT NULL;
