-- Where a mail stands in the line: when it came, and further back the more its sender wrote before it.
-- Empty for mails of an older desk, which come first. No index stands on next_attempt_at any more: it changes
-- twice with every mail, and those that wait are few beside those that ended.
ALTER TABLE mail
  ADD COLUMN place_at DATETIME(6) NULL,
  DROP KEY mail_waiting,
  ADD KEY mail_line (state, place_at, id);
