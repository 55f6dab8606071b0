-- what files hold, each only once, however many requests it came with
CREATE TABLE file_content (
  sha256 VARCHAR(64) PRIMARY KEY,
  content_size BIGINT NOT NULL,
  -- within half a day of the last time that a file with it was kept
  used_at TIMESTAMP WITH TIME ZONE NOT NULL
);

CREATE INDEX file_content_used ON file_content (used_at);

-- in pieces, so that nothing ever holds a large file whole
CREATE TABLE file_piece (
  sha256 VARCHAR(64) NOT NULL REFERENCES file_content (sha256),
  piece_number INTEGER NOT NULL,
  content ${blob} NOT NULL,
  PRIMARY KEY (sha256, piece_number)
);

ALTER TABLE attachment ADD COLUMN sha256 VARCHAR(64);

-- by which the HTML of its mail names it (RFC 2392)
ALTER TABLE attachment ADD COLUMN mail_content_id VARCHAR(250);

UPDATE attachment SET sha256 =
  (SELECT ${sha256} FROM attachment_bytes b WHERE b.attachment_id = attachment.id);

INSERT INTO file_content (sha256, content_size, used_at)
  SELECT sha256, MIN(content_size), CURRENT_TIMESTAMP FROM attachment GROUP BY sha256;

-- what is there already stays in one piece
INSERT INTO file_piece (sha256, piece_number, content)
  SELECT a.sha256, 0, b.content
  FROM attachment a JOIN attachment_bytes b ON b.attachment_id = a.id
  WHERE a.id IN (SELECT MIN(id) FROM attachment GROUP BY sha256);

ALTER TABLE attachment ALTER COLUMN sha256 SET NOT NULL;
ALTER TABLE attachment ADD CONSTRAINT attachment_content
  FOREIGN KEY (sha256) REFERENCES file_content (sha256);
CREATE INDEX attachment_sha256 ON attachment (sha256);

DROP TABLE attachment_bytes;
