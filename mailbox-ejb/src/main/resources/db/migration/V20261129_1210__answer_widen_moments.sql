-- As many moments as the limit may be set to: 100, of 14 characters each.
ALTER TABLE answered_sender ALTER COLUMN moments SET DATA TYPE VARCHAR(1500);
