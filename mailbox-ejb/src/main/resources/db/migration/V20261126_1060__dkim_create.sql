-- Keys that sign the mail of Output mailboxes (RFC 6376). A prepared one waits until its record is in
-- the domain name system; a replaced one stays, as its record is still asked for.
CREATE SEQUENCE dkim_key_seq START WITH 50 INCREMENT BY 50;

CREATE TABLE dkim_key (
  id BIGINT PRIMARY KEY,
  version BIGINT NOT NULL,
  mailbox_id BIGINT NOT NULL REFERENCES mailbox (id) ON DELETE CASCADE,
  domain VARCHAR(255) NOT NULL,
  selector VARCHAR(63) NOT NULL,
  public_key VARCHAR(1000) NOT NULL,
  sealed_key ${blob} NOT NULL,
  state VARCHAR(20) NOT NULL,
  created_at TIMESTAMP WITH TIME ZONE NOT NULL,
  signs_since TIMESTAMP WITH TIME ZONE,
  replaced_at TIMESTAMP WITH TIME ZONE
);

CREATE UNIQUE INDEX dkim_key_name ON dkim_key (domain, selector);
CREATE INDEX dkim_key_mailbox ON dkim_key (mailbox_id, state);
