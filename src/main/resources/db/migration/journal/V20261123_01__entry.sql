-- The one append-only record of every official act. Positions are taken in blocks by each node, so
-- that the hash, which covers the position, can be computed before the one INSERT.
CREATE SEQUENCE journal.position INCREMENT BY 50;

CREATE TABLE journal.entry (
  position     bigint      NOT NULL,
  tx           xid8        NOT NULL DEFAULT pg_current_xact_id(),
  subject_type text        NOT NULL,
  subject_id   text        NOT NULL,
  kind         text        NOT NULL,
  actor        text        NOT NULL,
  on_behalf_of text,
  actor_name   text        NOT NULL,
  division     text,
  department   text,
  at           timestamptz NOT NULL,
  due_at       timestamptz,
  payload      json        NOT NULL,
  hash         bytea       NOT NULL,
  PRIMARY KEY (position, at)
) PARTITION BY RANGE (at);
COMMENT ON TABLE journal.entry IS 'append-only: official acts; readers order by (tx, position)';
CREATE INDEX entry_in_order ON journal.entry (tx, position);
CREATE INDEX entry_about ON journal.entry (subject_type, subject_id, tx, position);

CREATE FUNCTION journal.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%.% is append-only: % refused', TG_TABLE_SCHEMA, TG_TABLE_NAME, TG_OP
    USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON journal.entry
  FOR EACH ROW EXECUTE FUNCTION journal.refuse_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON journal.entry
  FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_change();

-- Rows that fit no month are kept all the same.
CREATE TABLE journal.entry_other PARTITION OF journal.entry DEFAULT;
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON journal.entry_other
  FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_change();

-- One partition per month of Beijing time, from one month to another. Runs as the owner, because
-- the application's role may not create tables. Answers how many it has made.
CREATE FUNCTION journal.add_partitions(first_month date, last_month date) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  month date := date_trunc('month', first_month)::date;
  made  int  := 0;
  name  text;
BEGIN
  IF last_month > first_month + 1200 THEN
    RAISE EXCEPTION 'more than three years of partitions asked for at once';
  END IF;
  PERFORM pg_advisory_xact_lock(6506941);
  WHILE month <= last_month LOOP
    name := 'entry_' || to_char(month, 'YYYY_MM');
    IF to_regclass('journal.' || name) IS NULL THEN
      EXECUTE format('CREATE TABLE journal.%I PARTITION OF journal.entry FOR VALUES FROM (%L) TO (%L)',
        name, month::text || ' 00:00:00+08', (month + interval '1 month')::date::text || ' 00:00:00+08');
      EXECUTE format('CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON journal.%I '
        'FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_change()', name);
      made := made + 1;
    END IF;
    month := (month + interval '1 month')::date;
  END LOOP;
  RETURN made;
END $$;
REVOKE ALL ON FUNCTION journal.add_partitions(date, date) FROM PUBLIC;

SELECT journal.add_partitions('2026-10-01', '2027-12-01');
