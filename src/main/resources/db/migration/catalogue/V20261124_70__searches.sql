-- What was asked of the search, counted by day; nothing about who asked. What looks like the number of a person, a
-- company or a telephone is never written.
CREATE TABLE catalogue.search_query (
  day    date NOT NULL,
  query  text NOT NULL CHECK (length(query) BETWEEN 1 AND 40),
  asked  int  NOT NULL CHECK (asked > 0),
  hits   int  NOT NULL CHECK (hits >= 0),
  opened int  NOT NULL DEFAULT 0 CHECK (opened >= 0),
  PRIMARY KEY (day, query)
);
COMMENT ON COLUMN catalogue.search_query.query IS 'Normal form: half-width, lower case, simplified';
COMMENT ON COLUMN catalogue.search_query.hits IS 'How many items the last one found';
COMMENT ON COLUMN catalogue.search_query.opened IS 'How often an item was opened from the list of results';

-- Everyday phrases that editors add to a lead item after looking at what was asked.
CREATE TABLE catalogue.search_phrase (
  id         uuid        PRIMARY KEY,
  lead       text        NOT NULL REFERENCES catalogue.item,
  phrase     text        NOT NULL CHECK (length(phrase) BETWEEN 2 AND 20),
  added_at   timestamptz NOT NULL,
  added_by   text        NOT NULL,
  removed_at timestamptz
);
CREATE UNIQUE INDEX search_phrase_in_use ON catalogue.search_phrase (lead, phrase) WHERE removed_at IS NULL;
