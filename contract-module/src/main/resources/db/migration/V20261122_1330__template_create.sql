CREATE TABLE email_template (
  identifier VARCHAR(60) PRIMARY KEY,
  title VARCHAR(250) NOT NULL,
  html ${text} NOT NULL,
  active BOOLEAN NOT NULL
);
