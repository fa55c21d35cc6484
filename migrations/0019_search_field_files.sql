-- A file in a field is found while the field holds it: by the value, not by the
-- file, which stays where it was put.
DROP TRIGGER search_files_after_insert;
--> statement-breakpoint
DROP TRIGGER search_files_after_update;
--> statement-breakpoint
DROP TRIGGER search_values_after_insert;
--> statement-breakpoint
DROP TRIGGER search_values_after_update;
--> statement-breakpoint
DELETE FROM search_entries WHERE kind = 'file' AND field_id IS NOT NULL;
--> statement-breakpoint
INSERT INTO search_entries (tenant_id, source, account_id, ticket_id, kind, internal, field_id, body)
SELECT v.tenant_id, v.ticket_id || ':' || v.field_id || ':' || v.ordinal, v.account_id, v.ticket_id, 'file', 0, v.field_id, a.name
FROM ticket_field_values v
JOIN fields f ON f.tenant_id = v.tenant_id AND f.id = v.field_id AND f.type = 'file'
JOIN attachments a ON a.tenant_id = v.tenant_id AND a.id = json_extract(v.value, '$')
ORDER BY a.attached_at;
--> statement-breakpoint
CREATE TRIGGER search_files_after_insert AFTER INSERT ON attachments
WHEN NEW.ticket_id IS NOT NULL AND NEW.place IN ('message', 'note') BEGIN
  INSERT INTO search_entries (id, tenant_id, source, account_id, ticket_id, kind, internal, body)
  SELECT max(coalesce(NEW.attached_at, NEW.created_at) * 1024, coalesce((SELECT max(id) FROM search_entries), 0) + 1),
    NEW.tenant_id, NEW.id, account_id, id, 'file', NEW.place = 'note', NEW.name
  FROM tickets WHERE tenant_id = NEW.tenant_id AND id = NEW.ticket_id;
END;
--> statement-breakpoint
CREATE TRIGGER search_files_after_update AFTER UPDATE OF ticket_id, place, name ON attachments
WHEN NEW.ticket_id IS NOT NULL AND NEW.place IN ('message', 'note') BEGIN
  INSERT INTO search_entries (id, tenant_id, source, account_id, ticket_id, kind, internal, body)
  SELECT max(coalesce(NEW.attached_at, NEW.created_at) * 1024, coalesce((SELECT max(id) FROM search_entries), 0) + 1),
    NEW.tenant_id, NEW.id, account_id, id, 'file', NEW.place = 'note', NEW.name
  FROM tickets WHERE tenant_id = NEW.tenant_id AND id = NEW.ticket_id
  ON CONFLICT (tenant_id, source) DO UPDATE SET account_id = excluded.account_id, ticket_id = excluded.ticket_id,
    internal = excluded.internal, body = excluded.body;
END;
--> statement-breakpoint
CREATE TRIGGER search_values_after_insert AFTER INSERT ON ticket_field_values BEGIN
  INSERT INTO search_entries (id, tenant_id, source, account_id, ticket_id, kind, internal, field_id, body)
  SELECT max(t.activity_at * 1024, coalesce((SELECT max(id) FROM search_entries), 0) + 1),
    NEW.tenant_id, NEW.ticket_id || ':' || NEW.field_id || ':' || NEW.ordinal, NEW.account_id, NEW.ticket_id,
    iif(f.type = 'file', 'file', 'field'), 0, NEW.field_id,
    coalesce((SELECT json_extract(c.value, '$.label') FROM json_each(f.choices) c
        WHERE json_extract(c.value, '$.id') = json_extract(NEW.value, '$')),
      (SELECT name FROM attachments WHERE f.type = 'file' AND tenant_id = NEW.tenant_id AND id = json_extract(NEW.value, '$')),
      iif(f.type = 'file', '', json_extract(NEW.value, '$')), '')
  FROM fields f JOIN tickets t ON t.tenant_id = NEW.tenant_id AND t.id = NEW.ticket_id
  WHERE f.tenant_id = NEW.tenant_id AND f.id = NEW.field_id AND f.type NOT IN ('checkbox', 'person')
  ON CONFLICT (tenant_id, source) DO UPDATE SET body = excluded.body;
END;
--> statement-breakpoint
CREATE TRIGGER search_values_after_update AFTER UPDATE OF value ON ticket_field_values WHEN OLD.value <> NEW.value BEGIN
  UPDATE search_entries SET body = (
    SELECT coalesce((SELECT json_extract(c.value, '$.label') FROM json_each(f.choices) c
        WHERE json_extract(c.value, '$.id') = json_extract(NEW.value, '$')),
      (SELECT name FROM attachments WHERE f.type = 'file' AND tenant_id = NEW.tenant_id AND id = json_extract(NEW.value, '$')),
      iif(f.type = 'file', '', json_extract(NEW.value, '$')), '')
    FROM fields f WHERE f.tenant_id = NEW.tenant_id AND f.id = NEW.field_id)
  WHERE tenant_id = NEW.tenant_id AND source = NEW.ticket_id || ':' || NEW.field_id || ':' || NEW.ordinal;
END;
