-- Fingerprint of all migrations that this database has seen: when it is that of the build, a start need not look further.
CREATE TABLE platform.migrated (
  fingerprint text PRIMARY KEY
);
