-- Each node follows the table by transaction: rows of transactions that were still running at the last look are
-- read at the next, so that none is lost to a late commit and none is read twice for long.
ALTER TABLE catalogue.item ADD COLUMN changed_tx xid8 NOT NULL DEFAULT pg_current_xact_id();
CREATE INDEX item_changed_tx ON catalogue.item (changed_tx);
DROP INDEX catalogue.item_changed;

CREATE FUNCTION catalogue.note_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.changed_tx := pg_current_xact_id();
  RETURN NEW;
END $$;
CREATE TRIGGER item_note_change BEFORE INSERT OR UPDATE ON catalogue.item
  FOR EACH ROW EXECUTE FUNCTION catalogue.note_change();
