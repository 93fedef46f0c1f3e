-- A number that only grows. A file outside the database has the last one that was committed, so that a database that has
-- a lower one shows that it is older than that file: an old dump was restored.
CREATE TABLE restore_mark (
  id      TINYINT NOT NULL PRIMARY KEY CHECK (id = 1),
  number  BIGINT  NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

INSERT INTO restore_mark (id, number) VALUES (1, 0);

-- What is listed, counted and looked for where there are a million: mails that nobody answered, or that nobody reads;
-- cases by the reasons that they gave, and how long a decision took.
ALTER TABLE mail
  ADD KEY mail_outcome (outcome, id),
  ADD KEY mail_heard (heard, id);

ALTER TABLE ticket
  DROP KEY ticket_opened,
  ADD KEY ticket_opened (opened_at, concern, reasons),
  DROP KEY ticket_decided,
  ADD KEY ticket_decided (decided_at, opened_at);
