-- Why a recipient's copy came back; of those that came back before this nobody knows it any more.
ALTER TABLE outbox_recipient ADD COLUMN bounce_reason VARCHAR(30);
UPDATE outbox_recipient SET bounce_reason = 'UNKNOWN' WHERE state = 'BOUNCED';
