-- When mail of a sender was answered of late, so that two robots do not answer each other for ever.
CREATE TABLE answered_sender (
  address VARCHAR(320) NOT NULL PRIMARY KEY,
  moments VARCHAR(200) NOT NULL,
  subject VARCHAR(1000) NOT NULL,
  cause VARCHAR(100) NOT NULL,
  answered_at TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX answered_sender_age ON answered_sender (answered_at);
