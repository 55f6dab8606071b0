ALTER TABLE outbox_message ADD COLUMN party VARCHAR(100) DEFAULT '' NOT NULL;
-- 0: a person waits for it, 1: all the rest
ALTER TABLE outbox_message ADD COLUMN priority INTEGER DEFAULT 1 NOT NULL;
