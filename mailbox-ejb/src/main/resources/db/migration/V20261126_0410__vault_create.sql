-- The keys that this database has known, never the keys themselves.
CREATE TABLE vault_key (
  name VARCHAR(20) PRIMARY KEY,
  purpose VARCHAR(10) NOT NULL,
  key_id VARCHAR(8) NOT NULL,
  since TIMESTAMP WITH TIME ZONE NOT NULL
);

-- One row: the change of keys that is under way, or was the last.
CREATE TABLE vault_rotation (
  id INTEGER PRIMARY KEY,
  state VARCHAR(20) NOT NULL,
  started_by VARCHAR(200),
  started_at TIMESTAMP WITH TIME ZONE,
  key_id VARCHAR(8),
  total BIGINT NOT NULL,
  done BIGINT NOT NULL,
  lost BIGINT NOT NULL,
  kind VARCHAR(100),
  after_id BIGINT NOT NULL,
  settle_until TIMESTAMP WITH TIME ZONE,
  finished_at TIMESTAMP WITH TIME ZONE,
  handed_over VARCHAR(1000)
);

INSERT INTO vault_rotation (id, state, total, done, lost, after_id) VALUES (1, 'NONE', 0, 0, 0, 0);
