-- Chinese, Japanese, Thai and their kin set no blanks between words, and the
-- tokenizer takes a run of their letters for one word. Texts that hold such
-- letters are kept a second time with each of them parted by char(31), which
-- nobody can type; a search parts what was typed alike and looks for a phrase.
-- (A pattern has at most 50 bytes, so the ranges are wide.)
ALTER TABLE `search_entries` ADD `words` text;
--> statement-breakpoint
DROP TRIGGER ticket_search_after_insert;
--> statement-breakpoint
DROP TRIGGER ticket_search_before_update;
--> statement-breakpoint
DROP TRIGGER ticket_search_after_update;
--> statement-breakpoint
DROP TRIGGER ticket_search_agents_after_insert;
--> statement-breakpoint
DROP TRIGGER ticket_search_agents_before_update;
--> statement-breakpoint
DROP TRIGGER ticket_search_agents_after_update;
--> statement-breakpoint
INSERT INTO ticket_search (ticket_search, rowid, scope, body)
SELECT 'delete', id, scope, body FROM ticket_search_public WHERE id IN (SELECT id FROM search_entries WHERE body GLOB '*[ก-႟ក-៿々-鿿豈-﫿ｦ-ﾝ𠀀-𿿽]*');
--> statement-breakpoint
INSERT INTO ticket_search_agents (ticket_search_agents, rowid, scope, body)
SELECT 'delete', id, scope, body FROM ticket_search_all WHERE id IN (SELECT id FROM search_entries WHERE body GLOB '*[ก-႟ក-៿々-鿿豈-﫿ｦ-ﾝ𠀀-𿿽]*');
--> statement-breakpoint
-- In pieces, or each letter would be counted from the beginning of the text.
CREATE VIEW search_letters AS
SELECT e.id, (WITH RECURSIVE
    parts(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM parts WHERE (n + 1) * 256 < length(e.body)),
    pieces(n, piece) AS MATERIALIZED (SELECT n, substr(e.body, n * 256 + 1, 256) FROM parts),
    places(k) AS MATERIALIZED (SELECT 1 UNION ALL SELECT k + 1 FROM places WHERE k < 256)
  SELECT group_concat(iif(substr(piece, k, 1) GLOB '[ก-႟ក-៿々-鿿豈-﫿ｦ-ﾝ𠀀-𿿽]',
      char(31) || substr(piece, k, 1) || char(31), substr(piece, k, 1)), '' ORDER BY n, k)
  FROM pieces CROSS JOIN places WHERE k <= length(piece)) AS words
FROM search_entries e;
--> statement-breakpoint
UPDATE search_entries SET words = (SELECT l.words FROM search_letters l WHERE l.id = search_entries.id) WHERE body GLOB '*[ก-႟ក-៿々-鿿豈-﫿ｦ-ﾝ𠀀-𿿽]*';
--> statement-breakpoint
DROP VIEW ticket_search_public;
--> statement-breakpoint
CREATE VIEW ticket_search_public AS
SELECT id, char(57344) || replace(account_id || coalesce(field_id, ''), '_', '')
  || ' ' || char(57344) || replace(ticket_id, '_', '') AS scope, coalesce(words, body) AS body
FROM search_entries WHERE internal = 0;
--> statement-breakpoint
DROP VIEW ticket_search_all;
--> statement-breakpoint
CREATE VIEW ticket_search_all AS
SELECT id, char(57344) || replace(tenant_id, '_', '')
  || ' ' || char(57344) || replace(ticket_id, '_', '') AS scope, coalesce(words, body) AS body
FROM search_entries;
--> statement-breakpoint
INSERT INTO ticket_search (rowid, scope, body)
SELECT id, scope, body FROM ticket_search_public WHERE id IN (SELECT id FROM search_entries WHERE words IS NOT NULL);
--> statement-breakpoint
INSERT INTO ticket_search_agents (rowid, scope, body)
SELECT id, scope, body FROM ticket_search_all WHERE id IN (SELECT id FROM search_entries WHERE words IS NOT NULL);
--> statement-breakpoint
-- A text with such letters is parted first; what is parted, or needs not be, goes into the indexes.
CREATE TRIGGER search_entries_after_insert AFTER INSERT ON search_entries WHEN NEW.body GLOB '*[ก-႟ក-៿々-鿿豈-﫿ｦ-ﾝ𠀀-𿿽]*' BEGIN
  UPDATE search_entries SET words = (SELECT l.words FROM search_letters l WHERE l.id = NEW.id) WHERE id = NEW.id;
