-- The database's clock was set: by how much, and what it said afterwards. Times that protect somebody are longer by what
-- it was set forward while they ran.
CREATE TABLE clock_step (
  at       DATETIME(6)  NOT NULL,
  seconds  BIGINT       NOT NULL,
  KEY clock_step_at (at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- A row while nothing is sent and nothing carried out, because an old dump was restored and nobody has looked yet.
CREATE TABLE restore_hold (
  id     TINYINT      NOT NULL PRIMARY KEY CHECK (id = 1),
  since  DATETIME(6)  NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
