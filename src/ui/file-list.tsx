import { type FileView, fittedIn, isPicture, sizeWords } from './file-view.ts';
import { Icon } from './icon.tsx';
import type { Reader } from './reader.ts';

/** Pixels that a picture takes in a thread at most. */
const box = { width: 360, height: 260 } as const;

/** The files of an entry: pictures as such, with their size so that nothing jumps, all else to download. */
export const FileList = ({ reader, files, path }: { reader: Reader; files: readonly FileView[]; path: string }) =>
  files.length === 0 ? null : (
    <ul class="files" aria-label={reader.t('files.list', { count: files.length })}>
      {files.map((file) => (
        <li>{isPicture(file) ? <Picture {...{ reader, file, path }} /> : <Download {...{ reader, file, path }} />}</li>
      ))}
    </ul>
  );

type FileProps = { reader: Reader; file: FileView; path: string };

const Picture = ({ reader, file, path }: FileProps) => (
  <a class="picture" href={`${path}/${file.id}`}>
    <img
      src={`${path}/${file.id}`}
      alt={reader.t('files.open', { name: file.name })}
      title={file.name}
      {...fittedIn(box, file)}
      loading="lazy"
      decoding="async"
    />
  </a>
);

const Download = ({ reader, file, path }: FileProps) => (
  <a class="download" href={`${path}/${file.id}`} download>
    <Icon name="file" />
    <bdi>{file.name}</bdi>
    <span class="file-size">{sizeWords(reader, file.size)}</span>
  </a>
);
