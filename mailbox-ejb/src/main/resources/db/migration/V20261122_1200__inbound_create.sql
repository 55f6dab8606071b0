CREATE SEQUENCE received_mail_seq START WITH 50 INCREMENT BY 50;

-- The ledger. A place is one folder as one account sees it, with its UIDVALIDITY (docs/reading.md).
CREATE TABLE received_mail (
  id BIGINT PRIMARY KEY,
  mailbox_id BIGINT NOT NULL,
  place VARCHAR(64) NOT NULL,
  uid VARCHAR(128) NOT NULL,
  message_id VARCHAR(300) NOT NULL,
  fingerprint VARCHAR(64) NOT NULL,
  received_at TIMESTAMP WITH TIME ZONE NOT NULL,
  stored_at TIMESTAMP WITH TIME ZONE NOT NULL,
  sender VARCHAR(320) NOT NULL,
  subject VARCHAR(500) NOT NULL,
  mail_size BIGINT NOT NULL,
  marked BOOLEAN NOT NULL,
  state VARCHAR(20) NOT NULL,
  reason VARCHAR(1000) NOT NULL,
  reference VARCHAR(100),
  attempts INTEGER NOT NULL,
  next_try TIMESTAMP WITH TIME ZONE NOT NULL,
  version BIGINT NOT NULL,
  CONSTRAINT received_mail_once UNIQUE (mailbox_id, place, uid)
);

CREATE INDEX received_mail_waiting ON received_mail (state, mailbox_id, next_try);
CREATE INDEX received_mail_same ON received_mail (mailbox_id, fingerprint);
CREATE INDEX received_mail_unmarked ON received_mail (mailbox_id, marked);
CREATE INDEX received_mail_newest ON received_mail (received_at, id);
CREATE INDEX received_mail_reference ON received_mail (reference);

CREATE TABLE received_raw (
  received_id BIGINT PRIMARY KEY,
  content ${blob} NOT NULL
);

CREATE TABLE inbound_cursor (
  mailbox_id BIGINT PRIMARY KEY,
  place VARCHAR(64),
  last_uid BIGINT NOT NULL,
  baseline_at TIMESTAMP WITH TIME ZONE,
  scanning BOOLEAN NOT NULL,
  read_at TIMESTAMP WITH TIME ZONE,
  next_due TIMESTAMP WITH TIME ZONE NOT NULL,
  failures INTEGER NOT NULL,
  stumbled_uid VARCHAR(128),
  stumbles INTEGER NOT NULL,
  lease_owner VARCHAR(64),
  lease_token BIGINT NOT NULL,
  lease_until TIMESTAMP WITH TIME ZONE
);

-- POP3 mail that was there before its mailbox was activated.
CREATE SEQUENCE inbound_skipped_seq START WITH 50 INCREMENT BY 50;

CREATE TABLE inbound_skipped (
  id BIGINT PRIMARY KEY,
  mailbox_id BIGINT NOT NULL,
  place VARCHAR(64) NOT NULL,
  uid VARCHAR(128) NOT NULL,
  CONSTRAINT inbound_skipped_once UNIQUE (mailbox_id, place, uid)
);
