-- Of several claims to one account one leads; the others stand beside it and hold nothing up.
ALTER TABLE ticket
  ADD COLUMN beside BOOLEAN NOT NULL DEFAULT FALSE AFTER account,
  DROP KEY ticket_one_active_per_account,
  DROP COLUMN active_account;
ALTER TABLE ticket
  ADD COLUMN active_account VARCHAR(255) AS (
    CASE WHEN NOT beside
          AND state IN ('NEEDS_DETAILS', 'SELF_SERVICE', 'PROVING', 'IN_REVIEW', 'ON_HOLD',
                        'COOLING_OFF', 'EXECUTING')
         THEN account END) STORED,
  ADD UNIQUE KEY ticket_one_active_per_account (active_account),
  DROP KEY ticket_account,
  ADD KEY ticket_account (account, closed_at, beside);

-- A command that is taken back gives back the talk with the requester as well.
ALTER TABLE deed
  ADD COLUMN beside      BOOLEAN      NOT NULL DEFAULT FALSE,
  ADD COLUMN asked       VARCHAR(200) NOT NULL DEFAULT '',
  ADD COLUMN fruitless   INT          NOT NULL DEFAULT 0,
  ADD COLUMN question    TEXT         NULL,
  ADD COLUMN question_by VARCHAR(254) NULL,
  ADD COLUMN extensions  INT          NOT NULL DEFAULT 0,
  ADD COLUMN place_told  INT          NULL,
  ADD COLUMN promised_at DATETIME(6)  NULL,
  ADD COLUMN level       VARCHAR(16)  NULL;

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
