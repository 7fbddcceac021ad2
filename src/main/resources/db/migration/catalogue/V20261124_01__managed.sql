-- One item, one standard, one code over four levels: a lead keeps the base catalogue's entry, lower bodies claim it.
ALTER TABLE catalogue.item
  DROP CONSTRAINT item_id_check,
  ADD CONSTRAINT item_id_check CHECK (id ~ '^[a-z0-9]+(-[a-z0-9]+)*(@[a-z0-9]+([_-][a-z0-9]+)*)?$'),
  DROP CONSTRAINT item_task_code_check,
  ADD CONSTRAINT item_task_code_check CHECK (length(task_code) IN (31, 33)),
  ADD COLUMN handling_no  text CHECK (handling_no ~ '^[0-9]{2}$'),
  ADD COLUMN lead         text REFERENCES catalogue.item,
  ADD COLUMN mode         text NOT NULL DEFAULT 'OWN' CHECK (mode IN ('OWN', 'CLAIMED', 'DELEGATED', 'ENTRUSTED')),
  ADD COLUMN level        text NOT NULL DEFAULT 'CITY' CHECK (level IN ('CITY', 'COUNTY', 'TOWN', 'VILLAGE')),
  ADD COLUMN state        text NOT NULL DEFAULT 'IN_USE' CHECK (state IN ('IN_USE', 'SUSPENDED', 'CANCELLED')),
  ADD COLUMN state_reason text,
  ADD COLUMN state_since  timestamptz,
  ADD COLUMN successor    text REFERENCES catalogue.item,
  ADD COLUMN since        date,
  ADD COLUMN managed      boolean NOT NULL DEFAULT false,
  ADD COLUMN document     json,
  ADD COLUMN head         json,
  ADD COLUMN changed_at   timestamptz NOT NULL DEFAULT now(),
  ADD CONSTRAINT item_lead_is_own CHECK ((lead IS NULL) = (mode = 'OWN')),
  ADD CONSTRAINT item_cancelled_is_not_published CHECK (state <> 'CANCELLED' OR NOT published),
  ADD CONSTRAINT item_state_has_reason CHECK (state = 'IN_USE' OR state_reason IS NOT NULL);
COMMENT ON COLUMN catalogue.item.document IS 'What is its own: of a lead the whole item, of a claimant only its part';
COMMENT ON COLUMN catalogue.item.head IS 'What lists need of the published version';
COMMENT ON COLUMN catalogue.item.managed IS 'Changed on the platform: the city pack no longer touches it';

DROP INDEX catalogue.item_base_code;
CREATE UNIQUE INDEX item_base_code ON catalogue.item (base_code, coalesce(handling_no, '')) WHERE published AND lead IS NULL;
CREATE UNIQUE INDEX item_of_body ON catalogue.item (lead, department) WHERE lead IS NOT NULL;
CREATE INDEX item_successor ON catalogue.item (successor) WHERE successor IS NOT NULL;
CREATE INDEX item_department ON catalogue.item (department);
CREATE INDEX item_changed ON catalogue.item (changed_at);

-- Versions are a total order in time: text that comes back is a new version, so nothing is ever un-retired.
ALTER TABLE catalogue.item_version
  DROP CONSTRAINT item_version_item_content_hash_key,
  ADD COLUMN lead_version uuid REFERENCES catalogue.item_version,
  ADD COLUMN reason       text,
  ADD COLUMN revision     uuid;
CREATE INDEX item_version_lead ON catalogue.item_version (lead_version) WHERE lead_version IS NOT NULL;
