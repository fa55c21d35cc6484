import type { Child } from 'hono/jsx';

interface DataTableProps {
  /** Names the table for readers; shown where nothing above it does. */
  caption: string;
  columns: readonly string[];
  /** A row's cells; the first names the row. */
  rows: readonly (readonly Child[])[];
  /** The last column holds what one can do with a row. */
  hasActions?: boolean;
}

/** Facts in rows. On a narrow screen each row becomes a block, its cells named by their columns. */
export const DataTable = ({ caption, columns, rows, hasActions = false }: DataTableProps) => (
  <table class="data" data-actions={hasActions ? '' : undefined}>
    <caption class="unseen">{caption}</caption>
    <thead>
      <tr>
        {columns.map((column) => (
          <th scope="col">{column}</th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map(([first, ...others]) => (
        <tr>
          <th scope="row">{first}</th>
          {others.map((cell, i) => (
            <td data-column={columns[i + 1]}>{cell}</td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);
