-- How much of what a provider takes in a while has been taken, by all nodes together.
CREATE TABLE delivery_allowance (
  lane VARCHAR(40) PRIMARY KEY,
  since TIMESTAMP WITH TIME ZONE NOT NULL,
  taken INTEGER NOT NULL
);
