-- What kind of failure the last one was, and until when a mailbox is left alone after it.
ALTER TABLE mailbox_health ADD COLUMN last_error_class VARCHAR(10);
ALTER TABLE mailbox_health ADD COLUMN rests_until TIMESTAMP WITH TIME ZONE;
UPDATE mailbox_health SET last_error_class = trouble;

-- Lists show how much failed and arrived within a day.
ALTER TABLE outbox_message ADD COLUMN failed_at TIMESTAMP WITH TIME ZONE;
UPDATE outbox_message SET failed_at =
  (SELECT MAX(a.at) FROM outbox_attempt a WHERE a.message = outbox_message.id AND a.state = 'FAILED')
  WHERE state = 'FAILED';
CREATE INDEX outbox_message_failed ON outbox_message (lane, failed_at);
CREATE INDEX received_mail_stored ON received_mail (mailbox_id, stored_at);
