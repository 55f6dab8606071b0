-- A claim reads one range of this index, in its order; only what waits is in it where the database
-- can leave the rest out.
DROP INDEX outbox_message_due;
CREATE INDEX outbox_message_due ON outbox_message (lane, priority, next_attempt, id)
  ${partial} WHERE next_attempt IS NOT NULL
;

-- What is being sent is found by its state: there is never much of it. Each index that a claim and a
-- settlement change costs as much as the row.
DROP INDEX outbox_message_lease;

-- Few messages fail, but each change of a message would write this index anew.
DROP INDEX outbox_message_failed;
CREATE INDEX outbox_message_failed ON outbox_message (lane, failed_at)
  ${partial} WHERE failed_at IS NOT NULL
;
