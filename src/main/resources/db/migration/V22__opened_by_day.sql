-- What was opened is counted by what it is, which its state says, and by the reasons that it gave.
ALTER TABLE ticket
  DROP KEY ticket_opened,
  ADD KEY ticket_opened (opened_at, state, reasons);
