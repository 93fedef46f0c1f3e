-- A place is a hint and no name: a server whose mailbox was restored hands out numbers again, so one
-- place may have held several mails.
ALTER TABLE mail_position
  DROP PRIMARY KEY,
  ADD PRIMARY KEY (mailbox, uid_validity, uid, mail_id);

-- For each key that ever sealed a row, a text that is known, sealed with it: it tells a damaged row
-- from a key that is missing.
CREATE TABLE sealing_key (
  sealed        VARBINARY(64) NOT NULL PRIMARY KEY
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
