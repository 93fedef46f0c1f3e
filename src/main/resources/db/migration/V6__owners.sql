-- An owner may write on their own: which tickets were they written to about?
ALTER TABLE token ADD KEY token_recipient (recipient, purpose, id);
