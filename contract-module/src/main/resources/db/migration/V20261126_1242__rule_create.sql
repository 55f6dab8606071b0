-- Rules of Input mailboxes: the first that holds says what becomes of a new mail.
CREATE SEQUENCE mail_rule_seq START WITH 50 INCREMENT BY 50;

CREATE TABLE mail_rule (
  id BIGINT PRIMARY KEY,
  mailbox_id BIGINT NOT NULL REFERENCES mailbox (id) ON DELETE CASCADE,
  rule_position INTEGER NOT NULL,
  name VARCHAR(100) NOT NULL,
  enabled BOOLEAN NOT NULL,
  action VARCHAR(20) NOT NULL,
  service VARCHAR(100) NOT NULL,
  priority VARCHAR(20) NOT NULL,
  group_acronym VARCHAR(60) NOT NULL,
  version BIGINT NOT NULL
);

CREATE INDEX mail_rule_mailbox ON mail_rule (mailbox_id, rule_position);

CREATE TABLE mail_rule_condition (
  rule_id BIGINT NOT NULL REFERENCES mail_rule (id) ON DELETE CASCADE,
  condition_position INTEGER NOT NULL,
  field VARCHAR(20) NOT NULL,
  header VARCHAR(100) NOT NULL,
  test VARCHAR(20) NOT NULL,
  wanted VARCHAR(500) NOT NULL,
  PRIMARY KEY (rule_id, condition_position)
);
