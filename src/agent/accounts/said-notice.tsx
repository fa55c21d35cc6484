import { Notice } from '#ui/notice.tsx';
import type { Reader } from '#ui/reader.ts';
import type { Said } from './account-address.ts';

/** What a form just did. */
export const SaidNotice = ({ reader, said }: { reader: Reader; said: Said | null }) =>
  said && (
    <Notice tone={said === 'too-many' ? 'warning' : 'success'} focus>
      <p>{reader.t(`accounts.said.${said}`)}</p>
    </Notice>
  );
