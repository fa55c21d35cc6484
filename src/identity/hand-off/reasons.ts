/** What is looked at, in this order. The first that fails is why a token is refused. */
export const checkNames = [
  'shape',
  'header',
  'key',
  'algorithm',
  'signature',
  'claims',
  'issuer',
  'audience',
  'lifetime',
  'clock',
  'email',
  'once',
  'person',
] as const;

export type CheckName = (typeof checkNames)[number];

/** Why a token is refused. These words are stored and stand in docs/hand-off.md: they do not change. */
export const refusalReasons = [
  'missing',
  'too_long',
  'malformed',
  'repeated_name',
  'header_type',
  'header_critical',
  'header_key',
  'no_keys',
  'no_key_id',
  'unknown_key',
  'key_set_unreachable',
  'key_unusable',
  'wrong_algorithm',
  'bad_signature',
  'claim_missing',
  'claim_type',
  'wrong_role',
  'wrong_issuer',
  'wrong_audience',
  'lives_too_long',
  'expired',
  'issued_ahead',
  'not_yet',
  'wrong_email',
  'used',
  'unknown_person',
  'person_disabled',
  'subject_taken',
  'unknown_account',
  'no_account',
  'not_a_member',
  'access_removed',
  'no_workspace',
] as const;

export type RefusalReason = (typeof refusalReasons)[number];

/** The claims that are read. Others may be there and mean nothing. */
export const claimNames = [
  'iss',
  'aud',
  'iat',
  'exp',
  'nbf',
  'jti',
  'email',
  'sub',
  'name',
  'account_external_id',
  'account_name',
  'role',
  'locale',
] as const;

export type ClaimName = (typeof claimNames)[number];

export interface Refusal {
  readonly reason: RefusalReason;
  /** The claim that is missing or of the wrong type. */
  readonly claim?: ClaimName;
}
