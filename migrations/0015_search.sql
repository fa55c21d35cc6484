-- Search (DESIGN §5.13). search_entries holds the texts, and two full-text
-- indexes stand over it: one for contacts, one for agents. Each text carries in
-- a column of its own whose it is, as words that no person's text can be taken
-- for: queries ask for people's words in `body` alone, and char(57344) is of no
-- language. What stands in a field carries account and field as one word, so
-- that it is found by those alone who name the field.
CREATE VIEW ticket_search_public AS
SELECT id, char(57344) || replace(account_id || coalesce(field_id, ''), '_', '')
  || ' ' || char(57344) || replace(ticket_id, '_', '') AS scope, body
FROM search_entries WHERE internal = 0;
--> statement-breakpoint
CREATE VIEW ticket_search_all AS
SELECT id, char(57344) || replace(tenant_id, '_', '')
  || ' ' || char(57344) || replace(ticket_id, '_', '') AS scope, body
FROM search_entries;
--> statement-breakpoint
-- Beginnings of 2 to 12 letters have entries of their own: without them the
-- beginning of a common word is collected from the whole database first.
CREATE VIRTUAL TABLE ticket_search USING fts5(scope, body, content='ticket_search_public', content_rowid='id',
  columnsize=0, prefix='2 3 4 5 6 7 8 9 10 11 12', tokenize="unicode61 remove_diacritics 2");
--> statement-breakpoint
CREATE VIRTUAL TABLE ticket_search_agents USING fts5(scope, body, content='ticket_search_all', content_rowid='id',
  columnsize=0, prefix='2 3 4 5 6 7 8 9 10 11 12', tokenize="unicode61 remove_diacritics 2");
--> statement-breakpoint
CREATE TRIGGER ticket_search_after_insert AFTER INSERT ON search_entries BEGIN
  INSERT INTO ticket_search (rowid, scope, body) SELECT id, scope, body FROM ticket_search_public WHERE id = NEW.id;
END;
--> statement-breakpoint
CREATE TRIGGER ticket_search_before_update BEFORE UPDATE ON search_entries BEGIN
  INSERT INTO ticket_search (ticket_search, rowid, scope, body)
  SELECT 'delete', id, scope, body FROM ticket_search_public WHERE id = OLD.id;
END;
--> statement-breakpoint
CREATE TRIGGER ticket_search_after_update AFTER UPDATE ON search_entries BEGIN
  INSERT INTO ticket_search (rowid, scope, body) SELECT id, scope, body FROM ticket_search_public WHERE id = NEW.id;
END;
--> statement-breakpoint
CREATE TRIGGER ticket_search_before_delete BEFORE DELETE ON search_entries BEGIN
  INSERT INTO ticket_search (ticket_search, rowid, scope, body)
  SELECT 'delete', id, scope, body FROM ticket_search_public WHERE id = OLD.id;
END;
--> statement-breakpoint
CREATE TRIGGER ticket_search_agents_after_insert AFTER INSERT ON search_entries BEGIN
  INSERT INTO ticket_search_agents (rowid, scope, body) SELECT id, scope, body FROM ticket_search_all WHERE id = NEW.id;
END;
--> statement-breakpoint
CREATE TRIGGER ticket_search_agents_before_update BEFORE UPDATE ON search_entries BEGIN
  INSERT INTO ticket_search_agents (ticket_search_agents, rowid, scope, body)
  SELECT 'delete', id, scope, body FROM ticket_search_all WHERE id = OLD.id;
END;
--> statement-breakpoint
CREATE TRIGGER ticket_search_agents_after_update AFTER UPDATE ON search_entries BEGIN
  INSERT INTO ticket_search_agents (rowid, scope, body) SELECT id, scope, body FROM ticket_search_all WHERE id = NEW.id;
END;
--> statement-breakpoint
CREATE TRIGGER ticket_search_agents_before_delete BEFORE DELETE ON search_entries BEGIN
  INSERT INTO ticket_search_agents (ticket_search_agents, rowid, scope, body)
  SELECT 'delete', id, scope, body FROM ticket_search_all WHERE id = OLD.id;
