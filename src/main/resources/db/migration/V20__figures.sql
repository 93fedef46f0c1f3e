-- What is counted: open tickets by state, level, age and who has them; those of a span of time by the day that they
-- were opened, or closed and how; what the staff answered lately. Each index holds all that its count asks for.
ALTER TABLE ticket
  ADD KEY ticket_opened (opened_at, concern),
  ADD KEY ticket_closed (closed_at, state, opened_at),
  DROP KEY ticket_queue,
  ADD KEY ticket_queue (state, level, state_since, assignee);

ALTER TABLE deed
  DROP KEY deed_at,
  ADD KEY deed_at (at, staff, command, state, state_since);
