-- Most of a mail is compressed files in base64, which PostgreSQL cannot make smaller, but it tried, and that took
-- most of the time of storing a mail. What is there stays as it is.
${postgres} ALTER TABLE received_raw ALTER COLUMN content SET STORAGE EXTERNAL;
