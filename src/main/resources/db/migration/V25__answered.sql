-- How long the staff took is counted by the level that a case had when they answered it: with it in the index no
-- ticket is looked up, of which a large desk would need a hundred thousand.
ALTER TABLE deed
  DROP KEY deed_at,
  ADD KEY deed_at (at, staff, command, state, state_since, level);
