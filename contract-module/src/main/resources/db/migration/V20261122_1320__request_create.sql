CREATE SEQUENCE service_request_seq START WITH 50 INCREMENT BY 50;

CREATE TABLE service_request (
  request_number BIGINT PRIMARY KEY,
  contract_id BIGINT NOT NULL REFERENCES contract (id),
  title VARCHAR(250) NOT NULL,
  description ${text} NOT NULL,
  contact_name VARCHAR(200) NOT NULL,
  contact_email VARCHAR(254),
  origin VARCHAR(20) NOT NULL,
  situation VARCHAR(20) NOT NULL,
  flow VARCHAR(255),
  refers_to BIGINT REFERENCES service_request (request_number),
  opened_at TIMESTAMP WITH TIME ZONE NOT NULL,
  opened_by VARCHAR(200) NOT NULL,
  closed_at TIMESTAMP WITH TIME ZONE,
  version BIGINT NOT NULL
);

CREATE INDEX service_request_contract ON service_request (contract_id);

CREATE TABLE request_copied (
  request_number BIGINT NOT NULL REFERENCES service_request (request_number),
  address VARCHAR(254) NOT NULL,
  PRIMARY KEY (request_number, address)
);

CREATE SEQUENCE occurrence_seq START WITH 50 INCREMENT BY 50;

CREATE TABLE occurrence (
  id BIGINT PRIMARY KEY,
  request_number BIGINT NOT NULL REFERENCES service_request (request_number),
  happened_at TIMESTAMP WITH TIME ZONE NOT NULL,
  said_by VARCHAR(300) NOT NULL,
  origin VARCHAR(20) NOT NULL,
  text ${text} NOT NULL
);

CREATE INDEX occurrence_request ON occurrence (request_number);

CREATE SEQUENCE attachment_seq START WITH 50 INCREMENT BY 50;

CREATE TABLE attachment (
  id BIGINT PRIMARY KEY,
  request_number BIGINT NOT NULL REFERENCES service_request (request_number),
  occurrence_id BIGINT REFERENCES occurrence (id),
  name VARCHAR(250) NOT NULL,
  content_type VARCHAR(250) NOT NULL,
  content_size BIGINT NOT NULL
);

CREATE INDEX attachment_request ON attachment (request_number);

CREATE TABLE attachment_bytes (
  attachment_id BIGINT PRIMARY KEY REFERENCES attachment (id),
  content ${blob} NOT NULL
);

CREATE SEQUENCE thread_mail_seq START WITH 50 INCREMENT BY 50;

CREATE TABLE thread_mail (
  id BIGINT PRIMARY KEY,
  request_number BIGINT NOT NULL REFERENCES service_request (request_number),
  message_id VARCHAR(500) NOT NULL,
  joined_at TIMESTAMP WITH TIME ZONE NOT NULL,
  CONSTRAINT thread_mail_once UNIQUE (request_number, message_id)
);
