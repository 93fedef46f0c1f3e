-- Six digits of a member of staff that were wrong, one after another, and until when no more are taken.
CREATE TABLE wrong_digits (
  staff         VARCHAR(254)  NOT NULL PRIMARY KEY,
  tries         INT           NOT NULL,
  locked_until  DATETIME(6)   NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
