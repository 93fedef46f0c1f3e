-- The desk's tables. Identity columns compare octet by octet (utf8mb4_nopad_bin): every _ci
-- collation would equate look-alikes. Moments are UTC, to the microsecond.

-- Numbers come from sequences so that a batch of rows can name each other before they are written.
CREATE SEQUENCE mail_id START WITH 1 INCREMENT BY 1 CACHE 1000;
CREATE SEQUENCE ticket_id START WITH 1001 INCREMENT BY 1 CACHE 100;
CREATE SEQUENCE outbox_id START WITH 1 INCREMENT BY 1 CACHE 1000;
CREATE SEQUENCE token_id START WITH 1 INCREMENT BY 1 CACHE 1000;

-- One row for every content that ever arrived, and how it ended.
CREATE TABLE mail (
  id            BIGINT        NOT NULL PRIMARY KEY,
  sha256        CHAR(64)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  size          BIGINT        NOT NULL,
  header_only   BOOLEAN       NOT NULL,
  received_at   DATETIME(6)   NOT NULL,
  stored_at     DATETIME(6)   NOT NULL,
  state         VARCHAR(12)   NOT NULL,
  attempts      INT           NOT NULL,
  -- While somebody works on it, the end of their lease.
  next_attempt_at DATETIME(6) NOT NULL,
  message_id    VARCHAR(255)  NULL,
  sender        VARCHAR(254)  NULL,
  kind          VARCHAR(20)   NULL,
  subject       VARCHAR(500)  NULL,
  written       MEDIUMTEXT    NULL,
  outcome       VARCHAR(40)   NULL,
  reasons       VARCHAR(2000) NULL,
  ticket_id     BIGINT        NULL,
  handled_at    DATETIME(6)   NULL,
  UNIQUE KEY mail_content (sha256),
  KEY mail_waiting (state, next_attempt_at, id),
  KEY mail_message_id (message_id),
  KEY mail_ticket (ticket_id, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Every place a server ever showed a mail in. Two places may hold the same content.
CREATE TABLE mail_position (
  mailbox       VARCHAR(200)  NOT NULL,
  uid_validity  BIGINT        NOT NULL,
  uid           BIGINT        NOT NULL,
  mail_id       BIGINT        NOT NULL,
  PRIMARY KEY (mailbox, uid_validity, uid),
  KEY mail_position_mail (mail_id),
  CONSTRAINT mail_position_mail FOREIGN KEY (mail_id) REFERENCES mail (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- The octets, sealed, until the mail was handled; longer only in quarantine.
CREATE TABLE raw_mail (
  mail_id       BIGINT        NOT NULL PRIMARY KEY,
  sealed        LONGBLOB      NOT NULL,
  CONSTRAINT raw_mail_mail FOREIGN KEY (mail_id) REFERENCES mail (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE ticket (
  id                BIGINT       NOT NULL PRIMARY KEY,
  version           INT          NOT NULL,
  history_hash      CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  state             VARCHAR(16)  NOT NULL,
  state_since       DATETIME(6)  NOT NULL,
  requester         VARCHAR(254) NOT NULL,
  language          VARCHAR(8)   NOT NULL,
  account_name      VARCHAR(100) NULL,
  index_name        VARCHAR(100) NULL,
  reasons           VARCHAR(200) NOT NULL,
  recovery_codes    BOOLEAN      NULL,
  code_of_conduct   BOOLEAN      NULL,
  acknowledged      BOOLEAN      NULL,
  addresses         TEXT         NOT NULL,
  projects          TEXT         NOT NULL,
  details           TEXT         NOT NULL,
  account           VARCHAR(255) NULL,
  round             INT          NOT NULL,
  reopened          BOOLEAN      NOT NULL,
  question_open     BOOLEAN      NOT NULL,
  thread_root       VARCHAR(255) NULL,
  thread_last       VARCHAR(255) NULL,
  next_follow_up    VARCHAR(16)  NULL,
  next_follow_up_at DATETIME(6)  NULL,
  assignee          VARCHAR(254) NULL,
  merged_into       BIGINT       NULL,
  opened_at         DATETIME(6)  NOT NULL,
  decided_at        DATETIME(6)  NULL,
  closed_at         DATETIME(6)  NULL,
  -- One account has one active recovery; contested ones stand beside each other until staff decide.
  active_account    VARCHAR(255) AS (
    CASE WHEN state IN ('NEEDS_DETAILS', 'SELF_SERVICE', 'PROVING', 'IN_REVIEW', 'ON_HOLD',
                        'COOLING_OFF', 'EXECUTING')
         THEN account END) STORED,
  UNIQUE KEY ticket_one_active_per_account (active_account),
  KEY ticket_account (account, closed_at),
  KEY ticket_requester (requester, closed_at),
  KEY ticket_due (next_follow_up_at),
  KEY ticket_queue (state, id),
  KEY ticket_decided (decided_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE history (
  ticket_id      BIGINT        NOT NULL,
  sequence       INT           NOT NULL,
  at             DATETIME(6)   NOT NULL,
  event          VARCHAR(24)   NOT NULL,
  from_state     VARCHAR(16)   NOT NULL,
  to_state       VARCHAR(16)   NOT NULL,
  actor_kind     VARCHAR(12)   NOT NULL,
  actor_name     VARCHAR(254)  NOT NULL,
  authentication VARCHAR(100)  NOT NULL,
  mail_id        BIGINT        NULL,
  detail         TEXT          NOT NULL,
  previous_hash  CHAR(64)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  hash           CHAR(64)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (ticket_id, sequence),
  CONSTRAINT history_ticket FOREIGN KEY (ticket_id) REFERENCES ticket (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE evidence (
  ticket_id  BIGINT       NOT NULL,
  class      VARCHAR(4)   NOT NULL,
  source     VARCHAR(254) NOT NULL,
  at         DATETIME(6)  NOT NULL,
  mail_id    BIGINT       NULL,
  PRIMARY KEY (ticket_id, class, source),
  CONSTRAINT evidence_ticket FOREIGN KEY (ticket_id) REFERENCES ticket (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- What speaks against a recovery and does not follow from the account itself.
CREATE TABLE warning (
  ticket_id  BIGINT       NOT NULL,
  kind       VARCHAR(32)  NOT NULL,
  source     VARCHAR(254) NOT NULL,
  at         DATETIME(6)  NOT NULL,
  PRIMARY KEY (ticket_id, kind, source),
  CONSTRAINT warning_ticket FOREIGN KEY (ticket_id) REFERENCES ticket (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Reply addresses and codes, never in the clear.
CREATE TABLE token (
  id         BIGINT       NOT NULL PRIMARY KEY,
  hash       CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  purpose    VARCHAR(8)   NOT NULL,
  ticket_id  BIGINT       NOT NULL,
  recipient  VARCHAR(254) NOT NULL,
  round      INT          NOT NULL,
  digest     CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NULL,
  code_hash  CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NULL,
  tries      INT          NOT NULL,
  issued_at  DATETIME(6)  NOT NULL,
  expires_at DATETIME(6)  NOT NULL,
  used_at    DATETIME(6)  NULL,
  UNIQUE KEY token_hash (hash),
  KEY token_code (code_hash),
  KEY token_ticket (ticket_id, purpose),
  CONSTRAINT token_ticket FOREIGN KEY (ticket_id) REFERENCES ticket (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE approval (
  ticket_id  BIGINT       NOT NULL,
  round      INT          NOT NULL,
  staff      VARCHAR(254) NOT NULL,
  at         DATETIME(6)  NOT NULL,
  digest     CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (ticket_id, round, staff),
  KEY approval_staff (staff, at),
  CONSTRAINT approval_ticket FOREIGN KEY (ticket_id) REFERENCES ticket (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- A time-based code counts once (RFC 6238 section 5.2).
CREATE TABLE totp_step (
  staff      VARCHAR(254) NOT NULL,
  step       BIGINT       NOT NULL,
  PRIMARY KEY (staff, step)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Each follow-up once per ticket and stay in a state.
CREATE TABLE follow_up (
  ticket_id  BIGINT       NOT NULL,
  stay_since DATETIME(6)  NOT NULL,
  step       VARCHAR(16)  NOT NULL,
  at         DATETIME(6)  NOT NULL,
  PRIMARY KEY (ticket_id, stay_since, step),
  CONSTRAINT follow_up_ticket FOREIGN KEY (ticket_id) REFERENCES ticket (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- One row for each approved decision that is to be carried out.
CREATE TABLE execution (
  decision        VARCHAR(64)  NOT NULL PRIMARY KEY,
  ticket_id       BIGINT       NOT NULL,
  state           VARCHAR(12)  NOT NULL,
  attempts        INT          NOT NULL,
  -- While somebody carries it out, the end of their lease.
  next_attempt_at DATETIME(6)  NOT NULL,
  ordered_at      DATETIME(6)  NOT NULL,
  ended_at        DATETIME(6)  NULL,
  detail          VARCHAR(500) NULL,
  KEY execution_due (state, next_attempt_at),
  KEY execution_ticket (ticket_id),
  CONSTRAINT execution_ticket FOREIGN KEY (ticket_id) REFERENCES ticket (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Mails of ours. The text is sealed, because it carries codes.
CREATE TABLE outbox (
  id              BIGINT        NOT NULL PRIMARY KEY,
  ticket_id       BIGINT        NULL,
  letter          VARCHAR(32)   NOT NULL,
  dedupe_key      VARCHAR(200)  NOT NULL,
  recipient       VARCHAR(254)  NOT NULL,
  message_id      VARCHAR(255)  NOT NULL,
  sealed          MEDIUMBLOB    NOT NULL,
  created_at      DATETIME(6)   NOT NULL,
  state           VARCHAR(8)    NOT NULL,
  attempts        INT           NOT NULL,
  -- While somebody sends it, the end of their lease.
  next_attempt_at DATETIME(6)   NOT NULL,
  last_answer     VARCHAR(300)  NULL,
  sent_at         DATETIME(6)   NULL,
  UNIQUE KEY outbox_dedupe (dedupe_key),
  UNIQUE KEY outbox_message_id (message_id),
  KEY outbox_due (state, next_attempt_at, id),
  KEY outbox_ticket (ticket_id, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- How many mails of a class went to an address (or to all: '*') in a window.
CREATE TABLE budget (
  class        VARCHAR(16)  NOT NULL,
  address      VARCHAR(254) NOT NULL,
  window_start DATETIME(6)  NOT NULL,
  used         INT          NOT NULL,
  PRIMARY KEY (class, address, window_start),
  KEY budget_window (window_start)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
