-- A place is a hint and no name: a server whose mailbox was restored hands out numbers again, so one
-- place may have held several mails.
ALTER TABLE mail_position
  MODIFY mailbox VARCHAR(500) NOT NULL,
  DROP PRIMARY KEY,
  ADD PRIMARY KEY (mailbox, uid_validity, uid, mail_id);

-- For each key that ever sealed a row, a text that is known, sealed with it: it tells a damaged row
-- from a key that is missing.
CREATE TABLE sealing_key (
  sealed        VARBINARY(64) NOT NULL PRIMARY KEY
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- The hash of the key: a key names a recipient, whose address alone may have 254 letters.
UPDATE outbox SET dedupe_key = SHA2(dedupe_key, 256);
ALTER TABLE outbox
  MODIFY dedupe_key CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL;

-- An account may be named by a mail address.
ALTER TABLE ticket
  MODIFY account_name VARCHAR(254) NULL,
  MODIFY index_name VARCHAR(254) NULL;

-- Classes of evidence say what they are.
ALTER TABLE evidence MODIFY class VARCHAR(32) NOT NULL;
UPDATE evidence SET class = 'REGISTERED_SENDER' WHERE class = 'E1';
UPDATE evidence SET class = 'CODE' WHERE class = 'E2';
UPDATE evidence SET class = 'SECOND_CODE' WHERE class = 'E2B';

-- When the last visit of an inbox began that reached its end: what arrived before is stored.
CREATE TABLE inbox_look (
  mailbox       VARCHAR(500)  NOT NULL PRIMARY KEY,
  began_at      DATETIME(6)   NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Whether mails that arrived before a moment still wait.
ALTER TABLE mail ADD KEY mail_unread (state, received_at, stored_at);
