import { Notice } from '#ui/notice.tsx';
import type { Reader } from '#ui/reader.ts';
import type { Said } from './said.ts';
import type { ViewLinks } from './view-links.ts';

interface SaidNoticeProps {
  reader: Reader;
  workspace: string;
  said: Said;
  views: ViewLinks;
}

/** What was just done; what was asked for and is not there. It takes the focus, so that it is read out. */
export const SaidNotice = ({ reader: { t }, workspace, said, views: { worn } }: SaidNoticeProps) => {
  if (said !== 'dropped')
    return (
      <Notice tone="success" focus>
        <p>{t(`views.said.${said}`, { workspace })}</p>
      </Notice>
    );
  return (
    <Notice focus>
      <p>{worn ? t('views.said.worn', { name: worn.name }) : t('list.said.dropped')}</p>
      {worn?.changeHref && (
        <p>
          <a href={worn.changeHref}>{t('views.change')}</a>
        </p>
      )}
    </Notice>
  );
};
