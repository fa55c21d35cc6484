import { stringify } from 'csv-stringify/browser/esm/sync';
import { describeError, logEvent } from '#lib/log.ts';
import type { AppContext } from './context.ts';
import { dispositionOf } from './disposition.ts';

export type CsvRow = readonly string[];

interface Csv {
  /** The file's name, without its ending. */
  readonly name: string;
  readonly head: CsvRow;
  /** Its rows, some at a time: only these are ever in memory. */
  readonly parts: AsyncIterable<readonly CsvRow[]>;
}

/**
 * A table as a file to keep: RFC 4180, UTF-8 with the mark that spreadsheets
 * need to read it as such, sent while it is read. No cell is a formula
 * (CVE-2019-14749).
 */
export function sendCsv(c: AppContext, { name, head, parts }: Csv): Response {
  const encoder = new TextEncoder();
  const text = textOf(head, parts)[Symbol.asyncIterator]();
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await text.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      } catch (error) {
        // A file that breaks off is no whole one that lacks rows.
        logEvent('warn', 'export_broke', { requestId: c.get('requestId'), error: describeError(error) });
        controller.error(error);
      }
    },
    cancel: async () => void (await text.return?.(undefined)),
  });
  c.header('Content-Type', 'text/csv; charset=utf-8; header=present');
  c.header('Content-Disposition', dispositionOf('attachment', `${name}.csv`));
  return c.body(stream);
}

async function* textOf(head: CsvRow, parts: AsyncIterable<readonly CsvRow[]>): AsyncGenerator<string> {
  yield csvText([head], true);
  for await (const rows of parts) if (rows.length > 0) yield csvText(rows, false);
}

/** Rows as lines. What begins like a formula gets an apostrophe, which spreadsheets take as "this is text". */
export function csvText(rows: readonly CsvRow[], isStart: boolean): string {
  return stringify(
    rows.map((row) => row.map(plain)),
    { bom: isStart, escape_formulas: true, record_delimiter: 'windows' },
  );
}

/**
 * One line, without control characters or blanks before it: some programs skip
 * those and see a formula behind. Nor does one begin where a program set to
 * another separator than ours would begin a cell.
 */
function plain(cell: string): string {
  return cell
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/^[\s\p{Cf}]+|\s+$/gu, '')
    .replace(/([,;|"])[\s\p{Cf}]*(?=[=+@\uff1d\uff0b\uff0d\uff20-])/gu, "$1'");
}
