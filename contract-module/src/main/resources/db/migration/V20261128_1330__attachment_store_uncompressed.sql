-- As with received mail: what most files hold is compressed already. What is there stays as it is.
${postgres} ALTER TABLE file_piece ALTER COLUMN content SET STORAGE EXTERNAL;
