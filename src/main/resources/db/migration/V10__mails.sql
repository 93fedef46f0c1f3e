-- Who of the staff is at work: asked for each reset that a person carries out.
ALTER TABLE deed ADD KEY deed_at (at, staff);
