-- The budget that a letter waits for, which is over its budget.
ALTER TABLE outbox ADD COLUMN charged VARCHAR(16) NULL;
