-- What the reader of a mailbox does: since when it waits for news, why it does not, when it looked last.
ALTER TABLE inbound_cursor ADD COLUMN waits_since TIMESTAMP WITH TIME ZONE;
ALTER TABLE inbound_cursor ADD COLUMN no_idle VARCHAR(20);
ALTER TABLE inbound_cursor ADD COLUMN looked_at TIMESTAMP WITH TIME ZONE;
