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
