-- The address that an account is to get is kept as it was approved. An approval from before has none:
-- where an address was to be changed, the ticket is put on hold, and the staff approve it once more.
ALTER TABLE approval
  ADD COLUMN new_address VARCHAR(254) NULL;

-- Who of the staff is at work: asked for each reset that a person carries out.
ALTER TABLE deed ADD KEY deed_at (at, staff);
