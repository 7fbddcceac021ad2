-- Revisions (修订单): proposed changes of the catalogue on their way to publication.
CREATE TABLE catalogue.revision (
  id            uuid        PRIMARY KEY,
  serial        bigint      GENERATED ALWAYS AS IDENTITY UNIQUE,
  purpose       text        NOT NULL CHECK (purpose IN ('SET_UP', 'ADJUST', 'CANCEL', 'SUSPEND', 'RESUME', 'DELEGATE',
                                                        'ENTRUST', 'TAKE_OVER', 'CLAIM')),
  item          text        NOT NULL,            -- id of the item it makes or changes
  lead          text,                            -- id of the lead that the item follows; null for a lead
  name          text        NOT NULL,
  department    text        NOT NULL,
  division      text        NOT NULL CHECK (division ~ '^[0-9]{12}$'),
  state         text        NOT NULL CHECK (state IN ('DRAFT', 'DEPARTMENT_CHECK', 'LEGAL_CHECK', 'APPROVAL', 'SCHEDULED',
                                                      'PUBLISHED', 'RETURNED', 'WITHDRAWN', 'DISCARDED')),
  content       json        NOT NULL,            -- the item's document as it would be published
  terms         json        NOT NULL,            -- reason, basis, wished day, successor, bodies
  parent        uuid        REFERENCES catalogue.revision,   -- the delegation that a take-over answers
  base_version  uuid,                            -- published version that it started from
  effective_on  date,
  author        uuid,                            -- null when the platform opened it for a lower body
  author_name   text        NOT NULL,
  writers       uuid[]      NOT NULL,            -- everybody who wrote in it
  checker       uuid,
  legal         uuid,
  approver      uuid,
  round         int         NOT NULL DEFAULT 1,
  created_at    timestamptz NOT NULL,
  changed_at    timestamptz NOT NULL,
  changed_by    text        NOT NULL,
  published_version uuid,
  version       int         NOT NULL DEFAULT 0,
  CHECK (state <> 'SCHEDULED' OR (effective_on IS NOT NULL AND checker IS NOT NULL AND legal IS NOT NULL AND approver IS NOT NULL)),
  -- four eyes, whatever the code says: nobody holds two of writing, department check, legal check, approval
  CONSTRAINT revision_four_eyes CHECK (
    (checker IS NULL OR checker <> ALL (writers)) AND
    (legal IS NULL OR (legal <> ALL (writers) AND legal IS DISTINCT FROM checker)) AND
    (approver IS NULL OR (approver <> ALL (writers) AND approver IS DISTINCT FROM checker AND approver IS DISTINCT FROM legal)))
);
-- one open revision of an item
CREATE UNIQUE INDEX revision_one_open ON catalogue.revision (item) WHERE state NOT IN ('PUBLISHED', 'DISCARDED');
CREATE INDEX revision_open ON catalogue.revision (department, state, changed_at DESC, id DESC) WHERE state NOT IN ('PUBLISHED', 'DISCARDED');
CREATE INDEX revision_due ON catalogue.revision (effective_on, id) WHERE state = 'SCHEDULED';
CREATE INDEX revision_of_item ON catalogue.revision (item, created_at DESC);
CREATE INDEX revision_parent ON catalogue.revision (parent) WHERE parent IS NOT NULL;

-- Why it was sent back, place by place.
CREATE TABLE catalogue.revision_remark (
  revision  uuid        NOT NULL REFERENCES catalogue.revision,
  round     int         NOT NULL,
  position  int         NOT NULL,
  during    text        NOT NULL,
  place     text        NOT NULL,
  label     text        NOT NULL,
  reason    text        NOT NULL CHECK (length(reason) BETWEEN 2 AND 1000),
  said_by   text        NOT NULL,
  said_at   timestamptz NOT NULL,
  PRIMARY KEY (revision, round, position)
);
COMMENT ON TABLE catalogue.revision_remark IS 'append-only: what was said stays said';

-- What has been done under which key: the same form sent twice is done once.
CREATE TABLE catalogue.revision_performed (
  actor     uuid        NOT NULL,
  key       uuid        NOT NULL,
  body_hash bytea       NOT NULL,
  revision  uuid        NOT NULL,
  at        timestamptz NOT NULL,
  PRIMARY KEY (actor, key)
);
