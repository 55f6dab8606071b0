-- A mailbox that sends by a Mail Session of the server keeps no connection of its own.
ALTER TABLE mailbox ALTER COLUMN server DROP NOT NULL;
ALTER TABLE mailbox ALTER COLUMN port DROP NOT NULL;
ALTER TABLE mailbox ALTER COLUMN security DROP NOT NULL;
