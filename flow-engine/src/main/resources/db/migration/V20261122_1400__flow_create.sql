CREATE TABLE flow (
  flow_key VARCHAR(100) PRIMARY KEY,
  name VARCHAR(255) NOT NULL,
  description VARCHAR(2000) NOT NULL,
  current_version INTEGER NOT NULL,
  saved_at TIMESTAMP WITH TIME ZONE NOT NULL,
  saved_by VARCHAR(200) NOT NULL,
  lock_version BIGINT NOT NULL
);

CREATE SEQUENCE flow_diagram_seq START WITH 50 INCREMENT BY 50;

CREATE TABLE flow_diagram (
  id BIGINT PRIMARY KEY,
  flow_key VARCHAR(100) NOT NULL,
  version INTEGER NOT NULL,
  bpmn ${text} NOT NULL,
  saved_at TIMESTAMP WITH TIME ZONE NOT NULL,
  saved_by VARCHAR(200) NOT NULL,
  CONSTRAINT flow_diagram_version UNIQUE (flow_key, version)
);

-- what the e-mail elements of the current versions say about their outbox
CREATE SEQUENCE flow_email_element_seq START WITH 50 INCREMENT BY 50;

CREATE TABLE flow_email_element (
  id BIGINT PRIMARY KEY,
  flow_key VARCHAR(100) NOT NULL,
  element VARCHAR(100) NOT NULL,
  name VARCHAR(255) NOT NULL,
  own_outbox BOOLEAN NOT NULL,
  mailbox_id BIGINT,
  CONSTRAINT flow_email_element_place UNIQUE (flow_key, element)
);

CREATE INDEX flow_email_element_mailbox ON flow_email_element (mailbox_id);

-- the primary key makes a request run its flow once
CREATE TABLE flow_run (
  request_number BIGINT PRIMARY KEY,
  flow_key VARCHAR(100) NOT NULL,
  version INTEGER NOT NULL,
  instance_id VARCHAR(64) NOT NULL
);

CREATE INDEX flow_run_flow ON flow_run (flow_key);

-- one row to lock: nodes that start together make the engine's tables one after the other
CREATE TABLE flow_engine_start (
  id INTEGER PRIMARY KEY
);

INSERT INTO flow_engine_start (id) VALUES (1);
