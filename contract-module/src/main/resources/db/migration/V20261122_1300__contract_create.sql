CREATE SEQUENCE client_seq START WITH 50 INCREMENT BY 50;

CREATE TABLE client (
  id BIGINT PRIMARY KEY,
  name VARCHAR(200) NOT NULL,
  name_key VARCHAR(200) NOT NULL,
  domains VARCHAR(2000) NOT NULL,
  CONSTRAINT client_name_once UNIQUE (name_key)
);

CREATE SEQUENCE contract_seq START WITH 50 INCREMENT BY 50;

CREATE TABLE contract (
  id BIGINT PRIMARY KEY,
  contract_number VARCHAR(60) NOT NULL,
  number_key VARCHAR(60) NOT NULL,
  client_id BIGINT NOT NULL REFERENCES client (id),
  start_date DATE NOT NULL,
  end_date DATE,
  status VARCHAR(20) NOT NULL,
  output_mailbox_id BIGINT,
  input_mailbox_id BIGINT,
  flow VARCHAR(255),
  when_outbox_unavailable VARCHAR(20) NOT NULL,
  sender_policy VARCHAR(20) NOT NULL,
  mailbox_for_all_notices BOOLEAN NOT NULL,
  version BIGINT NOT NULL,
  CONSTRAINT contract_number_once UNIQUE (number_key),
  -- the mail of an Input mailbox belongs to one contract
  CONSTRAINT contract_input_mailbox_once UNIQUE (input_mailbox_id)
);

CREATE INDEX contract_client ON contract (client_id);
CREATE INDEX contract_output_mailbox ON contract (output_mailbox_id);
CREATE INDEX contract_flow ON contract (flow);
