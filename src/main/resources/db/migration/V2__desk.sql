-- A place is a hint and no name: a server whose mailbox was restored hands out numbers again, so one
-- place may have held several mails.
ALTER TABLE mail_position
  DROP PRIMARY KEY,
  ADD PRIMARY KEY (mailbox, uid_validity, uid, mail_id);
