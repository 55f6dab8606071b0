-- Mail that could not be fetched or stored together with others, and how often it failed by itself.
CREATE TABLE inbound_stumble (
  mailbox_id BIGINT NOT NULL,
  place VARCHAR(64) NOT NULL,
  uid VARCHAR(128) NOT NULL,
  tries INTEGER NOT NULL,
  PRIMARY KEY (mailbox_id, place, uid)
);

ALTER TABLE inbound_cursor DROP COLUMN stumbled_uid;
ALTER TABLE inbound_cursor DROP COLUMN stumbles;
