DROP INDEX `tickets_account_status`;--> statement-breakpoint
DROP INDEX `tickets_account_created`;--> statement-breakpoint
CREATE INDEX `tickets_account_created` ON `tickets` (`tenant_id`,`account_id`,`done`,`id`);--> statement-breakpoint
CREATE INDEX `ticket_people_created` ON `ticket_people` (`tenant_id`,`contact_id`,`account_id`,`done`,`ticket_id`);