-- The mails that a person wrote, and the letters that they got.
ALTER TABLE mail
  ADD KEY mail_sender (sender, id);

ALTER TABLE outbox
  ADD KEY outbox_recipient (recipient, id);
