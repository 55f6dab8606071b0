CREATE SEQUENCE api_token_seq START WITH 50 INCREMENT BY 50;

CREATE TABLE api_token (
  id BIGINT PRIMARY KEY,
  login_key VARCHAR(100) NOT NULL REFERENCES person (login_key) ON DELETE CASCADE,
  name VARCHAR(100) NOT NULL,
  -- what a person may recognise it by; the token itself is nowhere
  beginning VARCHAR(12) NOT NULL,
  digest VARCHAR(64) NOT NULL,
  read_only BOOLEAN NOT NULL,
  made_at TIMESTAMP WITH TIME ZONE NOT NULL,
  expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
  last_used TIMESTAMP WITH TIME ZONE,
  CONSTRAINT api_token_digest_once UNIQUE (digest)
);
CREATE INDEX api_token_login ON api_token (login_key);

CREATE TABLE api_token_role (
  token_id BIGINT NOT NULL REFERENCES api_token (id) ON DELETE CASCADE,
  role VARCHAR(40) NOT NULL,
  PRIMARY KEY (token_id, role)
);
