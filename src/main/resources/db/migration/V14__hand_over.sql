-- A letter that is being handed over to the outgoing server, noted before. It stays when the process ends meanwhile:
-- nobody knows then whether the letter arrived, and it is handed over once more at most.
CREATE TABLE hand_over (
  outbox_id  BIGINT       NOT NULL PRIMARY KEY,
  times      INT          NOT NULL,
  at         DATETIME(6)  NOT NULL,
  CONSTRAINT hand_over_outbox FOREIGN KEY (outbox_id) REFERENCES outbox (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
