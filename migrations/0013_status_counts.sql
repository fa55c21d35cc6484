-- Counts by status, for the portal's lists: of an account, and of each person's own.
-- A person's follow the ticket's status, wherever it is changed.
INSERT INTO ticket_counts (tenant_id, scope, done, n)
SELECT tenant_id, 'account:' || account_id || ':' || status_id, done, count(*) FROM tickets
GROUP BY tenant_id, account_id, status_id, done;
--> statement-breakpoint
INSERT INTO ticket_counts (tenant_id, scope, done, n)
SELECT p.tenant_id, 'contact:' || p.contact_id || ':' || p.account_id || ':' || t.status_id, t.done, count(*)
FROM ticket_people p JOIN tickets t ON t.tenant_id = p.tenant_id AND t.id = p.ticket_id
GROUP BY p.tenant_id, p.contact_id, p.account_id, t.status_id, t.done;
--> statement-breakpoint
CREATE TRIGGER status_counts_after_insert AFTER INSERT ON tickets BEGIN
  INSERT INTO ticket_counts (tenant_id, scope, done, n)
  VALUES (NEW.tenant_id, 'account:' || NEW.account_id || ':' || NEW.status_id, NEW.done, 1)
  ON CONFLICT (tenant_id, scope, done) DO UPDATE SET n = n + 1;
END;
--> statement-breakpoint
CREATE TRIGGER status_counts_before_move AFTER UPDATE OF done, status_id, account_id ON tickets
WHEN OLD.done <> NEW.done OR OLD.status_id <> NEW.status_id OR OLD.account_id <> NEW.account_id BEGIN
  UPDATE ticket_counts SET n = n - 1
  WHERE tenant_id = OLD.tenant_id AND done = OLD.done
    AND scope = 'account:' || OLD.account_id || ':' || OLD.status_id;
END;
--> statement-breakpoint
CREATE TRIGGER status_counts_after_move AFTER UPDATE OF done, status_id, account_id ON tickets
WHEN OLD.done <> NEW.done OR OLD.status_id <> NEW.status_id OR OLD.account_id <> NEW.account_id BEGIN
  INSERT INTO ticket_counts (tenant_id, scope, done, n)
  VALUES (NEW.tenant_id, 'account:' || NEW.account_id || ':' || NEW.status_id, NEW.done, 1)
  ON CONFLICT (tenant_id, scope, done) DO UPDATE SET n = n + 1;
END;
--> statement-breakpoint
CREATE TRIGGER people_status_counts_before_move AFTER UPDATE OF done, status_id ON tickets
WHEN OLD.done <> NEW.done OR OLD.status_id <> NEW.status_id BEGIN
  UPDATE ticket_counts SET n = n - 1
  WHERE tenant_id = OLD.tenant_id AND done = OLD.done
    AND scope IN (SELECT 'contact:' || p.contact_id || ':' || p.account_id || ':' || OLD.status_id
      FROM ticket_people p WHERE p.tenant_id = OLD.tenant_id AND p.ticket_id = OLD.id);
END;
--> statement-breakpoint
CREATE TRIGGER people_status_counts_after_move AFTER UPDATE OF done, status_id ON tickets
WHEN OLD.done <> NEW.done OR OLD.status_id <> NEW.status_id BEGIN
  INSERT INTO ticket_counts (tenant_id, scope, done, n)
  SELECT NEW.tenant_id, 'contact:' || p.contact_id || ':' || p.account_id || ':' || NEW.status_id, NEW.done, 1
  FROM ticket_people p WHERE p.tenant_id = NEW.tenant_id AND p.ticket_id = NEW.id
  ON CONFLICT (tenant_id, scope, done) DO UPDATE SET n = n + 1;
END;
--> statement-breakpoint
CREATE TRIGGER people_status_counts_after_insert AFTER INSERT ON ticket_people BEGIN
  INSERT INTO ticket_counts (tenant_id, scope, done, n)
  SELECT t.tenant_id, 'contact:' || NEW.contact_id || ':' || NEW.account_id || ':' || t.status_id, t.done, 1
  FROM tickets t WHERE t.tenant_id = NEW.tenant_id AND t.id = NEW.ticket_id
  ON CONFLICT (tenant_id, scope, done) DO UPDATE SET n = n + 1;
END;
--> statement-breakpoint
CREATE TRIGGER people_status_counts_after_delete AFTER DELETE ON ticket_people BEGIN
  UPDATE ticket_counts SET n = n - 1
  WHERE tenant_id = OLD.tenant_id
    AND (scope, done) IN (SELECT 'contact:' || OLD.contact_id || ':' || OLD.account_id || ':' || t.status_id, t.done
      FROM tickets t WHERE t.tenant_id = OLD.tenant_id AND t.id = OLD.ticket_id);
END;
