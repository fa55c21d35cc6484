import { Notice } from '#ui/notice.tsx';
import type { Reader } from '#ui/reader.ts';
import type { Said } from './said.ts';

export const SaidNotice = ({ reader, said }: { reader: Reader; said: Said | null }) =>
  said && (
    <Notice tone={said === 'too-many' ? 'warning' : 'success'} focus>
      <p>{reader.t(`agents.said.${said}`)}</p>
    </Notice>
  );
