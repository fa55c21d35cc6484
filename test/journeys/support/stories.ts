import { gives, type Story, says, solves, takes } from '#onboarding/demo/story.ts';

const by = { account: 'northwind', by: 'nora' } as const;

/** A small desk: two tickets that nobody has taken, one of Amir's that waits for its customer, a solved one. */
export const desk: readonly Story[] = [
  { ...by, subject: 'Asked an hour ago', began: '1h', steps: [says('nora', 'Is anybody there?')] },
  { ...by, subject: 'Asked yesterday', began: '26h', steps: [says('nora', 'The gate is shut.')] },
  {
    ...by,
    subject: 'Amir has it',
    began: '3d',
    until: '2d',
    steps: [says('nora', 'Which way is up?'), takes('amir'), says('amir', 'This one. Does it help?')],
  },
  {
    ...by,
    subject: 'Solved long since',
    began: '5d',
    until: '4d',
    steps: [says('nora', 'How much is it?'), gives('amir', 'olivia'), says('olivia', 'It is free.'), solves('nora')],
  },
];
