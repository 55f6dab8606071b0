-- One row: after how many days what goes; null for never.
CREATE TABLE purge_policy (
  id INTEGER PRIMARY KEY,
  sent_bodies INTEGER,
  sent_messages INTEGER,
  failed_bodies INTEGER,
  failed_messages INTEGER,
  discarded_bodies INTEGER,
  discarded_messages INTEGER,
  received_bodies INTEGER,
  -- the day of the last nightly run
  last_night DATE
);

INSERT INTO purge_policy (id) VALUES (1);

CREATE SEQUENCE purge_run_seq START WITH 50 INCREMENT BY 50;

CREATE TABLE purge_run (
  id BIGINT PRIMARY KEY,
  started_by VARCHAR(200) NOT NULL,
  started_at TIMESTAMP WITH TIME ZONE NOT NULL,
  state VARCHAR(10) NOT NULL,
  total BIGINT NOT NULL,
  done BIGINT NOT NULL,
  freed BIGINT NOT NULL,
  -- where it goes on
  task VARCHAR(60) NOT NULL,
  after_id BIGINT NOT NULL,
  -- which node is at it
  lease_node VARCHAR(100),
  lease_until TIMESTAMP WITH TIME ZONE,
  ended_at TIMESTAMP WITH TIME ZONE,
  trouble VARCHAR(1000)
);

CREATE INDEX purge_run_state ON purge_run (state, id);

ALTER TABLE outbox_message ADD COLUMN body_purged_at TIMESTAMP WITH TIME ZONE;

-- What a purged message was about, so that replies to it still find their request.
CREATE TABLE outbox_trace (
  message_id VARCHAR(400) PRIMARY KEY,
  reference VARCHAR(100) NOT NULL,
  purged_at TIMESTAMP WITH TIME ZONE NOT NULL
);
