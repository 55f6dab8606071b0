-- What is wrong with mailboxes, so that people are told once.
CREATE SEQUENCE mailbox_alert_seq START WITH 50 INCREMENT BY 50;

CREATE TABLE mailbox_alert (
  id BIGINT PRIMARY KEY,
  mailbox_id BIGINT NOT NULL,
  kind VARCHAR(20) NOT NULL,
  name VARCHAR(100) NOT NULL,
  urgency INTEGER NOT NULL,
  words VARCHAR(500) NOT NULL,
  since TIMESTAMP WITH TIME ZONE NOT NULL,
  news_at TIMESTAMP WITH TIME ZONE NOT NULL,
  tell_at TIMESTAMP WITH TIME ZONE NOT NULL,
  told_at TIMESTAMP WITH TIME ZONE,
  gone_at TIMESTAMP WITH TIME ZONE,
  closed_at TIMESTAMP WITH TIME ZONE,
  CONSTRAINT mailbox_alert_once UNIQUE (mailbox_id, kind)
);

-- One row: whose turn it is to look.
CREATE TABLE alert_round (
  id INTEGER PRIMARY KEY,
  taken_at TIMESTAMP WITH TIME ZONE NOT NULL
);

INSERT INTO alert_round (id, taken_at) VALUES (1, TIMESTAMP WITH TIME ZONE '1970-01-01 00:00:00+00:00');

-- What is done to many mailboxes at once; any node goes on with it.
CREATE SEQUENCE bulk_run_seq START WITH 50 INCREMENT BY 50;

CREATE TABLE bulk_run (
  id BIGINT PRIMARY KEY,
  action VARCHAR(10) NOT NULL,
  started_by VARCHAR(200) NOT NULL,
  started_at TIMESTAMP WITH TIME ZONE NOT NULL,
  stopped_at TIMESTAMP WITH TIME ZONE,
  ended_at TIMESTAMP WITH TIME ZONE
);

CREATE TABLE bulk_item (
  run_id BIGINT NOT NULL REFERENCES bulk_run (id),
  mailbox_id BIGINT NOT NULL,
  name VARCHAR(100) NOT NULL,
  state VARCHAR(10) NOT NULL,
  reason VARCHAR(1000) NOT NULL,
  claimed_until TIMESTAMP WITH TIME ZONE,
  ended_at TIMESTAMP WITH TIME ZONE,
  PRIMARY KEY (run_id, mailbox_id)
);

CREATE INDEX bulk_item_state ON bulk_item (state, run_id, mailbox_id);
CREATE INDEX bulk_item_of ON bulk_item (run_id, state, name);
