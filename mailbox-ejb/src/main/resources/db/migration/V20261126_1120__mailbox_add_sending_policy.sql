-- How mail leaves an Output mailbox; empty for as usual.
ALTER TABLE mailbox ADD COLUMN messages_a_minute INTEGER;
ALTER TABLE mailbox ADD COLUMN connections INTEGER;
ALTER TABLE mailbox ADD COLUMN after_loss VARCHAR(20);
ALTER TABLE mailbox ADD COLUMN give_up_hours INTEGER;
ALTER TABLE mailbox ADD COLUMN answer_seconds INTEGER;

-- until when its mail waits for a limit of its own
ALTER TABLE mailbox_health ADD COLUMN limited_until TIMESTAMP WITH TIME ZONE;

-- what was taken in the last minute, second by second, in place of parts of a minute
DROP TABLE delivery_allowance;
CREATE TABLE delivery_allowance (
  lane VARCHAR(40) PRIMARY KEY,
  taken VARCHAR(2000) NOT NULL
);

-- how many connections of a lane each node may have, and had until lately
CREATE TABLE delivery_share (
  lane VARCHAR(40) NOT NULL,
  node VARCHAR(100) NOT NULL,
  connections INTEGER NOT NULL,
  ends TIMESTAMP WITH TIME ZONE NOT NULL,
  had INTEGER NOT NULL,
  had_until TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY (lane, node)
);

-- since when it is tried to deliver a message; empty for since it was made
ALTER TABLE outbox_message ADD COLUMN queued_at TIMESTAMP WITH TIME ZONE;
