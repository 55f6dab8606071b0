CREATE SEQUENCE request_mail_seq START WITH 50 INCREMENT BY 50;

-- what a mail looked like that opened a request or was added to one
CREATE TABLE request_mail (
  id BIGINT PRIMARY KEY,
  request_number BIGINT NOT NULL REFERENCES service_request (request_number),
  -- null for the mail that opened the request
  occurrence_id BIGINT REFERENCES occurrence (id),
  received_id BIGINT NOT NULL,
  message_id VARCHAR(500),
  formatted BOOLEAN NOT NULL,
  remote_images BOOLEAN NOT NULL,
  html ${text} NOT NULL
);

CREATE INDEX request_mail_request ON request_mail (request_number);
