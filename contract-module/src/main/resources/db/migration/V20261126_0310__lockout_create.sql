-- Log-ins that failed of late; how long somebody must wait follows from their number.
CREATE SEQUENCE log_in_failure_seq START WITH 50 INCREMENT BY 50;

CREATE TABLE log_in_failure (
  id BIGINT PRIMARY KEY,
  kind VARCHAR(10) NOT NULL,
  -- an address, or the digest of a log-in or device: an unknown log-in may be a password in the wrong field
  subject VARCHAR(64) NOT NULL,
  who VARCHAR(100),
  failed_at TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX log_in_failure_subject ON log_in_failure (subject, failed_at);
CREATE INDEX log_in_failure_failed_at ON log_in_failure (failed_at);
