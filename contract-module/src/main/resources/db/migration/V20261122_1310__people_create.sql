CREATE SEQUENCE person_seq START WITH 50 INCREMENT BY 50;

CREATE TABLE person (
  id BIGINT PRIMARY KEY,
  login VARCHAR(100) NOT NULL,
  login_key VARCHAR(100) NOT NULL,
  name VARCHAR(100) NOT NULL,
  email VARCHAR(254),
  password_hash VARCHAR(300) NOT NULL,
  role VARCHAR(40) NOT NULL,
  version BIGINT NOT NULL,
  CONSTRAINT person_login_once UNIQUE (login_key)
);

CREATE TABLE people_group (
  acronym VARCHAR(40) PRIMARY KEY,
  name VARCHAR(100) NOT NULL
);

CREATE TABLE people_group_address (
  acronym VARCHAR(40) NOT NULL REFERENCES people_group (acronym),
  address VARCHAR(254) NOT NULL,
  PRIMARY KEY (acronym, address)
);
