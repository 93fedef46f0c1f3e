-- Proofs beyond the mailbox: what staff saw, and the desk's own classes.
ALTER TABLE evidence
  DROP PRIMARY KEY,
  MODIFY source VARCHAR(500) NOT NULL,
  ADD own_class VARCHAR(32) NOT NULL DEFAULT '' AFTER class,
  ADD seen_by VARCHAR(254) NULL,
  ADD PRIMARY KEY (ticket_id, class, own_class, source);

-- A warning that a person found to be no reason to stop.
CREATE TABLE lifted_warning (
  ticket_id  BIGINT        NOT NULL,
  kind       VARCHAR(32)   NOT NULL,
  source     VARCHAR(600)  NOT NULL,
  staff      VARCHAR(254)  NOT NULL,
  at         DATETIME(6)   NOT NULL,
  reason     TEXT          NOT NULL,
  PRIMARY KEY (ticket_id, kind, source),
  CONSTRAINT lifted_warning_ticket FOREIGN KEY (ticket_id) REFERENCES ticket (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- What was asked for, and when the desk looks for it next.
CREATE TABLE asked_proof (
  ticket_id  BIGINT        NOT NULL,
  class      VARCHAR(32)   NOT NULL,
  place      VARCHAR(500)  NOT NULL,
  token      VARCHAR(64)   NOT NULL,
  asked_at   DATETIME(6)   NOT NULL,
  until_at   DATETIME(6)   NOT NULL,
  standing   VARCHAR(16)   NOT NULL,
  look_at    DATETIME(6)   NULL,
  awaited    BOOLEAN       NOT NULL,
  PRIMARY KEY (ticket_id, class, place),
  KEY asked_proof_look (look_at),
  CONSTRAINT asked_proof_ticket FOREIGN KEY (ticket_id) REFERENCES ticket (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

UPDATE ticket SET level = 'SLOW' WHERE level = 'EXCEPTION';
