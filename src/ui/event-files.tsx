import { sizeWords } from './file-view.ts';
import type { Reader } from './reader.ts';

interface EventFilesProps {
  reader: Reader;
  /** Where files are fetched. */
  filesPath: string;
  /** Bytes of the files that are there to be fetched, by their ids. */
  sizes: ReadonlyMap<string, number>;
  files: readonly { readonly id: string; readonly name: string }[];
}

/** Files that a line of the thread names; of those that are still there, with the way to them. */
export const EventFiles = ({ reader, filesPath, sizes, files }: EventFilesProps) => (
  <>
    {files.map(({ id, name }, at) => {
      const size = sizes.get(id);
      return (
        <>
          {at > 0 && ', '}
          {size === undefined ? (
            <bdi>{name}</bdi>
          ) : (
            <>
              <a href={`${filesPath}/${id}`}>
                <bdi>{name}</bdi>
              </a>{' '}
              ({sizeWords(reader, size)})
            </>
          )}
        </>
      );
    })}
  </>
);
