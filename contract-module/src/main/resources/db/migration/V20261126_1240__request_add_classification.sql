-- What a request is about, how urgent it is and who looks after it; rules of mailboxes set it.
ALTER TABLE service_request ADD COLUMN service VARCHAR(100) DEFAULT '' NOT NULL;
ALTER TABLE service_request ADD COLUMN priority VARCHAR(20) DEFAULT 'NORMAL' NOT NULL;
ALTER TABLE service_request ADD COLUMN group_acronym VARCHAR(60) DEFAULT '' NOT NULL;

-- the same mail in several requests is found by its Message-ID
CREATE INDEX thread_mail_message ON thread_mail (message_id);
