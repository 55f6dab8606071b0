-- One row once the first node has started: which installation this database belongs to.
CREATE TABLE installation (
  id INTEGER PRIMARY KEY,
  installation_id VARCHAR(100) NOT NULL,
  since TIMESTAMP WITH TIME ZONE NOT NULL
);

-- The nodes at home here: each counts its beats, which tells the living from those in a copy.
CREATE TABLE installation_node (
  node VARCHAR(100) PRIMARY KEY,
  beat BIGINT NOT NULL,
  at TIMESTAMP WITH TIME ZONE NOT NULL
);
