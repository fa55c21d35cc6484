/** Who may become a contact by signing in: nobody new, people of a confirmed domain, or those after an admin's yes. */
export const newcomerRules = ['known', 'domains', 'requests'] as const;

/** A tenant's settings about who may enter, and how; switches are 1 or 0, as they are stored. */
export interface AccessSettings {
  readonly newcomers: (typeof newcomerRules)[number];
  /** Links in notifications open their one request without signing in. */
  readonly ticketLinks: 0 | 1;
  /** Agents without a second factor get no further than setting one up. */
  readonly secondFactorRequired: 0 | 1;
  /** Agents' sessions last 12 hours, and 1 without use. */
  readonly shortAgentSessions: 0 | 1;
}
