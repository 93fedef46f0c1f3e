-- An owner may write on their own: which tickets were they written to about?
ALTER TABLE token ADD KEY token_recipient (recipient, purpose, id);

-- What is ordered: a reset, or that an account be frozen.
ALTER TABLE execution ADD COLUMN kind VARCHAR(8) NOT NULL DEFAULT 'RESET' AFTER ticket_id;
