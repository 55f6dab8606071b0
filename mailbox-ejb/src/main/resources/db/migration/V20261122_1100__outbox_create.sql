CREATE SEQUENCE outbox_message_seq START WITH 50 INCREMENT BY 50;
CREATE SEQUENCE outbox_recipient_seq START WITH 50 INCREMENT BY 50;
CREATE SEQUENCE outbox_attempt_seq START WITH 50 INCREMENT BY 50;

CREATE TABLE outbox_message (
  id BIGINT PRIMARY KEY,
  message_id VARCHAR(400) NOT NULL,
  reference VARCHAR(100) NOT NULL,
  origin VARCHAR(200) NOT NULL,
  lane VARCHAR(40) NOT NULL,
  sender VARCHAR(300) NOT NULL,
  sender_name VARCHAR(300) NOT NULL,
  subject VARCHAR(1000) NOT NULL,
  explanation VARCHAR(1000) NOT NULL,
  state VARCHAR(20) NOT NULL,
  hold_reason VARCHAR(500),
  attempts INTEGER NOT NULL,
  failures INTEGER NOT NULL,
  last_reply VARCHAR(1000),
  bytes BIGINT NOT NULL,
  created_at TIMESTAMP WITH TIME ZONE NOT NULL,
  sent_at TIMESTAMP WITH TIME ZONE,
  -- set exactly while the message waits to be claimed
  next_attempt TIMESTAMP WITH TIME ZONE,
  -- set exactly while a worker has it
  lease_token VARCHAR(40),
  lease_node VARCHAR(100),
  lease_until TIMESTAMP WITH TIME ZONE
);

CREATE UNIQUE INDEX outbox_message_message_id ON outbox_message (message_id);
CREATE INDEX outbox_message_due ON outbox_message (lane, next_attempt, id);
CREATE INDEX outbox_message_lease ON outbox_message (lease_token);
CREATE INDEX outbox_message_state ON outbox_message (state, id);
CREATE INDEX outbox_message_reference ON outbox_message (reference, id);

-- apart from the message, so that lists never read it
CREATE TABLE outbox_body (
  message BIGINT PRIMARY KEY,
  raw ${blob} NOT NULL,
  CONSTRAINT outbox_body_message FOREIGN KEY (message) REFERENCES outbox_message (id)
);

CREATE TABLE outbox_recipient (
  id BIGINT PRIMARY KEY,
  message BIGINT NOT NULL,
  position INTEGER NOT NULL,
  address VARCHAR(300) NOT NULL,
  state VARCHAR(20) NOT NULL,
  last_reply VARCHAR(1000),
  CONSTRAINT outbox_recipient_message FOREIGN KEY (message) REFERENCES outbox_message (id)
);

CREATE INDEX outbox_recipient_of ON outbox_recipient (message, position);

CREATE TABLE outbox_attempt (
  id BIGINT PRIMARY KEY,
  message BIGINT NOT NULL,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  state VARCHAR(20) NOT NULL,
  words VARCHAR(1000) NOT NULL,
  CONSTRAINT outbox_attempt_message FOREIGN KEY (message) REFERENCES outbox_message (id)
);

CREATE INDEX outbox_attempt_of ON outbox_attempt (message, id);
