-- Senders that a person let in, whatever the contract's sender policy; addresses in lower case.
CREATE SEQUENCE released_sender_seq START WITH 50 INCREMENT BY 50;

CREATE TABLE released_sender (
  id BIGINT PRIMARY KEY,
  contract_id BIGINT NOT NULL REFERENCES contract (id) ON DELETE CASCADE,
  address VARCHAR(320) NOT NULL,
  released_at TIMESTAMP WITH TIME ZONE NOT NULL,
  released_by VARCHAR(200) NOT NULL,
  CONSTRAINT released_sender_once UNIQUE (contract_id, address)
);
