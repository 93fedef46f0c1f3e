-- Who heard a mail; whose words it holds, where people must read them; since when these wait to stand
-- before the staff.
ALTER TABLE mail
  ADD COLUMN heard VARCHAR(8) NULL,
  ADD COLUMN writer VARCHAR(12) NULL,
  ADD COLUMN unread_since DATETIME(6) NULL,
  ADD KEY mail_unread_words (unread_since, ticket_id);
