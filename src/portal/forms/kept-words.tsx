import type { Contact } from '#lib/actor.ts';
import type { Frame } from '#ui/frame.ts';
import { PageHead } from '#ui/page-head.tsx';
import type { Reader } from '#ui/reader.ts';
import { TextArea } from '#ui/text-area.tsx';
import { ContactPage } from '../contact-page.tsx';

/** What somebody wrote and could not send, to be copied. Nothing where they wrote nothing. */
export const KeptWords = ({ reader, words }: { reader: Reader; words: string }) =>
  words === '' ? null : (
    <form class="form">
      <TextArea reader={reader} name="kept" label={reader.t('kept.label')} value={words} required />
    </form>
  );

interface KeptPageProps {
  frame: Frame;
  actor: Contact;
  words: string;
}

/** The page of a request that is not there, or not any more for this person, with what they wrote to it. */
export const LostPage = ({ frame, actor, words }: KeptPageProps) => {
  const { t } = frame.reader;
  const back = { href: '/', label: t('request.backToList') };
  return <KeptPage {...{ frame, actor, words, back }} title={t('kept.lost.title')} text={t('kept.lost.text')} />;
};

/** The same of a field of a request, which cannot be changed any more. */
export const ShutPage = ({ frame, actor, words, back }: KeptPageProps & { back: string }) => {
  const { t } = frame.reader;
  const way = { href: back, label: t('people.back') };
  return (
    <KeptPage {...{ frame, actor, words }} back={way} title={t('fields.shut.title')} text={t('fields.shut.text')} />
  );
};

type KeptPage = KeptPageProps & { back: { href: string; label: string }; title: string; text: string };

const KeptPage = ({ frame, actor, words, back, title, text }: KeptPage) => (
  <ContactPage frame={frame} actor={actor} title={title} width="reading">
    <PageHead title={title} back={back} />
    <div class="blocks">
      <p class="lede">{text}</p>
      <KeptWords reader={frame.reader} words={words} />
    </div>
  </ContactPage>
);
