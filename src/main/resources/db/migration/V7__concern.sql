-- What a ticket is about: a recovery, or something else that a person of the staff answers.
ALTER TABLE ticket
  ADD concern VARCHAR(16) NOT NULL DEFAULT 'RECOVERY' AFTER requester;
