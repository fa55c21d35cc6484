ALTER TABLE `ticket_people` ADD `guest` text;--> statement-breakpoint
ALTER TABLE `ticket_people` ADD `added_by` text;--> statement-breakpoint
ALTER TABLE `ticket_people` ADD `called` text DEFAULT '' NOT NULL;