-- Which items send some of their cases to other departments: few, asked by every desk's queue.
CREATE INDEX item_version_routed ON catalogue.item_version (item)
  WHERE retired_at IS NULL AND (content -> 'routing') IS NOT NULL;
