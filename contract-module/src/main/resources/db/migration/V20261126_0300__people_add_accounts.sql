-- Several roles for each person, and what was given to a contract manager.
CREATE TABLE person_role (
  person_id BIGINT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  role VARCHAR(40) NOT NULL,
  PRIMARY KEY (person_id, role)
);
INSERT INTO person_role (person_id, role)
  SELECT id, REPLACE(UPPER(role), '-', '_') FROM person;
ALTER TABLE person DROP COLUMN role;

ALTER TABLE person ADD COLUMN active BOOLEAN DEFAULT TRUE NOT NULL;
ALTER TABLE person ADD COLUMN must_change_password BOOLEAN DEFAULT FALSE NOT NULL;
-- counted up by what ends the person's sessions
ALTER TABLE person ADD COLUMN era BIGINT DEFAULT 0 NOT NULL;
-- who the person is at the operator's identity provider
ALTER TABLE person ADD COLUMN issuer VARCHAR(500);
ALTER TABLE person ADD COLUMN subject VARCHAR(255);
ALTER TABLE person ADD CONSTRAINT person_subject_once UNIQUE (issuer, subject);

CREATE TABLE person_contract (
  person_id BIGINT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  contract_id BIGINT NOT NULL REFERENCES contract (id) ON DELETE CASCADE,
  PRIMARY KEY (person_id, contract_id)
);
CREATE INDEX person_contract_contract ON person_contract (contract_id);

CREATE TABLE person_mailbox (
  person_id BIGINT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  mailbox_id BIGINT NOT NULL REFERENCES mailbox (id) ON DELETE CASCADE,
  PRIMARY KEY (person_id, mailbox_id)
);
CREATE INDEX person_mailbox_mailbox ON person_mailbox (mailbox_id);
