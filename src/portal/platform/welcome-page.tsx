import { ButtonLink } from '#ui/button.tsx';
import type { Frame } from '#ui/frame.ts';
import { PageDocument } from '#ui/page-document.tsx';
import type { Reader } from '#ui/reader.ts';
import type { Door } from './demo-doors.ts';
import { PorticoArt, PorticoMark } from './portico-art.tsx';

export interface WelcomePageProps {
  frame: Frame;
  agentApp: string;
  /** None where there is no demo. */
  doors: readonly Door[];
}

export const WelcomePage = ({ frame, agentApp, doors }: WelcomePageProps) => {
  const { t } = frame.reader;
  return (
    <PageDocument frame={frame} title={frame.brand.name}>
      <header class="page-footer welcome-top">
        <span class="welcome-mark">
          <PorticoMark />
          {frame.brand.name}
        </span>
      </header>
      <main id="main" tabindex={-1} class="page welcome">
        <section class="welcome-hero">
          <div>
            <h1>{t('platform.title')}</h1>
            <p class="lede">{t('platform.lede')}</p>
            <ButtonLink href={agentApp} look="primary">
              {t('platform.agents')}
            </ButtonLink>
          </div>
          <PorticoArt />
        </section>
        <Points reader={frame.reader} />
        {doors.length > 0 && <Doors reader={frame.reader} doors={doors} />}
      </main>
    </PageDocument>
  );
};

const Points = ({ reader: { t } }: { reader: Reader }) => (
  <section aria-label={t('platform.points')}>
    <ul class="welcome-points">
      {(['own', 'thread', 'signIn', 'plain'] as const).map((point) => (
        <li>
          <h2>{t(`platform.${point}.title`)}</h2>
          <p>{t(`platform.${point}.text`)}</p>
        </li>
      ))}
    </ul>
  </section>
);

const Doors = ({ reader: { t }, doors }: { reader: Reader; doors: readonly Door[] }) => (
  <section class="welcome-demo" aria-labelledby="demo">
    <h2 id="demo">{t('platform.demo.title')}</h2>
    <p>{t('platform.demo.text')}</p>
    <ul>
      {doors.map((door) => (
        <li>
          <a class="welcome-card" href={door.href}>
            <b>{t(`platform.demo.${door.place}`)}</b>
            <span>{t(`platform.demo.${door.place}.text`)}</span>
            {door.people.length > 0 && <small>{t('platform.demo.people', { people: door.people.join(', ') })}</small>}
          </a>
        </li>
      ))}
    </ul>
  </section>
);
