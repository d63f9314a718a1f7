import { Table } from '@medusajs/ui';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useMessages } from '../i18n/messages.ts';

export interface Column<Row> {
  head: string;
  cell: (row: Row) => ReactNode;
  /** Figures stand right, below one another. */
  figures?: boolean;
  /** Days, times and other short things that should not be broken. */
  short?: boolean;
}

/** Rows as a table that scrolls sideways in itself where the window is narrow. */
export function Listing<Row>(props: {
  /** What the rows are, for screen readers. */
  name: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  keyOf: (row: Row) => string | number;
}) {
  const alignment = ({ figures, short }: Column<Row>) =>
    figures ? 'text-right tabular-nums' : short ? 'whitespace-nowrap' : '';
  return (
    <div
      className="focus-visible:shadow-borders-focus overflow-x-auto outline-none"
      role="region"
      aria-label={props.name}
      tabIndex={0}
    >
      <Table aria-label={props.name}>
        <Table.Header>
          <Table.Row>
            {props.columns.map((column) => (
              <Table.HeaderCell
                key={column.head}
                scope="col"
                className={`whitespace-nowrap ${alignment(column)}`}
              >
                {column.head}
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {props.rows.map((row) => (
            <Table.Row key={props.keyOf(row)}>
              {props.columns.map((column) => (
                <Table.Cell key={column.head} className={`py-2 ${alignment(column)}`}>
                  {column.cell(row)}
                </Table.Cell>
              ))}
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  );
}

export const PAGE_ROWS = 20;

/** The page of a list in the address, so that going back comes back to it. */
export function useOffset(): number {
  const [params] = useSearchParams();
  const offset = Number(params.get('offset'));
  return Number.isInteger(offset) && offset > 0 ? offset : 0;
}

/** Steps through a list of `count` rows; nothing where one page holds them all. */
export function Pages(props: { count: number }) {
  const messages = useMessages();
  const [params, setParams] = useSearchParams();
  const offset = useOffset();
  const pages = Math.max(1, Math.ceil(props.count / PAGE_ROWS));
  const page = Math.floor(offset / PAGE_ROWS);
  const go = (to: number) => {
    const next = new URLSearchParams(params);
    if (to === 0) next.delete('offset');
    else next.set('offset', String(to * PAGE_ROWS));
    setParams(next);
  };
  if (pages === 1) return null;
  return (
    <Table.Pagination
      count={props.count}
      pageSize={PAGE_ROWS}
      pageIndex={page}
      pageCount={pages}
      canPreviousPage={page > 0}
      canNextPage={page < pages - 1}
      previousPage={() => go(page - 1)}
      nextPage={() => go(page + 1)}
      translations={messages.page.pages}
    />
  );
}
