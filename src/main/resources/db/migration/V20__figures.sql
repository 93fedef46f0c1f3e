-- What is counted over a span of time: tickets by the day that they were opened, or closed and how.
ALTER TABLE ticket
  ADD KEY ticket_opened (opened_at, concern),
  ADD KEY ticket_closed (closed_at, state, opened_at),
  DROP KEY ticket_queue,
  ADD KEY ticket_queue (state, level, state_since);