END;
--> statement-breakpoint
CREATE TRIGGER search_entries_after_update AFTER UPDATE OF tenant_id, account_id, ticket_id, internal, field_id, body ON search_entries
WHEN NEW.words IS NOT NULL OR NEW.body GLOB '*[ก-႟ក-៿々-鿿豈-﫿ｦ-ﾝ𠀀-𿿽]*' BEGIN
  UPDATE search_entries SET words = iif(NEW.body GLOB '*[ก-႟ក-៿々-鿿豈-﫿ｦ-ﾝ𠀀-𿿽]*', (SELECT l.words FROM search_letters l WHERE l.id = NEW.id), NULL) WHERE id = NEW.id;
END;
--> statement-breakpoint
CREATE TRIGGER ticket_search_after_insert AFTER INSERT ON search_entries WHEN NOT NEW.body GLOB '*[ก-႟ក-៿々-鿿豈-﫿ｦ-ﾝ𠀀-𿿽]*' BEGIN
  INSERT INTO ticket_search (rowid, scope, body) SELECT id, scope, body FROM ticket_search_public WHERE id = NEW.id;
END;
--> statement-breakpoint
CREATE TRIGGER ticket_search_before_update BEFORE UPDATE OF tenant_id, account_id, ticket_id, internal, field_id, body ON search_entries BEGIN
  INSERT INTO ticket_search (ticket_search, rowid, scope, body)
  SELECT 'delete', id, scope, body FROM ticket_search_public WHERE id = OLD.id;
END;
--> statement-breakpoint
CREATE TRIGGER ticket_search_after_update AFTER UPDATE OF tenant_id, account_id, ticket_id, internal, field_id, body ON search_entries
WHEN NEW.words IS NULL AND NOT NEW.body GLOB '*[ก-႟ក-៿々-鿿豈-﫿ｦ-ﾝ𠀀-𿿽]*' BEGIN
  INSERT INTO ticket_search (rowid, scope, body) SELECT id, scope, body FROM ticket_search_public WHERE id = NEW.id;
END;
--> statement-breakpoint
CREATE TRIGGER ticket_search_after_words AFTER UPDATE OF words ON search_entries BEGIN
  INSERT INTO ticket_search (rowid, scope, body) SELECT id, scope, body FROM ticket_search_public WHERE id = NEW.id;
END;
--> statement-breakpoint
CREATE TRIGGER ticket_search_agents_after_insert AFTER INSERT ON search_entries WHEN NOT NEW.body GLOB '*[ก-႟ក-៿々-鿿豈-﫿ｦ-ﾝ𠀀-𿿽]*' BEGIN
  INSERT INTO ticket_search_agents (rowid, scope, body) SELECT id, scope, body FROM ticket_search_all WHERE id = NEW.id;
END;
--> statement-breakpoint
CREATE TRIGGER ticket_search_agents_before_update BEFORE UPDATE OF tenant_id, account_id, ticket_id, internal, field_id, body ON search_entries BEGIN
  INSERT INTO ticket_search_agents (ticket_search_agents, rowid, scope, body)
  SELECT 'delete', id, scope, body FROM ticket_search_all WHERE id = OLD.id;
END;
--> statement-breakpoint
CREATE TRIGGER ticket_search_agents_after_update AFTER UPDATE OF tenant_id, account_id, ticket_id, internal, field_id, body ON search_entries
WHEN NEW.words IS NULL AND NOT NEW.body GLOB '*[ก-႟ក-៿々-鿿豈-﫿ｦ-ﾝ𠀀-𿿽]*' BEGIN
  INSERT INTO ticket_search_agents (rowid, scope, body) SELECT id, scope, body FROM ticket_search_all WHERE id = NEW.id;
END;
--> statement-breakpoint
CREATE TRIGGER ticket_search_agents_after_words AFTER UPDATE OF words ON search_entries BEGIN
  INSERT INTO ticket_search_agents (rowid, scope, body) SELECT id, scope, body FROM ticket_search_all WHERE id = NEW.id;
END;
