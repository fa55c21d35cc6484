import type { TenantScope } from '#db/scopes.ts';
import { mapped, type Statement } from '#db/statement.ts';
import { handOffSettings, listedKeys, listedRefusals } from './key-queries.ts';
import type { Creates } from './plan-arrival.ts';
import { claimNames, type Refusal, refusalReasons } from './reasons.ts';
import { keptRefusals } from './record-refusal.ts';

export interface ListedKey {
  readonly kid: string;
  readonly name: string;
  readonly algorithm: string;
  readonly issuer: string;
  readonly jwksUrl: string | null;
  readonly createdAt: number;
  /** The agent's name. */
  readonly createdBy: string | null;
  readonly lastUsedAt: number | null;
  readonly revokedAt: number | null;
}

export interface ListedRefusal extends Refusal {
  readonly kid: string | null;
  readonly at: number;
}

export interface HandOffSettings {
  readonly remoteUrl: string | null;
  readonly atOnce: boolean;
  readonly creates: Creates;
}

/** What the agents' page shows: keys without their secrets, settings, and why tokens were refused lately. */
export function listHandOff(scope: TenantScope): {
  readonly keys: Statement<readonly ListedKey[]>;
  readonly settings: Statement<HandOffSettings>;
  readonly refusals: Statement<readonly ListedRefusal[]>;
} {
  return {
    keys: listedKeys(scope),
    settings: mapped(handOffSettings(scope), (row) => ({
      remoteUrl: row?.remoteUrl ?? null,
      atOnce: row?.atOnce === 1,
      creates: row?.creates ?? 'nothing',
    })),
    refusals: mapped(listedRefusals(scope, keptRefusals), (rows) =>
      rows.flatMap(({ reason: stored, kid, at }) => {
        const [word, name] = stored.split(':');
        const reason = refusalReasons.find((each) => each === word);
        const claim = claimNames.find((each) => each === name);
        return reason ? [{ reason, kid, at, ...(claim && { claim }) }] : [];
      }),
    ),
  };
}
