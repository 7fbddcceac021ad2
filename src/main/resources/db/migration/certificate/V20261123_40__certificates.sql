-- Which types of certificate a department defines; the code is the tail of GB/T 36904's type code.
CREATE TABLE certificate.certificate_type (
  department text NOT NULL,
  type       text NOT NULL,
  code       text NOT NULL CHECK (code ~ '^[0-9]{3}$'),
  name       text NOT NULL,
  PRIMARY KEY (department, type),
  UNIQUE (department, code)
);

-- Running numbers, without gaps: the row stays locked until the issuing transaction ends.
CREATE TABLE certificate.number_series (
  prefix text   NOT NULL,
  region text   NOT NULL CHECK (region ~ '^[0-9]{6}$'),
  last   bigint NOT NULL CHECK (last BETWEEN 1 AND 99999999),
  PRIMARY KEY (prefix, region)
);

-- Facts of a certificate. The holder's code and the face are encrypted; the index finds a known code.
CREATE TABLE certificate.certificate (
  id                 uuid        PRIMARY KEY,
  identifier         text        NOT NULL UNIQUE,
  number             text        NOT NULL UNIQUE,
  type               text        NOT NULL,
  name               text        NOT NULL,
  department         text        NOT NULL,
  division           text        NOT NULL CHECK (length(division) = 12),
  issuer             text        NOT NULL,
  issuer_code        text        NOT NULL,
  holder_kind        text        NOT NULL CHECK (holder_kind IN ('person', 'legal')),
  holder_name        text        NOT NULL,
  holder_code_cipher bytea       NOT NULL,
  holder_code_index  bytea       NOT NULL,
  face_cipher        bytea       NOT NULL,
  issued_on          date        NOT NULL,
  valid_from         date        NOT NULL,
  valid_to           date,
  status             text        NOT NULL
    CHECK (status IN ('VALID', 'SUSPENDED', 'WITHDRAWN', 'CANCELLED', 'REVOKED')),
  matter             text        NOT NULL UNIQUE,
  version            int         NOT NULL DEFAULT 1,
  CHECK (valid_to >= valid_from)
);
COMMENT ON COLUMN certificate.certificate.status IS 'EXPIRED is never stored: it follows from valid_to';
COMMENT ON COLUMN certificate.certificate.matter IS 'the case that brought it; one certificate per case';
CREATE INDEX certificate_holder ON certificate.certificate (holder_code_index, id DESC);
CREATE INDEX certificate_department ON certificate.certificate (department, id DESC);

CREATE TABLE certificate.status_change (
  id          uuid        PRIMARY KEY,
  certificate uuid        NOT NULL REFERENCES certificate.certificate,
  at          timestamptz NOT NULL,
  from_status text,
  to_status   text        NOT NULL,
  reason      text        NOT NULL,
  actor       text        NOT NULL,
  actor_name  text        NOT NULL,
  form_key    text        UNIQUE
);
COMMENT ON TABLE certificate.status_change IS 'append-only: how a certificate came to its status; form_key keeps one form from acting twice';
CREATE INDEX status_change_certificate ON certificate.status_change (certificate, id);
