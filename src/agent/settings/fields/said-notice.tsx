import { Notice } from '#ui/notice.tsx';
import type { Reader } from '#ui/reader.ts';
import type { Said } from './place.ts';

export const SaidNotice = ({ reader, said }: { reader: Reader; said: Said | null }) =>
  said && (
    <Notice tone={said === 'used' || said === 'stale' ? 'warning' : 'success'} focus>
      <p>{reader.t(`fieldSettings.said.${said}`)}</p>
    </Notice>
  );
