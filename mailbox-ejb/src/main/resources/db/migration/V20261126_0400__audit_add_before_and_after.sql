-- Where a change came from, and what it was before and after (JSON: field, before, after).
ALTER TABLE audit_entry ADD COLUMN address VARCHAR(200);
ALTER TABLE audit_entry ADD COLUMN changes ${text};

DROP INDEX audit_entry_at;
CREATE INDEX audit_entry_newest ON audit_entry (at, id);
CREATE INDEX audit_entry_who ON audit_entry (who, at);
CREATE INDEX audit_entry_action ON audit_entry (action, at);
CREATE INDEX audit_entry_subject ON audit_entry (subject, at);
