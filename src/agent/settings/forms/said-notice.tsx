import { Notice } from '#ui/notice.tsx';
import type { Reader } from '#ui/reader.ts';
import type { Said } from './place.ts';

const warnings: readonly Said[] = [
  'stale',
  'gone',
  'too-many',
  'too-large',
  'taken',
  'always',
  'not-default',
  'refused',
  'unchanged',
];

export const SaidNotice = ({ reader, said }: { reader: Reader; said: Said | null }) =>
  said && (
    <Notice tone={warnings.includes(said) ? 'warning' : 'success'} focus>
      <p>{reader.t(`formSettings.said.${said}`)}</p>
    </Notice>
  );
