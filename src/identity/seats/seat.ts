/** A place to answer: an address at a tenant. */
export interface Seat {
  readonly tenantId: string;
  readonly agentId: string;
  readonly tenantName: string;
  readonly slug: string;
  readonly lastUsedAt: number | null;
}
