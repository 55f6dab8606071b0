-- The switches over all outgoing mail, as people have set them.
CREATE TABLE mail_switch (
  name VARCHAR(20) PRIMARY KEY,
  active BOOLEAN NOT NULL,
  -- where all mail goes, of the one that diverts it
  address VARCHAR(300),
  why VARCHAR(500) NOT NULL,
  turned_by VARCHAR(200),
  -- when it was turned on last
  turned_at TIMESTAMP WITH TIME ZONE
);

INSERT INTO mail_switch (name, active, why) VALUES ('MAIL_OFF', FALSE, '');
INSERT INTO mail_switch (name, active, why) VALUES ('SEND_ALL_TO', FALSE, '');

-- the address a message goes to, or went to, instead of its recipients
ALTER TABLE outbox_message ADD COLUMN diverted_to VARCHAR(300);
