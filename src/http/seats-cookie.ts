/** Says that this agent has seats at several tenants, so that each page can offer the switch without asking the directory. */
export const seatsCookie = '__Host-seats';