END;
--> statement-breakpoint
-- What is there already, in the order in which it came.
INSERT INTO search_entries (tenant_id, source, account_id, ticket_id, kind, internal, field_id, body)
SELECT tenant_id, source, account_id, ticket_id, kind, internal, field_id, body FROM (
  SELECT tenant_id, id AS source, account_id, id AS ticket_id, 'subject' AS kind, 0 AS internal, NULL AS field_id,
    subject || char(10) || number AS body, created_at AS at
  FROM tickets
  UNION ALL
  SELECT m.tenant_id, m.id, t.account_id, m.ticket_id, 'message', 0, NULL, m.body, m.created_at
  FROM messages m JOIN tickets t ON t.tenant_id = m.tenant_id AND t.id = m.ticket_id
  UNION ALL
  SELECT n.tenant_id, n.id, t.account_id, n.ticket_id, 'note', 1, NULL, n.body, n.created_at
  FROM notes n JOIN tickets t ON t.tenant_id = n.tenant_id AND t.id = n.ticket_id
  UNION ALL
  SELECT a.tenant_id, a.id, t.account_id, a.ticket_id, 'file', a.place = 'note', iif(a.place = 'field', a.place_id, NULL),
    a.name, a.created_at
  FROM attachments a JOIN tickets t ON t.tenant_id = a.tenant_id AND t.id = a.ticket_id
  WHERE a.place IS NOT NULL
  UNION ALL
  SELECT v.tenant_id, v.ticket_id || ':' || v.field_id || ':' || v.ordinal, v.account_id, v.ticket_id, 'field', 0, v.field_id,
    coalesce((SELECT json_extract(c.value, '$.label') FROM json_each(f.choices) c
      WHERE json_extract(c.value, '$.id') = json_extract(v.value, '$')), json_extract(v.value, '$')), t.created_at
  FROM ticket_field_values v
  JOIN fields f ON f.tenant_id = v.tenant_id AND f.id = v.field_id AND f.type NOT IN ('checkbox', 'person', 'file')
  JOIN tickets t ON t.tenant_id = v.tenant_id AND t.id = v.ticket_id
) WHERE body IS NOT NULL ORDER BY at;
--> statement-breakpoint
CREATE TRIGGER search_tickets_after_insert AFTER INSERT ON tickets BEGIN
  INSERT INTO search_entries (tenant_id, source, account_id, ticket_id, kind, internal, body)
  VALUES (NEW.tenant_id, NEW.id, NEW.account_id, NEW.id, 'subject', 0, NEW.subject || char(10) || NEW.number);
END;
--> statement-breakpoint
CREATE TRIGGER search_tickets_after_update AFTER UPDATE OF subject ON tickets WHEN OLD.subject <> NEW.subject BEGIN
  UPDATE search_entries SET body = NEW.subject || char(10) || NEW.number
  WHERE tenant_id = NEW.tenant_id AND source = NEW.id;
END;
--> statement-breakpoint
CREATE TRIGGER search_messages_after_insert AFTER INSERT ON messages BEGIN
  INSERT INTO search_entries (tenant_id, source, account_id, ticket_id, kind, internal, body)
  SELECT NEW.tenant_id, NEW.id, account_id, id, 'message', 0, NEW.body
  FROM tickets WHERE tenant_id = NEW.tenant_id AND id = NEW.ticket_id;
END;
--> statement-breakpoint
CREATE TRIGGER search_messages_after_update AFTER UPDATE OF body ON messages WHEN OLD.body <> NEW.body BEGIN
  UPDATE search_entries SET body = NEW.body WHERE tenant_id = NEW.tenant_id AND source = NEW.id;
END;
--> statement-breakpoint
CREATE TRIGGER search_messages_after_delete AFTER DELETE ON messages BEGIN
  DELETE FROM search_entries WHERE tenant_id = OLD.tenant_id AND source = OLD.id;
END;
--> statement-breakpoint
CREATE TRIGGER search_notes_after_insert AFTER INSERT ON notes BEGIN
  INSERT INTO search_entries (tenant_id, source, account_id, ticket_id, kind, internal, body)
  SELECT NEW.tenant_id, NEW.id, account_id, id, 'note', 1, NEW.body
  FROM tickets WHERE tenant_id = NEW.tenant_id AND id = NEW.ticket_id;
END;
--> statement-breakpoint
CREATE TRIGGER search_notes_after_update AFTER UPDATE OF body ON notes WHEN OLD.body <> NEW.body BEGIN
  UPDATE search_entries SET body = NEW.body WHERE tenant_id = NEW.tenant_id AND source = NEW.id;
