-- The first start of the desk, once: what stood in its mailbox before is sorted then and never again.
CREATE TABLE first_start (
  id         TINYINT      NOT NULL PRIMARY KEY CHECK (id = 1),
  at         DATETIME(6)  NOT NULL,
  since      DATETIME(6)  NOT NULL,
  sorted_at  DATETIME(6)  NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- A desk of before has started.
INSERT INTO first_start (id, at, since, sorted_at)
SELECT 1, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), UTC_TIMESTAMP(6) FROM DUAL
WHERE EXISTS (SELECT 1 FROM mail) OR EXISTS (SELECT 1 FROM inbox_look);

-- What the scanner said of the files of a mail, where it found something or could not look.
ALTER TABLE mail ADD COLUMN files VARCHAR(120) NULL;

-- Copies of mails in the folder for processed mail that have to go: they hold a secret, or a file that a scanner calls
-- harmful. last_at is when the last copy arrived, again_at when the mail was handled, or its copy looked for in vain;
-- none when the copy is gone.
CREATE TABLE unsafe_copy (
  mail_id   BIGINT       NOT NULL PRIMARY KEY,
  why       VARCHAR(8)   NOT NULL,
  tries     INT          NOT NULL,
  last_at   DATETIME(6)  NOT NULL,
  again_at  DATETIME(6)  NULL,
  KEY unsafe_copy_due (why, again_at),
  CONSTRAINT unsafe_copy_mail FOREIGN KEY (mail_id) REFERENCES mail (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
