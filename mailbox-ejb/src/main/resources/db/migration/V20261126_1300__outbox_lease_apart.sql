-- Who sends a message is noted beside it: a claim writes a narrow row instead of a wide one with all
-- its indexes, and a lease that ends leaves the message as it was.
CREATE TABLE outbox_lease (
  -- no foreign key: who claims a message has its row locked
  message BIGINT PRIMARY KEY,
  token VARCHAR(40) NOT NULL,
  node VARCHAR(100) NOT NULL,
  valid_until TIMESTAMP WITH TIME ZONE NOT NULL
);

UPDATE outbox_message SET state = 'QUEUED', next_attempt = created_at WHERE state = 'SENDING';
ALTER TABLE outbox_message DROP COLUMN lease_token;
ALTER TABLE outbox_message DROP COLUMN lease_node;
ALTER TABLE outbox_message DROP COLUMN lease_until;

-- a recipient changes once: where the page has room for it, no index is written anew
${partial} ALTER TABLE outbox_recipient SET (fillfactor = 45);
