-- The form that each tenant began with asked for subject, description and priority: that is its version 1.
INSERT INTO form_versions (tenant_id, form_id, version, definition, published_at, published_by)
SELECT tenant_id, id, 1, json_object(
  'name', name, 'intro', '', 'success', '',
  'sections', json('[{"id":"request","title":"","text":"","questions":[{"field":"subject","required":true},{"field":"body","required":true},{"field":"priority","required":true}]}]'),
  'outcome', json('{"tags":[]}'),
  'fields', json('[]')), created_at, NULL
FROM forms;
--> statement-breakpoint
UPDATE forms SET published_version = 1;
--> statement-breakpoint
-- What a tenant keeps in files, so that no upload has to add it up.
CREATE TRIGGER storage_counts_after_insert AFTER INSERT ON attachments BEGIN
  INSERT INTO storage_counts (tenant_id, bytes, files) VALUES (NEW.tenant_id, NEW.size, 1)
  ON CONFLICT (tenant_id) DO UPDATE SET bytes = bytes + NEW.size, files = files + 1;
END;
--> statement-breakpoint
CREATE TRIGGER storage_counts_after_delete AFTER DELETE ON attachments BEGIN
  UPDATE storage_counts SET bytes = bytes - OLD.size, files = files - 1 WHERE tenant_id = OLD.tenant_id;
END;
