-- Secrets that a server gave the desk, sealed: refresh tokens that replaced the configured one. The name is of a hash of
-- what was configured, so that another one in the settings begins anew.
CREATE TABLE kept_secret (
  name    VARCHAR(100)      NOT NULL PRIMARY KEY,
  sealed  VARBINARY(20000)  NOT NULL,
  at      DATETIME(6)       NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
