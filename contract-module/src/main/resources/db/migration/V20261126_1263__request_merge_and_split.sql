ALTER TABLE service_request ADD COLUMN merged_into BIGINT REFERENCES service_request (request_number);

-- the Message-ID of the mail that was split off from the request that this one refers to
ALTER TABLE service_request ADD COLUMN split_mail VARCHAR(500);

CREATE INDEX service_request_refers_to ON service_request (refers_to);
