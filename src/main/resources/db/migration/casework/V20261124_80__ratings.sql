-- 好差评: whoever went through a case rates it once; the department answers a bad one.
CREATE TABLE casework.rating (
  case_id      uuid        PRIMARY KEY REFERENCES casework.case_file,  -- one case, one rating
  number       text        NOT NULL,
  item_version uuid        NOT NULL,
  task_code    text        NOT NULL,
  item_name    text        NOT NULL,
  department   text        NOT NULL,
  division     text        NOT NULL,
  account      uuid        NOT NULL,
  level        int         NOT NULL CHECK (level BETWEEN 1 AND 5),  -- 5 非常满意 … 1 非常不满意
  tags         text[]      NOT NULL DEFAULT '{}',
  told         bytea       NOT NULL,              -- encrypted, as written
  shown        text        NOT NULL CHECK (length(shown) <= 600),  -- without personal data, for everyone
  rated_at     timestamptz NOT NULL,
  answer       text,
  answered_at  timestamptz,
  answered_by  uuid,
  CHECK ((answer IS NULL) = (answered_at IS NULL))
);
CREATE INDEX rating_of_item ON casework.rating (task_code, rated_at DESC);
CREATE INDEX rating_bad ON casework.rating (department, rated_at DESC, case_id) WHERE level <= 2;
CREATE INDEX rating_bad_everywhere ON casework.rating (rated_at DESC, case_id) WHERE level <= 2;

-- a rating is never changed, and an answer is given once
CREATE FUNCTION casework.rating_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.answer IS NOT NULL
     OR (OLD.case_id, OLD.account, OLD.level, OLD.tags, OLD.told, OLD.shown, OLD.rated_at)
        IS DISTINCT FROM (NEW.case_id, NEW.account, NEW.level, NEW.tags, NEW.told, NEW.shown, NEW.rated_at) THEN
    RAISE EXCEPTION 'a rating is never changed and answered once';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER rating_stays BEFORE UPDATE ON casework.rating FOR EACH ROW EXECUTE FUNCTION casework.rating_stays();
