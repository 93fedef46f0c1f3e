-- Of several claims to one account one leads; the others stand beside it and hold nothing up.
ALTER TABLE ticket
  ADD COLUMN beside BOOLEAN NOT NULL DEFAULT FALSE AFTER account,
  DROP KEY ticket_one_active_per_account,
  DROP COLUMN active_account;
ALTER TABLE ticket
  ADD COLUMN active_account VARCHAR(255) AS (
    CASE WHEN NOT beside
          AND state IN ('NEEDS_DETAILS', 'SELF_SERVICE', 'PROVING', 'IN_REVIEW', 'ON_HOLD',
                        'COOLING_OFF', 'EXECUTING')
         THEN account END) STORED,
  ADD UNIQUE KEY ticket_one_active_per_account (active_account),
  DROP KEY ticket_account,
  ADD KEY ticket_account (account, closed_at, beside);

-- A command that is taken back gives back the talk with the requester as well.
ALTER TABLE deed
  ADD COLUMN beside      BOOLEAN      NOT NULL DEFAULT FALSE,
  ADD COLUMN asked       VARCHAR(200) NOT NULL DEFAULT '',
  ADD COLUMN fruitless   INT          NOT NULL DEFAULT 0,
  ADD COLUMN question    TEXT         NULL,
  ADD COLUMN question_by VARCHAR(254) NULL,
  ADD COLUMN extensions  INT          NOT NULL DEFAULT 0,
  ADD COLUMN place_told  INT          NULL,
  ADD COLUMN promised_at DATETIME(6)  NULL,
  ADD COLUMN level       VARCHAR(16)  NULL;
