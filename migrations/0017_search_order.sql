-- A text's place in the order is its time (milliseconds, times 1024, or the next
-- one after the newest), not a count: cursors hold it, and whoever saw two of
-- them would learn how much was written between, notes too.
DROP TRIGGER search_tickets_after_insert;
--> statement-breakpoint
DROP TRIGGER search_messages_after_insert;
--> statement-breakpoint
DROP TRIGGER search_notes_after_insert;
--> statement-breakpoint
DROP TRIGGER search_files_after_insert;
--> statement-breakpoint
DROP TRIGGER search_files_after_update;
--> statement-breakpoint
DROP TRIGGER search_values_after_insert;
--> statement-breakpoint
CREATE TRIGGER search_tickets_after_insert AFTER INSERT ON tickets BEGIN
  INSERT INTO search_entries (id, tenant_id, source, account_id, ticket_id, kind, internal, body)
  VALUES (max(NEW.created_at * 1024, coalesce((SELECT max(id) FROM search_entries), 0) + 1),
    NEW.tenant_id, NEW.id, NEW.account_id, NEW.id, 'subject', 0, NEW.subject || char(10) || NEW.number);
END;
--> statement-breakpoint
CREATE TRIGGER search_messages_after_insert AFTER INSERT ON messages BEGIN
  INSERT INTO search_entries (id, tenant_id, source, account_id, ticket_id, kind, internal, body)
  SELECT max(NEW.created_at * 1024, coalesce((SELECT max(id) FROM search_entries), 0) + 1),
    NEW.tenant_id, NEW.id, account_id, id, 'message', 0, NEW.body
  FROM tickets WHERE tenant_id = NEW.tenant_id AND id = NEW.ticket_id;
END;
--> statement-breakpoint
CREATE TRIGGER search_notes_after_insert AFTER INSERT ON notes BEGIN
  INSERT INTO search_entries (id, tenant_id, source, account_id, ticket_id, kind, internal, body)
  SELECT max(NEW.created_at * 1024, coalesce((SELECT max(id) FROM search_entries), 0) + 1),
    NEW.tenant_id, NEW.id, account_id, id, 'note', 1, NEW.body
  FROM tickets WHERE tenant_id = NEW.tenant_id AND id = NEW.ticket_id;
END;
--> statement-breakpoint
CREATE TRIGGER search_files_after_insert AFTER INSERT ON attachments
WHEN NEW.ticket_id IS NOT NULL AND NEW.place IS NOT NULL BEGIN
  INSERT INTO search_entries (id, tenant_id, source, account_id, ticket_id, kind, internal, field_id, body)
  SELECT max(coalesce(NEW.attached_at, NEW.created_at) * 1024, coalesce((SELECT max(id) FROM search_entries), 0) + 1),
    NEW.tenant_id, NEW.id, account_id, id, 'file', NEW.place = 'note', iif(NEW.place = 'field', NEW.place_id, NULL), NEW.name
  FROM tickets WHERE tenant_id = NEW.tenant_id AND id = NEW.ticket_id;
END;
--> statement-breakpoint
CREATE TRIGGER search_files_after_update AFTER UPDATE OF ticket_id, place, place_id, name ON attachments
WHEN NEW.ticket_id IS NOT NULL AND NEW.place IS NOT NULL BEGIN
  INSERT INTO search_entries (id, tenant_id, source, account_id, ticket_id, kind, internal, field_id, body)
  SELECT max(coalesce(NEW.attached_at, NEW.created_at) * 1024, coalesce((SELECT max(id) FROM search_entries), 0) + 1),
    NEW.tenant_id, NEW.id, account_id, id, 'file', NEW.place = 'note', iif(NEW.place = 'field', NEW.place_id, NULL), NEW.name
  FROM tickets WHERE tenant_id = NEW.tenant_id AND id = NEW.ticket_id
  ON CONFLICT (tenant_id, source) DO UPDATE SET account_id = excluded.account_id, ticket_id = excluded.ticket_id,
    internal = excluded.internal, field_id = excluded.field_id, body = excluded.body;
END;
--> statement-breakpoint
-- A choice is found by its label as it was when it was chosen. Values of other kinds are no words.
CREATE TRIGGER search_values_after_insert AFTER INSERT ON ticket_field_values BEGIN
  INSERT INTO search_entries (id, tenant_id, source, account_id, ticket_id, kind, internal, field_id, body)
  SELECT max(t.activity_at * 1024, coalesce((SELECT max(id) FROM search_entries), 0) + 1),
    NEW.tenant_id, NEW.ticket_id || ':' || NEW.field_id || ':' || NEW.ordinal, NEW.account_id, NEW.ticket_id, 'field', 0, NEW.field_id,
    coalesce((SELECT json_extract(c.value, '$.label') FROM json_each(f.choices) c
      WHERE json_extract(c.value, '$.id') = json_extract(NEW.value, '$')), json_extract(NEW.value, '$'), '')
  FROM fields f JOIN tickets t ON t.tenant_id = NEW.tenant_id AND t.id = NEW.ticket_id
  WHERE f.tenant_id = NEW.tenant_id AND f.id = NEW.field_id AND f.type NOT IN ('checkbox', 'person', 'file')
  ON CONFLICT (tenant_id, source) DO UPDATE SET body = excluded.body;
END;
--> statement-breakpoint
CREATE TRIGGER search_tickets_after_move AFTER UPDATE OF account_id ON tickets WHEN OLD.account_id <> NEW.account_id BEGIN
  UPDATE search_entries SET account_id = NEW.account_id
  WHERE tenant_id = NEW.tenant_id AND id IN (SELECT rowid FROM ticket_search_agents
    WHERE ticket_search_agents MATCH 'scope : "' || char(57344) || replace(NEW.id, '_', '') || '"');
END;
