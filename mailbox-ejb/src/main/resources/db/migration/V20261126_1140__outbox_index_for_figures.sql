-- The figures of a party read one range of this index; mail of nobody is not in it where the database
-- can leave it out.
CREATE INDEX outbox_message_party ON outbox_message (party, created_at)
  ${partial} WHERE party <> ''
;
