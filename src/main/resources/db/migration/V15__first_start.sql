-- The first start of the desk, once: what stood in its mailbox before is sorted then and never again.
CREATE TABLE first_start (
  id         TINYINT      NOT NULL PRIMARY KEY CHECK (id = 1),
  at         DATETIME(6)  NOT NULL,
  since      DATETIME(6)  NOT NULL,
  sorted_at  DATETIME(6)  NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- A desk of before has started.
INSERT INTO first_start (id, at, since, sorted_at)
SELECT 1, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), UTC_TIMESTAMP(6) FROM DUAL
WHERE EXISTS (SELECT 1 FROM mail) OR EXISTS (SELECT 1 FROM inbox_look);
