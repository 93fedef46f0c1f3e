-- The addresses that stood on record when a ticket came to be about an account: one that is there later without a
-- day is told to the staff. In the clear, as the recipients of its codes are (token), so that who is erased is found.
CREATE TABLE on_record (
  ticket_id  BIGINT       NOT NULL,
  account    VARCHAR(255) NOT NULL,
  address    VARCHAR(254) NOT NULL,
  PRIMARY KEY (ticket_id, account, address),
  CONSTRAINT on_record_ticket FOREIGN KEY (ticket_id) REFERENCES ticket (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
