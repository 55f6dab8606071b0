-- The words by which messages are found. A table of its own: a further index on outbox_message would
-- be written anew at each claim and settlement. No foreign key, which costs a look at the message for
-- each row; a purge removes both.
--
-- PostgreSQL has one row for each message, H2 one for each word.
CREATE TABLE outbox_words (
  message BIGINT NOT NULL,
  ${postgres} words TSVECTOR NOT NULL, PRIMARY KEY (message)
  ${h2} words VARCHAR(200) NOT NULL, PRIMARY KEY (words, message)
);

-- New messages wait in a short list and come into the index together; a search reads that list too.
${postgres} CREATE INDEX outbox_words_words ON outbox_words USING GIN (words) WITH (gin_pending_list_limit = 512);
${h2} CREATE INDEX outbox_words_message ON outbox_words (message);

-- One row: the messages below this id that are older than the index, and not in it yet.
CREATE TABLE outbox_indexing (
  id INTEGER PRIMARY KEY,
  below BIGINT NOT NULL
);

INSERT INTO outbox_indexing (id, below) SELECT 1, COALESCE(MAX(id), 0) + 1 FROM outbox_message;
