-- Whether it was tried before to do to a mail on its server what is to be done after reading it.
ALTER TABLE received_mail ADD COLUMN tried BOOLEAN DEFAULT FALSE NOT NULL;
