CREATE TABLE `agent_challenges` (
	`hash` text PRIMARY KEY NOT NULL,
	`code_hash` text NOT NULL,
	`address_hash` text NOT NULL,
	`tenant_id` text,
	`agent_id` text,
	`host` text NOT NULL,
	`return_to` text NOT NULL,
	`asked_from` text NOT NULL,
	`asked_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`used_at` integer,
	`used_by` text,
	`voided_at` integer
);
--> statement-breakpoint
CREATE INDEX `agent_challenges_address` ON `agent_challenges` (`address_hash`,`asked_at`);--> statement-breakpoint
CREATE INDEX `agent_challenges_expiry` ON `agent_challenges` (`expires_at`);--> statement-breakpoint
CREATE TABLE `directory_counters` (
	`scope_key` text NOT NULL,
	`window` integer NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`scope_key`, `window`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `directory_counters_window` ON `directory_counters` (`window`);--> statement-breakpoint
CREATE TABLE `hostnames` (
	`hostname` text PRIMARY KEY NOT NULL,
	`tenant_id` text NOT NULL,
	`kind` text NOT NULL,
	`status` text NOT NULL,
	`canonical` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `hostnames_tenant` ON `hostnames` (`tenant_id`,`canonical`);--> statement-breakpoint
CREATE TABLE `seats` (
	`email` text NOT NULL,
	`tenant_id` text NOT NULL,
	`agent_id` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`email`, `tenant_id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `tenants` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`status` text NOT NULL,
	`shard` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tenants_number` ON `tenants` (`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `tenants_slug` ON `tenants` (`slug`);--> statement-breakpoint
CREATE TABLE `inbound_mail` (
	`tenant_id` text NOT NULL,
	`dedupe_key` text NOT NULL,
	`raw_key` text NOT NULL,
	`outcome` text NOT NULL,
	`reason` text NOT NULL,
	`ticket_id` text,
	`message_id` text,
	`received_at` integer NOT NULL,
	PRIMARY KEY(`tenant_id`, `dedupe_key`)
);
--> statement-breakpoint
CREATE TABLE `outbox` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`recipient_kind` text NOT NULL,
	`recipient_id` text NOT NULL,
	`ticket_id` text NOT NULL,
	`message_id` text,
	`state` text NOT NULL,
	`due_at` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`claim` text,
	`sent_message_id` text,
	`error` text,
	`created_at` integer NOT NULL,
	`sent_at` integer,
	PRIMARY KEY(`tenant_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `outbox_ticket` ON `outbox` (`tenant_id`,`ticket_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `outbox_sent_message` ON `outbox` (`tenant_id`,`sent_message_id`);--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`due_at`) WHERE state in ('owed', 'sending');--> statement-breakpoint
CREATE TABLE `accounts` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`external_id` text,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`tenant_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_external` ON `accounts` (`tenant_id`,`external_id`);--> statement-breakpoint
CREATE TABLE `agents` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`state` text NOT NULL,
	`notify_unassigned` integer NOT NULL,
	`zone` text,
	`created_at` integer NOT NULL,
	`last_seen_at` integer,
	PRIMARY KEY(`tenant_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `agents_email` ON `agents` (`tenant_id`,`email`);--> statement-breakpoint
CREATE TABLE `contact_addresses` (
	`tenant_id` text NOT NULL,
	`email` text NOT NULL,
	`contact_id` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`tenant_id`, `email`),
	FOREIGN KEY (`tenant_id`,`contact_id`) REFERENCES `contacts`(`tenant_id`,`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `contact_addresses_contact` ON `contact_addresses` (`tenant_id`,`contact_id`);--> statement-breakpoint
CREATE TABLE `contacts` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`number` integer NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`zone` text,
	`locale` text,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer,
	PRIMARY KEY(`tenant_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contacts_number` ON `contacts` (`tenant_id`,`number`);--> statement-breakpoint
CREATE TABLE `memberships` (
	`tenant_id` text NOT NULL,
	`contact_id` text NOT NULL,
	`account_id` text NOT NULL,
	`role` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`tenant_id`, `contact_id`, `account_id`),
	FOREIGN KEY (`tenant_id`,`contact_id`) REFERENCES `contacts`(`tenant_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`tenant_id`,`account_id`) REFERENCES `accounts`(`tenant_id`,`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `memberships_account` ON `memberships` (`tenant_id`,`account_id`,`role`,`contact_id`);--> statement-breakpoint
CREATE TABLE `counters` (
	`tenant_id` text NOT NULL,
	`scope_key` text NOT NULL,
	`window` integer NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`tenant_id`, `scope_key`, `window`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `counters_window` ON `counters` (`window`);--> statement-breakpoint
CREATE TABLE `drafts` (
	`tenant_id` text NOT NULL,
	`contact_id` text NOT NULL,
	`form` text NOT NULL,
	`fields` text NOT NULL,
	`saved_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	PRIMARY KEY(`tenant_id`, `contact_id`, `form`)
);
--> statement-breakpoint
CREATE INDEX `drafts_expiry` ON `drafts` (`expires_at`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`tenant_id` text NOT NULL,
	`secret_hash` text NOT NULL,
	`host` text NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`account_id` text,
	`challenge_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`idle_expires_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`ended_at` integer,
	PRIMARY KEY(`tenant_id`, `secret_hash`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_challenge` ON `sessions` (`tenant_id`,`challenge_hash`);--> statement-breakpoint
CREATE INDEX `sessions_subject` ON `sessions` (`tenant_id`,`kind`,`subject_id`);--> statement-breakpoint
CREATE INDEX `sessions_expiry` ON `sessions` (`expires_at`);--> statement-breakpoint
CREATE TABLE `sign_in_challenges` (
	`tenant_id` text NOT NULL,
	`hash` text NOT NULL,
	`code_hash` text NOT NULL,
	`address_hash` text NOT NULL,
	`contact_id` text,
	`host` text NOT NULL,
	`return_to` text NOT NULL,
	`asked_from` text NOT NULL,
	`asked_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`used_at` integer,
	`used_by` text,
	`voided_at` integer,
	PRIMARY KEY(`tenant_id`, `hash`)
);
--> statement-breakpoint
CREATE INDEX `sign_in_challenges_address` ON `sign_in_challenges` (`tenant_id`,`address_hash`,`asked_at`);--> statement-breakpoint
CREATE INDEX `sign_in_challenges_expiry` ON `sign_in_challenges` (`expires_at`);--> statement-breakpoint
CREATE TABLE `business_hours` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`zone` text NOT NULL,
	`week` text NOT NULL,
	PRIMARY KEY(`tenant_id`, `id`)
);
--> statement-breakpoint
CREATE TABLE `tenant_settings` (
	`tenant_id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`status` text NOT NULL,
	`name` text NOT NULL,
	`locale` text NOT NULL,
	`zone` text NOT NULL,
	`accent` text NOT NULL,
	`logo_light` text,
	`logo_dark` text,
	`logo_mail` text,
	`welcome` text NOT NULL,
	`footer_links` text NOT NULL,
	`theme_css` text NOT NULL,
	`theme_hash` text NOT NULL,
	`solved_closes_after_days` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `events` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`ticket_id` text NOT NULL,
	`seq` integer NOT NULL,
	`public_seq` integer,
	`kind` text NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text,
	`data` text NOT NULL,
	`public_data` text,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`tenant_id`, `id`),
	FOREIGN KEY (`tenant_id`,`ticket_id`) REFERENCES `tickets`(`tenant_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `events_seq` ON `events` (`tenant_id`,`ticket_id`,`seq`);--> statement-breakpoint
CREATE INDEX `events_public_seq` ON `events` (`tenant_id`,`ticket_id`,`public_seq`);--> statement-breakpoint
CREATE TABLE `messages` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`ticket_id` text NOT NULL,
	`seq` integer NOT NULL,
	`public_seq` integer NOT NULL,
	`author_kind` text NOT NULL,
	`author_id` text NOT NULL,
	`body` text NOT NULL,
	`quoted` text DEFAULT '' NOT NULL,
	`via` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`tenant_id`, `id`),
	FOREIGN KEY (`tenant_id`,`ticket_id`) REFERENCES `tickets`(`tenant_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `messages_seq` ON `messages` (`tenant_id`,`ticket_id`,`seq`);--> statement-breakpoint
CREATE UNIQUE INDEX `messages_public_seq` ON `messages` (`tenant_id`,`ticket_id`,`public_seq`);--> statement-breakpoint
CREATE TABLE `notes` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`ticket_id` text NOT NULL,
	`seq` integer NOT NULL,
	`author_id` text NOT NULL,
	`body` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`tenant_id`, `id`),
	FOREIGN KEY (`tenant_id`,`ticket_id`) REFERENCES `tickets`(`tenant_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`tenant_id`,`author_id`) REFERENCES `agents`(`tenant_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `notes_seq` ON `notes` (`tenant_id`,`ticket_id`,`seq`);--> statement-breakpoint
CREATE TABLE `read_marks` (
	`tenant_id` text NOT NULL,
	`contact_id` text NOT NULL,
	`ticket_id` text NOT NULL,
	`public_seq` integer NOT NULL,
	PRIMARY KEY(`tenant_id`, `contact_id`, `ticket_id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `submissions` (
	`tenant_id` text NOT NULL,
	`actor` text NOT NULL,
	`key` text NOT NULL,
	`body_hash` text NOT NULL,
	`result` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`tenant_id`, `actor`, `key`)
);
--> statement-breakpoint
CREATE INDEX `submissions_age` ON `submissions` (`created_at`);--> statement-breakpoint
CREATE TABLE `forms` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`is_default` integer NOT NULL,
	PRIMARY KEY(`tenant_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `forms_slug` ON `forms` (`tenant_id`,`slug`);--> statement-breakpoint
CREATE TABLE `priorities` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`label` text NOT NULL,
	`position` integer NOT NULL,
	`is_default` integer NOT NULL,
	`retired_at` integer,
	PRIMARY KEY(`tenant_id`, `id`)
);
--> statement-breakpoint
CREATE TABLE `statuses` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`category` text NOT NULL,
	`label` text NOT NULL,
	`public_label` text NOT NULL,
	`position` integer NOT NULL,
	`retired_at` integer,
	PRIMARY KEY(`tenant_id`, `id`)
);
--> statement-breakpoint
CREATE TABLE `ticket_counts` (
	`tenant_id` text NOT NULL,
	`scope` text NOT NULL,
	`done` integer NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`tenant_id`, `scope`, `done`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `ticket_people` (
	`tenant_id` text NOT NULL,
	`ticket_id` text NOT NULL,
	`contact_id` text NOT NULL,
	`account_id` text NOT NULL,
	`part` text NOT NULL,
	`done` integer NOT NULL,
	`public_activity_at` integer NOT NULL,
	PRIMARY KEY(`tenant_id`, `ticket_id`, `contact_id`),
	FOREIGN KEY (`tenant_id`,`ticket_id`) REFERENCES `tickets`(`tenant_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`tenant_id`,`contact_id`) REFERENCES `contacts`(`tenant_id`,`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `ticket_people_done` ON `ticket_people` (`tenant_id`,`contact_id`,`account_id`,`done`,`public_activity_at`,`ticket_id`);--> statement-breakpoint
CREATE INDEX `ticket_people_all` ON `ticket_people` (`tenant_id`,`contact_id`,`account_id`,`public_activity_at`,`ticket_id`);--> statement-breakpoint
CREATE TABLE `tickets` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`number` integer NOT NULL,
	`subject` text NOT NULL,
	`account_id` text NOT NULL,
	`requester_id` text NOT NULL,
	`form_id` text NOT NULL,
	`status_id` text NOT NULL,
	`category` text NOT NULL,
	`done` integer NOT NULL,
	`priority_id` text NOT NULL,
	`assignee_id` text,
	`source` text NOT NULL,
	`follow_up_of` text,
	`seq` integer NOT NULL,
	`activity_at` integer NOT NULL,
	`public_seq` integer NOT NULL,
	`public_activity_at` integer NOT NULL,
	`last_author_kind` text NOT NULL,
	`last_author_id` text NOT NULL,
	`last_message_at` integer NOT NULL,
	`last_customer_at` integer NOT NULL,
	`waiting_since` integer,
	`solved_at` integer,
	`closed_at` integer,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`tenant_id`, `id`),
	FOREIGN KEY (`tenant_id`,`account_id`) REFERENCES `accounts`(`tenant_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`tenant_id`,`requester_id`) REFERENCES `contacts`(`tenant_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`tenant_id`,`assignee_id`) REFERENCES `agents`(`tenant_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`tenant_id`,`status_id`) REFERENCES `statuses`(`tenant_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`tenant_id`,`priority_id`) REFERENCES `priorities`(`tenant_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`tenant_id`,`form_id`) REFERENCES `forms`(`tenant_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tickets_number` ON `tickets` (`tenant_id`,`number`);--> statement-breakpoint
CREATE INDEX `tickets_account_done` ON `tickets` (`tenant_id`,`account_id`,`done`,`public_activity_at`,`id`);--> statement-breakpoint
CREATE INDEX `tickets_account` ON `tickets` (`tenant_id`,`account_id`,`public_activity_at`,`id`);--> statement-breakpoint
CREATE INDEX `tickets_requester` ON `tickets` (`tenant_id`,`requester_id`,`public_activity_at`,`id`);--> statement-breakpoint
CREATE INDEX `tickets_desk_customer` ON `tickets` (`tenant_id`,`done`,`last_customer_at`,`id`);--> statement-breakpoint
CREATE INDEX `tickets_desk_age` ON `tickets` (`tenant_id`,`done`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `tickets_assignee_customer` ON `tickets` (`tenant_id`,`assignee_id`,`done`,`last_customer_at`,`id`);--> statement-breakpoint
CREATE INDEX `tickets_assignee_age` ON `tickets` (`tenant_id`,`assignee_id`,`done`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `tickets_activity` ON `tickets` (`tenant_id`,`activity_at`);--> statement-breakpoint
CREATE INDEX `tickets_waiting` ON `tickets` (`tenant_id`,`waiting_since`) WHERE waiting_since is not null;--> statement-breakpoint
CREATE INDEX `tickets_assignee_waiting` ON `tickets` (`tenant_id`,`assignee_id`,`waiting_since`) WHERE waiting_since is not null;--> statement-breakpoint
CREATE INDEX `tickets_solved` ON `tickets` (`solved_at`) WHERE category = 'solved';