import { ConfirmForm } from '#ui/confirm-form.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { AgentPage } from '../agent-page.tsx';
import type { PlaceProps } from '../send-place.ts';

interface ConfirmPageProps extends PlaceProps {
  readonly title: string;
  readonly says: readonly string[];
  readonly action: string;
  /** Sent along. */
  readonly fields?: Readonly<Record<string, string>>;
  readonly label: string;
  readonly look?: 'primary' | 'danger';
  /** Where it came from, and goes back to. */
  readonly back: { readonly href: string; readonly label: string };
  /** The word for not doing it. */
  readonly cancel: string;
}

/** The question before something that is not easily undone. */
export const ConfirmPage = ({ frame, actor, counts, title, back, cancel, ...form }: ConfirmPageProps) => (
  <AgentPage frame={frame} title={title} actor={actor} counts={counts} current="accounts">
    <PageHead title={title} back={back} />
    <ConfirmForm {...form} cancel={{ href: back.href, label: cancel }} />
  </AgentPage>
);
