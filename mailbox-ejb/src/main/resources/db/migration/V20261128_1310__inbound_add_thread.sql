-- The mails that a mail answers: those of one conversation are processed in their order, others side by side.
ALTER TABLE received_mail ADD COLUMN thread VARCHAR(1000) DEFAULT '' NOT NULL;
