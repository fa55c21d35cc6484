CREATE TABLE `ticket_answers` (
	`tenant_id` text NOT NULL,
	`ticket_id` text NOT NULL,
	`form_id` text NOT NULL,
	`version` integer NOT NULL,
	`answers` text NOT NULL,
	PRIMARY KEY(`tenant_id`, `ticket_id`),
	FOREIGN KEY (`tenant_id`,`ticket_id`) REFERENCES `tickets`(`tenant_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `ticket_field_values` (
	`tenant_id` text NOT NULL,
	`ticket_id` text NOT NULL,
	`field_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`account_id` text NOT NULL,
	`value` text NOT NULL,
	`text_key` text,
	`number_key` real,
	PRIMARY KEY(`tenant_id`, `ticket_id`, `field_id`, `ordinal`),
	FOREIGN KEY (`tenant_id`,`ticket_id`) REFERENCES `tickets`(`tenant_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`tenant_id`,`field_id`) REFERENCES `fields`(`tenant_id`,`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `ticket_field_values_text` ON `ticket_field_values` (`tenant_id`,`account_id`,`field_id`,`text_key`,`ticket_id`) WHERE text_key is not null;--> statement-breakpoint
CREATE INDEX `ticket_field_values_number` ON `ticket_field_values` (`tenant_id`,`account_id`,`field_id`,`number_key`,`ticket_id`) WHERE number_key is not null;--> statement-breakpoint
CREATE INDEX `ticket_field_values_field` ON `ticket_field_values` (`tenant_id`,`field_id`);--> statement-breakpoint
CREATE TABLE `attachments` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`owner_kind` text NOT NULL,
	`owner_id` text NOT NULL,
	`draft` text NOT NULL,
	`ticket_id` text,
	`place` text,
	`place_id` text,
	`ordinal` integer DEFAULT 0 NOT NULL,
	`name` text NOT NULL,
	`size` integer NOT NULL,
	`type` text NOT NULL,
	`width` integer,
	`height` integer,
	`object_key` text NOT NULL,
	`sha256` text,
	`scan_state` text DEFAULT 'unscanned' NOT NULL,
	`created_at` integer NOT NULL,
	`attached_at` integer,
	PRIMARY KEY(`tenant_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `attachments_ticket` ON `attachments` (`tenant_id`,`ticket_id`,`place`,`place_id`,`ordinal`);--> statement-breakpoint
CREATE INDEX `attachments_draft` ON `attachments` (`tenant_id`,`owner_kind`,`owner_id`,`draft`);--> statement-breakpoint
CREATE UNIQUE INDEX `attachments_object` ON `attachments` (`tenant_id`,`object_key`);--> statement-breakpoint
CREATE INDEX `attachments_unsent` ON `attachments` (`created_at`) WHERE attached_at is null;--> statement-breakpoint
CREATE TABLE `storage_counts` (
	`tenant_id` text PRIMARY KEY NOT NULL,
	`bytes` integer NOT NULL,
	`files` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `fields` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`key` text NOT NULL,
	`type` text NOT NULL,
	`label` text NOT NULL,
	`help` text DEFAULT '' NOT NULL,
	`choices` text DEFAULT '[]' NOT NULL,
	`rules` text DEFAULT '{}' NOT NULL,
	`default_value` text,
	`portal_access` text DEFAULT 'none' NOT NULL,
	`in_list` integer DEFAULT 0 NOT NULL,
	`needed_to_solve` integer DEFAULT 0 NOT NULL,
	`position` integer NOT NULL,
	`created_at` integer NOT NULL,
	`retired_at` integer,
	PRIMARY KEY(`tenant_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `fields_key` ON `fields` (`tenant_id`,`key`);--> statement-breakpoint
CREATE TABLE `form_fields` (
	`tenant_id` text NOT NULL,
	`field_id` text NOT NULL,
	`form_id` text NOT NULL,
	`stage` text NOT NULL,
	PRIMARY KEY(`tenant_id`, `field_id`, `form_id`, `stage`),
	FOREIGN KEY (`tenant_id`,`field_id`) REFERENCES `fields`(`tenant_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`tenant_id`,`form_id`) REFERENCES `forms`(`tenant_id`,`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `form_fields_form` ON `form_fields` (`tenant_id`,`form_id`,`stage`);--> statement-breakpoint
CREATE TABLE `form_versions` (
	`tenant_id` text NOT NULL,
	`form_id` text NOT NULL,
	`version` integer NOT NULL,
	`definition` text NOT NULL,
	`published_at` integer NOT NULL,
	`published_by` text,
	PRIMARY KEY(`tenant_id`, `form_id`, `version`),
	FOREIGN KEY (`tenant_id`,`form_id`) REFERENCES `forms`(`tenant_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `message_versions` (
	`tenant_id` text NOT NULL,
	`message_id` text NOT NULL,
	`version` integer NOT NULL,
	`body` text NOT NULL,
	`written_at` integer NOT NULL,
	PRIMARY KEY(`tenant_id`, `message_id`, `version`),
	FOREIGN KEY (`tenant_id`,`message_id`) REFERENCES `messages`(`tenant_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `tags` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`tenant_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tags_name` ON `tags` (`tenant_id`,`name`);--> statement-breakpoint
CREATE TABLE `teams` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`position` integer NOT NULL,
	`retired_at` integer,
	PRIMARY KEY(`tenant_id`, `id`)
);
--> statement-breakpoint
CREATE TABLE `ticket_tags` (
	`tenant_id` text NOT NULL,
	`ticket_id` text NOT NULL,
	`tag_id` text NOT NULL,
	PRIMARY KEY(`tenant_id`, `ticket_id`, `tag_id`),
	FOREIGN KEY (`tenant_id`,`ticket_id`) REFERENCES `tickets`(`tenant_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`tenant_id`,`tag_id`) REFERENCES `tags`(`tenant_id`,`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `ticket_tags_tag` ON `ticket_tags` (`tenant_id`,`tag_id`,`ticket_id`);--> statement-breakpoint
CREATE TABLE `views` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`account_id` text NOT NULL,
	`contact_id` text,
	`name` text NOT NULL,
	`query` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`tenant_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `views_account` ON `views` (`tenant_id`,`account_id`,`contact_id`,`name`);--> statement-breakpoint
ALTER TABLE `accounts` ADD `tier` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `tenant_settings` ADD `participants` text DEFAULT 'colleagues' NOT NULL;--> statement-breakpoint
ALTER TABLE `tenant_settings` ADD `storage_quota` integer DEFAULT 10737418240 NOT NULL;--> statement-breakpoint
ALTER TABLE `messages` ADD `edited_at` integer;--> statement-breakpoint
ALTER TABLE `forms` ADD `description` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `forms` ADD `icon` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `forms` ADD `group_name` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `forms` ADD `position` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `forms` ADD `audience` text DEFAULT '{"kind":"all"}' NOT NULL;--> statement-breakpoint
ALTER TABLE `forms` ADD `draft` text;--> statement-breakpoint
ALTER TABLE `forms` ADD `draft_seq` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `forms` ADD `tests` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `forms` ADD `published_version` integer;--> statement-breakpoint
ALTER TABLE `forms` ADD `created_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `forms` ADD `retired_at` integer;--> statement-breakpoint
ALTER TABLE `tickets` ADD `form_version` integer;--> statement-breakpoint
ALTER TABLE `tickets` ADD `team_id` text;--> statement-breakpoint
CREATE INDEX `tickets_account_created` ON `tickets` (`tenant_id`,`account_id`,`id`);--> statement-breakpoint
CREATE INDEX `tickets_account_status` ON `tickets` (`tenant_id`,`account_id`,`status_id`,`public_activity_at`,`id`);--> statement-breakpoint
CREATE INDEX `tickets_follow_ups` ON `tickets` (`tenant_id`,`follow_up_of`) WHERE follow_up_of is not null;