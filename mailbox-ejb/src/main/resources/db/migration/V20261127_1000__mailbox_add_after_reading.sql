-- What becomes on its server of mail that was read; empty for as usual.
ALTER TABLE mailbox ADD COLUMN after_success VARCHAR(20);
ALTER TABLE mailbox ADD COLUMN success_folder VARCHAR(255);
ALTER TABLE mailbox ADD COLUMN after_failure VARCHAR(20);
ALTER TABLE mailbox ADD COLUMN failure_folder VARCHAR(255);
