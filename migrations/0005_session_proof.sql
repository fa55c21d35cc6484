ALTER TABLE `sessions` ADD `second_factor_at` integer;--> statement-breakpoint
CREATE INDEX `seats_agent` ON `seats` (`tenant_id`,`agent_id`);