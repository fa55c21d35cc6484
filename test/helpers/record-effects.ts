import type { Effects, Whisper } from '#lib/effects.ts';

export interface RecordedEffects extends Effects {
  /** What went out, in order. */
  readonly whispers: Whisper[];
  readonly mails: string[];
}

/** Effects that only write down what an operation wanted. */
export function recordEffects(): RecordedEffects {
  const whispers: Whisper[] = [];
  const mails: string[] = [];
  return {
    whispers,
    mails,
    after: () => {},
    sendMail: (ids) => void mails.push(...ids),
    whisper: (some) => void whispers.push(...some),
  };
}
