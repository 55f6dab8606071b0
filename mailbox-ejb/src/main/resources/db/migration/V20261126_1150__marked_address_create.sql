-- Addresses that returned mail for good; in lower case, so that each is there once.
CREATE TABLE marked_address (
  address VARCHAR(320) NOT NULL PRIMARY KEY,
  marked_at TIMESTAMP WITH TIME ZONE NOT NULL,
  words VARCHAR(500) NOT NULL,
  message BIGINT NOT NULL
);
