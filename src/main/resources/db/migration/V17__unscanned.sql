-- A copy may also have to go because nobody could scan its files: it goes to a folder of its own.
ALTER TABLE unsafe_copy MODIFY why VARCHAR(12) NOT NULL;
