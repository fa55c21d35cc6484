/** Who decides about access: an admin of the account, or an owner or admin of the tenant. */
export interface Decider {
  readonly kind: 'contact' | 'agent';
  readonly id: string;
}
