import { ButtonLink } from './button.tsx';
import { FocusShell } from './focus-shell.tsx';
import type { Frame } from './frame.ts';

/** What can be said of a problem: its words are `problem.<kind>.title` and `.text`. */
export type ProblemPageKind =
  | '400'
  | '403'
  | '404'
  | '405'
  | '409'
  | '410'
  | '413'
  | '429'
  | '500'
  | 'secondFactor'
  | 'otherTenant'
  | 'busy'
  | 'crossSite'
  | 'signedOut'
  | 'signedOutKept'
  | 'suspended'
  | 'viewOnly';

export interface ProblemPageProps {
  frame: Frame;
  kind: ProblemPageKind;
  requestId?: string | undefined;
  /** Where the one button leads: home, or to sign in. */
  action: {
    href: string;
    label: 'problem.home' | 'problem.signIn' | 'problem.secondFactor' | 'problem.otherTenant';
  } | null;
}

/** What went wrong in words, and the way on. */
export const ProblemPage = ({ frame, kind, requestId, action }: ProblemPageProps) => {
  const { t } = frame.reader;
  const title = t(`problem.${kind}.title`);
  return (
    <FocusShell frame={frame} title={title}>
      {/^\d+$/.test(kind) && (
        <p class="problem-status" aria-hidden="true">
          {kind}
        </p>
      )}
      <h1>{title}</h1>
      <p>{t(`problem.${kind}.text`)}</p>
      {requestId && <p class="hint">{frame.reader.rich('problem.requestId', { id: <code>{requestId}</code> })}</p>}
      {action && (
        <ButtonLink href={action.href} look="secondary">
          {t(action.label)}
        </ButtonLink>
      )}
    </FocusShell>
  );
};
