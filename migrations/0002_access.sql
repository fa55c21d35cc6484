CREATE TABLE `access_requests` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`account_id` text NOT NULL,
	`email` text NOT NULL,
	`created_at` integer NOT NULL,
	`decided_at` integer,
	`outcome` text,
	`decider_kind` text,
	`decider_id` text,
	PRIMARY KEY(`tenant_id`, `id`),
	FOREIGN KEY (`tenant_id`,`account_id`) REFERENCES `accounts`(`tenant_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `access_requests_open` ON `access_requests` (`tenant_id`,`account_id`,`email`) WHERE decided_at is null;--> statement-breakpoint
CREATE INDEX `access_requests_account` ON `access_requests` (`tenant_id`,`account_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `account_domains` (
	`tenant_id` text NOT NULL,
	`domain` text NOT NULL,
	`account_id` text NOT NULL,
	`role` text NOT NULL,
	`confirmed_at` integer,
	`confirmed_by` text,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`tenant_id`, `domain`),
	FOREIGN KEY (`tenant_id`,`account_id`) REFERENCES `accounts`(`tenant_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `account_domains_account` ON `account_domains` (`tenant_id`,`account_id`);--> statement-breakpoint
CREATE TABLE `address_proofs` (
	`tenant_id` text NOT NULL,
	`contact_id` text NOT NULL,
	`email` text NOT NULL,
	`code_hash` text NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	PRIMARY KEY(`tenant_id`, `contact_id`)
);
--> statement-breakpoint
CREATE INDEX `address_proofs_expiry` ON `address_proofs` (`expires_at`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`account_id` text,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`token_hash` text NOT NULL,
	`version` integer NOT NULL,
	`inviter_kind` text NOT NULL,
	`inviter_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`sent_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`accepted_at` integer,
	`withdrawn_at` integer,
	PRIMARY KEY(`tenant_id`, `id`),
	FOREIGN KEY (`tenant_id`,`account_id`) REFERENCES `accounts`(`tenant_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_token` ON `invitations` (`tenant_id`,`token_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_pending` ON `invitations` (`tenant_id`,`account_id`,`email`) WHERE accepted_at is null and withdrawn_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_pending_agent` ON `invitations` (`tenant_id`,`email`) WHERE account_id is null and accepted_at is null and withdrawn_at is null;--> statement-breakpoint
CREATE INDEX `invitations_account` ON `invitations` (`tenant_id`,`account_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `ticket_links` (
	`tenant_id` text NOT NULL,
	`hash` text NOT NULL,
	`ticket_id` text NOT NULL,
	`contact_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer,
	PRIMARY KEY(`tenant_id`, `hash`),
	FOREIGN KEY (`tenant_id`,`ticket_id`) REFERENCES `tickets`(`tenant_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`tenant_id`,`contact_id`) REFERENCES `contacts`(`tenant_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `ticket_links_contact` ON `ticket_links` (`tenant_id`,`contact_id`,`ticket_id`);--> statement-breakpoint
CREATE INDEX `ticket_links_expiry` ON `ticket_links` (`expires_at`);--> statement-breakpoint
CREATE TABLE `view_as_tokens` (
	`tenant_id` text NOT NULL,
	`hash` text NOT NULL,
	`agent_id` text NOT NULL,
	`contact_id` text NOT NULL,
	`account_id` text NOT NULL,
	`host` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	`used_by` text,
	PRIMARY KEY(`tenant_id`, `hash`)
);
--> statement-breakpoint
CREATE INDEX `view_as_tokens_expiry` ON `view_as_tokens` (`expires_at`);--> statement-breakpoint
CREATE TABLE `audit_entries` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`action` text NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text,
	`account_id` text,
	`subject_id` text,
	`detail` text NOT NULL,
	`client` text NOT NULL,
	`place` text NOT NULL,
	`device` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`tenant_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `audit_entries_action` ON `audit_entries` (`tenant_id`,`action`,`id`);--> statement-breakpoint
CREATE INDEX `audit_entries_actor` ON `audit_entries` (`tenant_id`,`actor_id`,`id`);--> statement-breakpoint
CREATE INDEX `audit_entries_account` ON `audit_entries` (`tenant_id`,`account_id`,`id`);--> statement-breakpoint
CREATE INDEX `audit_entries_subject` ON `audit_entries` (`tenant_id`,`subject_id`,`id`);--> statement-breakpoint
CREATE TABLE `agent_passkeys` (
	`email` text NOT NULL,
	`credential_id` text NOT NULL,
	`public_key` text NOT NULL,
	`counter` integer NOT NULL,
	`transports` text NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_used_at` integer,
	PRIMARY KEY(`email`, `credential_id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `agent_passkeys_id` ON `agent_passkeys` (`credential_id`);--> statement-breakpoint
CREATE TABLE `agent_recovery_codes` (
	`email` text NOT NULL,
	`code_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`used_at` integer,
	PRIMARY KEY(`email`, `code_hash`)
);
--> statement-breakpoint
CREATE TABLE `agent_totp` (
	`email` text PRIMARY KEY NOT NULL,
	`secret` text NOT NULL,
	`confirmed_at` integer,
	`last_step` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `passkey_challenges` (
	`hash` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`purpose` text NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer
);
--> statement-breakpoint
CREATE INDEX `passkey_challenges_expiry` ON `passkey_challenges` (`expires_at`);--> statement-breakpoint
CREATE TABLE `contact_subjects` (
	`tenant_id` text NOT NULL,
	`issuer` text NOT NULL,
	`subject` text NOT NULL,
	`contact_id` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`tenant_id`, `issuer`, `subject`),
	FOREIGN KEY (`tenant_id`,`contact_id`) REFERENCES `contacts`(`tenant_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `contact_subjects_contact` ON `contact_subjects` (`tenant_id`,`contact_id`);--> statement-breakpoint
CREATE TABLE `handoff_arrivals` (
	`tenant_id` text NOT NULL,
	`hash` text NOT NULL,
	`contact_id` text NOT NULL,
	`account_id` text,
	`host` text NOT NULL,
	`return_to` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	`used_by` text,
	PRIMARY KEY(`tenant_id`, `hash`)
);
--> statement-breakpoint
CREATE INDEX `handoff_arrivals_expiry` ON `handoff_arrivals` (`expires_at`);--> statement-breakpoint
CREATE TABLE `handoff_keys` (
	`tenant_id` text NOT NULL,
	`kid` text NOT NULL,
	`name` text NOT NULL,
	`algorithm` text NOT NULL,
	`issuer` text NOT NULL,
	`secret` text,
	`public_key` text,
	`jwks_url` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_used_at` integer,
	`revoked_at` integer,
	PRIMARY KEY(`tenant_id`, `kid`)
);
--> statement-breakpoint
CREATE TABLE `handoff_refusals` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`reason` text NOT NULL,
	`kid` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`tenant_id`, `id`)
);
--> statement-breakpoint
CREATE TABLE `handoff_uses` (
	`tenant_id` text NOT NULL,
	`issuer` text NOT NULL,
	`jti_hash` text NOT NULL,
	`expires_at` integer NOT NULL,
	PRIMARY KEY(`tenant_id`, `issuer`, `jti_hash`)
);
--> statement-breakpoint
CREATE INDEX `handoff_uses_expiry` ON `handoff_uses` (`expires_at`);--> statement-breakpoint
ALTER TABLE `seats` ADD `last_used_at` integer;--> statement-breakpoint
ALTER TABLE `outbox` ADD `subject_id` text;--> statement-breakpoint
ALTER TABLE `accounts` ADD `members_see_all` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `memberships` ADD `last_seen_at` integer;--> statement-breakpoint
ALTER TABLE `sessions` ADD `device` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `sessions` ADD `place` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `sessions` ADD `viewed_by` text;--> statement-breakpoint
ALTER TABLE `sessions` ADD `chain` text;--> statement-breakpoint
ALTER TABLE `sessions` ADD `second_factor` text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE `sign_in_challenges` ADD `joins_email` text;--> statement-breakpoint
ALTER TABLE `sign_in_challenges` ADD `invitation_id` text;--> statement-breakpoint
ALTER TABLE `sign_in_challenges` ADD `joins_account_id` text;--> statement-breakpoint
ALTER TABLE `tenant_settings` ADD `newcomers` text DEFAULT 'known' NOT NULL;--> statement-breakpoint
ALTER TABLE `tenant_settings` ADD `ticket_links` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `tenant_settings` ADD `remote_sign_in_url` text;--> statement-breakpoint
ALTER TABLE `tenant_settings` ADD `remote_sign_in_at_once` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `tenant_settings` ADD `handoff_creates` text DEFAULT 'nothing' NOT NULL;--> statement-breakpoint
ALTER TABLE `tenant_settings` ADD `second_factor_required` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `tenant_settings` ADD `short_agent_sessions` integer DEFAULT 0 NOT NULL;