-- Kept counts: no page counts rows. Triggers, not code, keep them, so that no
-- write can forget. One statement each (D1's splitter and CASE do not mix).
CREATE TRIGGER ticket_counts_after_insert AFTER INSERT ON tickets BEGIN
  INSERT INTO ticket_counts (tenant_id, scope, done, n)
  VALUES (NEW.tenant_id, 'desk', NEW.done, 1),
         (NEW.tenant_id, 'account:' || NEW.account_id, NEW.done, 1),
         (NEW.tenant_id, coalesce('agent:' || NEW.assignee_id, 'unassigned'), NEW.done, 1)
  ON CONFLICT (tenant_id, scope, done) DO UPDATE SET n = n + 1;
END;
--> statement-breakpoint
CREATE TRIGGER ticket_counts_before_move AFTER UPDATE OF done, assignee_id, account_id ON tickets
WHEN OLD.done <> NEW.done OR OLD.assignee_id IS NOT NEW.assignee_id OR OLD.account_id <> NEW.account_id BEGIN
  UPDATE ticket_counts SET n = n - 1
  WHERE tenant_id = OLD.tenant_id AND done = OLD.done
    AND scope IN ('desk', 'account:' || OLD.account_id, coalesce('agent:' || OLD.assignee_id, 'unassigned'));
END;
--> statement-breakpoint
CREATE TRIGGER ticket_counts_after_move AFTER UPDATE OF done, assignee_id, account_id ON tickets
WHEN OLD.done <> NEW.done OR OLD.assignee_id IS NOT NEW.assignee_id OR OLD.account_id <> NEW.account_id BEGIN
  INSERT INTO ticket_counts (tenant_id, scope, done, n)
  VALUES (NEW.tenant_id, 'desk', NEW.done, 1),
         (NEW.tenant_id, 'account:' || NEW.account_id, NEW.done, 1),
         (NEW.tenant_id, coalesce('agent:' || NEW.assignee_id, 'unassigned'), NEW.done, 1)
  ON CONFLICT (tenant_id, scope, done) DO UPDATE SET n = n + 1;
END;
--> statement-breakpoint
CREATE TRIGGER ticket_people_counts_after_insert AFTER INSERT ON ticket_people BEGIN
  INSERT INTO ticket_counts (tenant_id, scope, done, n)
  VALUES (NEW.tenant_id, 'contact:' || NEW.contact_id || ':' || NEW.account_id, NEW.done, 1)
  ON CONFLICT (tenant_id, scope, done) DO UPDATE SET n = n + 1;
END;
--> statement-breakpoint
CREATE TRIGGER ticket_people_counts_before_move AFTER UPDATE OF done ON ticket_people
WHEN OLD.done <> NEW.done BEGIN
  UPDATE ticket_counts SET n = n - 1
  WHERE tenant_id = OLD.tenant_id AND done = OLD.done
    AND scope = 'contact:' || OLD.contact_id || ':' || OLD.account_id;
END;
--> statement-breakpoint
CREATE TRIGGER ticket_people_counts_after_move AFTER UPDATE OF done ON ticket_people
WHEN OLD.done <> NEW.done BEGIN
  INSERT INTO ticket_counts (tenant_id, scope, done, n)
  VALUES (NEW.tenant_id, 'contact:' || NEW.contact_id || ':' || NEW.account_id, NEW.done, 1)
  ON CONFLICT (tenant_id, scope, done) DO UPDATE SET n = n + 1;
END;
--> statement-breakpoint
CREATE TRIGGER ticket_people_counts_after_delete AFTER DELETE ON ticket_people BEGIN
  UPDATE ticket_counts SET n = n - 1
  WHERE tenant_id = OLD.tenant_id AND done = OLD.done
    AND scope = 'contact:' || OLD.contact_id || ':' || OLD.account_id;
END;
