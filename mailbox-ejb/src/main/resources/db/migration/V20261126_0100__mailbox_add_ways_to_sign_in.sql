-- What a mailbox may sign in with besides a password, and which preset it was made from.
ALTER TABLE mailbox ADD COLUMN provider VARCHAR(40);
ALTER TABLE mailbox ADD COLUMN mail_session VARCHAR(255);
ALTER TABLE mailbox ADD COLUMN oauth_grant VARCHAR(20);
ALTER TABLE mailbox ADD COLUMN oauth_issuer VARCHAR(500);
ALTER TABLE mailbox ADD COLUMN oauth_client_id VARCHAR(255);
ALTER TABLE mailbox ADD COLUMN oauth_scope VARCHAR(1000);
ALTER TABLE mailbox ADD COLUMN oauth_secret_expires DATE;
ALTER TABLE mailbox ADD COLUMN sealed_client_secret ${blob};
