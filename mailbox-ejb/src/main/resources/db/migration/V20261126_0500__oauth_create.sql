-- The tokens a mailbox signs in with by OAuth2, and who consented. Written by machines, apart from
-- the settings that people edit.
CREATE TABLE mailbox_token (
  mailbox_id BIGINT PRIMARY KEY REFERENCES mailbox (id) ON DELETE CASCADE,
  client VARCHAR(64) NOT NULL,
  sealed_access ${blob},
  access_obtained TIMESTAMP WITH TIME ZONE,
  access_expires TIMESTAMP WITH TIME ZONE,
  sealed_refresh ${blob},
  refresh_expires TIMESTAMP WITH TIME ZONE,
  account VARCHAR(255),
  consented_by VARCHAR(255),
  consented_at TIMESTAMP WITH TIME ZONE,
  lost BOOLEAN NOT NULL,
  trouble VARCHAR(500),
  trouble_at TIMESTAMP WITH TIME ZONE,
  holder VARCHAR(64),
  held_until TIMESTAMP WITH TIME ZONE
);

CREATE INDEX mailbox_token_refresh_expires ON mailbox_token (refresh_expires);

-- Consents that a person has begun: each is used once, and within ten minutes.
CREATE TABLE mailbox_consent (
  state VARCHAR(64) PRIMARY KEY,
  mailbox_id BIGINT NOT NULL REFERENCES mailbox (id) ON DELETE CASCADE,
  client VARCHAR(64) NOT NULL,
  login VARCHAR(255) NOT NULL,
  session VARCHAR(64),
  nonce VARCHAR(64) NOT NULL,
  expires TIMESTAMP WITH TIME ZONE NOT NULL
);

CREATE INDEX mailbox_consent_expires ON mailbox_consent (expires);
