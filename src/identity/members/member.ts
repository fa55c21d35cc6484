/** A person's place in an account. */
export interface Place {
  readonly contactId: string;
  readonly accountId: string;
}

export type MemberRole = 'admin' | 'member' | 'none';

export interface Member extends Place {
  /** Empty until they have said it. */
  readonly name: string;
  readonly email: string;
  readonly role: MemberRole;
  /** When they last used this workspace, milliseconds; null: never. */
  readonly lastSeenAt: number | null;
  readonly createdAt: number;
  readonly isDisabled: boolean;
}
