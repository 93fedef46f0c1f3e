-- A look that was made at once because a requester said that a proof is there: so many a day are, and no more.
CREATE TABLE wanted_look (
  ticket_id  BIGINT        NOT NULL,
  at         DATETIME(6)   NOT NULL,
  account    VARCHAR(255)  NULL,
  -- Whether anything was proved for the ticket by then.
  proved     BOOLEAN       NOT NULL,
  PRIMARY KEY (ticket_id, at),
  KEY wanted_look_account (account, at),
  KEY wanted_look_at (at),
  CONSTRAINT wanted_look_ticket FOREIGN KEY (ticket_id) REFERENCES ticket (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- What a registry says of a domain under which addresses are. It is asked once a day at most.
CREATE TABLE domain_registration (
  domain          VARCHAR(253)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  asked_at        DATETIME(6)   NOT NULL,
  -- Whether it is known what came of that.
  settled         BOOLEAN       NOT NULL,
  -- When it answered last; what follows is from then.
  told_at         DATETIME(6)   NULL,
  registered      BOOLEAN       NOT NULL,
  registered_at   DATETIME(6)   NULL,
  transferred_at  DATETIME(6)   NULL,
  lapsed          BOOLEAN       NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- When the domains of a ticket's addresses are asked about next; the row of a closed ticket is taken away.
CREATE TABLE domain_watch (
  ticket_id  BIGINT        NOT NULL PRIMARY KEY,
  look_at    DATETIME(6)   NOT NULL,
  KEY domain_watch_look (look_at),
  CONSTRAINT domain_watch_ticket FOREIGN KEY (ticket_id) REFERENCES ticket (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
