-- What a command of the staff did to a ticket: how it stood before, so that it can be taken back.
CREATE TABLE deed (
  ticket_id         BIGINT       NOT NULL,
  -- The ticket's version right after it.
  version           INT          NOT NULL,
  command           VARCHAR(16)  NOT NULL,
  staff             VARCHAR(254) NOT NULL,
  at                DATETIME(6)  NOT NULL,
  state             VARCHAR(16)  NOT NULL,
  state_since       DATETIME(6)  NOT NULL,
  round             INT          NOT NULL,
  reopened          BOOLEAN      NOT NULL,
  question_open     BOOLEAN      NOT NULL,
  next_follow_up    VARCHAR(16)  NULL,
  next_follow_up_at DATETIME(6)  NULL,
  assignee          VARCHAR(254) NULL,
  merged_into       BIGINT       NULL,
  decided_at        DATETIME(6)  NULL,
  closed_at         DATETIME(6)  NULL,
  PRIMARY KEY (ticket_id, version),
  CONSTRAINT deed_ticket FOREIGN KEY (ticket_id) REFERENCES ticket (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- A digest of the staff, once a day: the row is claimed by the node that writes it.
CREATE TABLE digest (
  day  DATE         NOT NULL PRIMARY KEY,
  at   DATETIME(6)  NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- What was escalated because nobody answered: once for each stay of a ticket in a state.
CREATE TABLE escalation (
  ticket_id   BIGINT       NOT NULL,
  stay_since  DATETIME(6)  NOT NULL,
  at          DATETIME(6)  NOT NULL,
  PRIMARY KEY (ticket_id, stay_since),
  CONSTRAINT escalation_ticket FOREIGN KEY (ticket_id) REFERENCES ticket (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
