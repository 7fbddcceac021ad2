-- Population register. Numbers, addresses and phones are encrypted; the index is a keyed digest of the
-- number: it finds a known number, but nobody who reads the table learns one.
CREATE TABLE registry.person (
  id               uuid    PRIMARY KEY,
  id_number_cipher bytea    NOT NULL,
  id_number_index  bytea    NOT NULL UNIQUE,
  name             text    NOT NULL,
  sex              text    NOT NULL CHECK (sex IN ('男', '女')),
  birth            date    NOT NULL,
  nation           text    NOT NULL,
  division         text    NOT NULL,
  address_cipher   bytea    NOT NULL,
  phone_cipher     bytea    NOT NULL,
  alive            boolean NOT NULL
);
CREATE INDEX person_division ON registry.person (division);

-- Register of legal persons and other organisations; the credit code is public by law.
CREATE TABLE registry.company (
  id                       uuid   PRIMARY KEY,
  credit_code              text   NOT NULL UNIQUE CHECK (length(credit_code) = 18),
  name                     text   NOT NULL,
  kind                     text   NOT NULL,
  representative           text   NOT NULL,
  representative_id_cipher bytea   NOT NULL,
  address_cipher           bytea   NOT NULL,
  division                 text   NOT NULL,
  capital                  bigint CHECK (capital >= 0),
  established              date   NOT NULL,
  scope                    text   NOT NULL,
  phone_cipher             bytea   NOT NULL,
  status                   text   NOT NULL CHECK (status IN ('active', 'revoked', 'deregistered'))
);
CREATE INDEX company_division ON registry.company (division);
COMMENT ON COLUMN registry.company.capital IS 'registered capital in yuan';
