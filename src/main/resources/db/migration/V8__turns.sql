-- Who of the staff got a ticket in turn: the one person whom its case is mailed to at once.
CREATE TABLE turn (
  ticket_id  BIGINT       NOT NULL PRIMARY KEY,
  staff      VARCHAR(254) NOT NULL,
  at         DATETIME(6)  NOT NULL,
  KEY turn_staff (staff, at),
  CONSTRAINT turn_ticket FOREIGN KEY (ticket_id) REFERENCES ticket (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Decisions that not all of the staff were mailed at once; they wait for the next digest, which deletes them.
CREATE TABLE untold_decision (
  ticket_id   BIGINT       NOT NULL,
  -- The ticket's version when it was told.
  version     INT          NOT NULL,
  command     VARCHAR(16)  NOT NULL,
  staff       VARCHAR(254) NOT NULL,
  at          DATETIME(6)  NOT NULL,
  words       TEXT         NOT NULL,
  undo_until  DATETIME(6)  NULL,
  PRIMARY KEY (ticket_id, version),
  CONSTRAINT untold_decision_ticket FOREIGN KEY (ticket_id) REFERENCES ticket (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
