-- contracts that are there already take what they took
ALTER TABLE contract ADD COLUMN max_file_kb INTEGER DEFAULT 20480 NOT NULL;
ALTER TABLE contract ADD COLUMN max_files_kb INTEGER DEFAULT 20480 NOT NULL;
ALTER TABLE contract ADD COLUMN allowed_files VARCHAR(1000) DEFAULT '' NOT NULL;
ALTER TABLE contract ADD COLUMN refused_files VARCHAR(1000) DEFAULT '' NOT NULL;
ALTER TABLE contract ADD COLUMN when_file_refused VARCHAR(20) DEFAULT 'LEAVE_OUT' NOT NULL;
