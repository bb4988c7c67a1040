import type { ReactNode } from 'react';
import classes from './figures-table.module.css';

interface FiguresTableProps {
  readonly label: string;
  readonly columns: readonly string[];
  /** The first cell of each is its head. */
  readonly rows: readonly { readonly key: string | number; readonly cells: readonly ReactNode[] }[];
}

/** Figures with heads for rows and columns; scrolls within itself, by keyboard too. */
export function FiguresTable({ label, columns, rows }: FiguresTableProps) {
  return (
    <div className={classes.frame} role="region" aria-label={label} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [head, ...cells] }) => (
            <tr key={key}>
              <th scope="row">{head}</th>
              {cells.map((cell, index) => (
                <td key={columns[index + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
