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

/** The page of a request that is not there, or not any more for this person, with what they wrote to it. */
export const LostPage = ({ frame, actor, words }: { frame: Frame; actor: Contact; words: string }) => {
  const { t } = frame.reader;
  return (
    <ContactPage frame={frame} actor={actor} title={t('kept.lost.title')} width="reading">
      <PageHead title={t('kept.lost.title')} back={{ href: '/', label: t('request.backToList') }} />
      <div class="blocks">
        <p class="lede">{t('kept.lost.text')}</p>
        <KeptWords reader={frame.reader} words={words} />
      </div>
    </ContactPage>
  );
};
