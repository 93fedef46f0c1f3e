-- What somebody says about their recovery codes has more than two answers.
ALTER TABLE ticket MODIFY recovery_codes VARCHAR(16) NULL;
UPDATE ticket SET recovery_codes = CASE recovery_codes WHEN '1' THEN 'NONE' WHEN '0' THEN 'HAVE' END;

-- How far the talk with the requester has come.
ALTER TABLE ticket
  ADD asked            VARCHAR(200) NOT NULL DEFAULT '',
  ADD fruitless        INT          NOT NULL DEFAULT 0,
  ADD question         TEXT         NULL,
  ADD question_by      VARCHAR(254) NULL,
  ADD extensions       INT          NOT NULL DEFAULT 0,
  ADD place_told       INT          NULL,
  ADD promised_at      DATETIME(6)  NULL,
  ADD level            VARCHAR(16)  NULL,
  ADD KEY ticket_promised (promised_at);