END;
--> statement-breakpoint
CREATE TRIGGER search_notes_after_delete AFTER DELETE ON notes BEGIN
  DELETE FROM search_entries WHERE tenant_id = OLD.tenant_id AND source = OLD.id;
END;
--> statement-breakpoint
CREATE TRIGGER search_files_after_insert AFTER INSERT ON attachments
WHEN NEW.ticket_id IS NOT NULL AND NEW.place IS NOT NULL BEGIN
  INSERT INTO search_entries (tenant_id, source, account_id, ticket_id, kind, internal, field_id, body)
  SELECT NEW.tenant_id, NEW.id, account_id, id, 'file', NEW.place = 'note', iif(NEW.place = 'field', NEW.place_id, NULL), NEW.name
  FROM tickets WHERE tenant_id = NEW.tenant_id AND id = NEW.ticket_id;
END;
--> statement-breakpoint
CREATE TRIGGER search_files_after_update AFTER UPDATE OF ticket_id, place, place_id, name ON attachments
WHEN NEW.ticket_id IS NOT NULL AND NEW.place IS NOT NULL BEGIN
  INSERT INTO search_entries (tenant_id, source, account_id, ticket_id, kind, internal, field_id, body)
  SELECT NEW.tenant_id, NEW.id, account_id, id, 'file', NEW.place = 'note', iif(NEW.place = 'field', NEW.place_id, NULL), NEW.name
  FROM tickets WHERE tenant_id = NEW.tenant_id AND id = NEW.ticket_id
  ON CONFLICT (tenant_id, source) DO UPDATE SET account_id = excluded.account_id, ticket_id = excluded.ticket_id,
    internal = excluded.internal, field_id = excluded.field_id, body = excluded.body;
END;
--> statement-breakpoint
CREATE TRIGGER search_files_after_detach AFTER UPDATE OF ticket_id ON attachments WHEN NEW.ticket_id IS NULL BEGIN
  DELETE FROM search_entries WHERE tenant_id = OLD.tenant_id AND source = OLD.id;
END;
--> statement-breakpoint
CREATE TRIGGER search_files_after_delete AFTER DELETE ON attachments BEGIN
  DELETE FROM search_entries WHERE tenant_id = OLD.tenant_id AND source = OLD.id;
END;
--> statement-breakpoint
-- A choice is found by its label as it was when it was chosen. Values of other kinds are no words.
CREATE TRIGGER search_values_after_insert AFTER INSERT ON ticket_field_values BEGIN
  INSERT INTO search_entries (tenant_id, source, account_id, ticket_id, kind, internal, field_id, body)
  SELECT NEW.tenant_id, NEW.ticket_id || ':' || NEW.field_id || ':' || NEW.ordinal, NEW.account_id, NEW.ticket_id, 'field', 0, NEW.field_id,
    coalesce((SELECT json_extract(c.value, '$.label') FROM json_each(f.choices) c
      WHERE json_extract(c.value, '$.id') = json_extract(NEW.value, '$')), json_extract(NEW.value, '$'), '')
  FROM fields f
  WHERE f.tenant_id = NEW.tenant_id AND f.id = NEW.field_id AND f.type NOT IN ('checkbox', 'person', 'file')
  ON CONFLICT (tenant_id, source) DO UPDATE SET body = excluded.body;
END;
--> statement-breakpoint
CREATE TRIGGER search_values_after_update AFTER UPDATE OF value ON ticket_field_values WHEN OLD.value <> NEW.value BEGIN
  UPDATE search_entries SET body = (
    SELECT coalesce((SELECT json_extract(c.value, '$.label') FROM json_each(f.choices) c
      WHERE json_extract(c.value, '$.id') = json_extract(NEW.value, '$')), json_extract(NEW.value, '$'), '')
    FROM fields f WHERE f.tenant_id = NEW.tenant_id AND f.id = NEW.field_id)
  WHERE tenant_id = NEW.tenant_id AND source = NEW.ticket_id || ':' || NEW.field_id || ':' || NEW.ordinal;
END;
--> statement-breakpoint
CREATE TRIGGER search_values_after_delete AFTER DELETE ON ticket_field_values BEGIN
  DELETE FROM search_entries
  WHERE tenant_id = OLD.tenant_id AND source = OLD.ticket_id || ':' || OLD.field_id || ':' || OLD.ordinal;
END;
