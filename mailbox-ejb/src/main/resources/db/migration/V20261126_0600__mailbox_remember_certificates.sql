-- The certificate that each mail server showed when it was last looked at.
CREATE TABLE mailbox_certificate (
  server VARCHAR(253) NOT NULL,
  port INTEGER NOT NULL,
  subject VARCHAR(400) NOT NULL,
  names VARCHAR(2000) NOT NULL,
  issuer VARCHAR(400) NOT NULL,
  valid_from TIMESTAMP WITH TIME ZONE NOT NULL,
  expires TIMESTAMP WITH TIME ZONE NOT NULL,
  fingerprint VARCHAR(64) NOT NULL,
  name_matches BOOLEAN NOT NULL,
  trusted BOOLEAN NOT NULL,
  seen_at TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY (server, port)
);

CREATE INDEX mailbox_certificate_expires ON mailbox_certificate (expires);
