import type { MedusaContainer } from '@medusajs/framework/types';
import type { ProducerStatement } from '@ocop/contract/producer-statements';
import { addDays, addMonths } from '@ocop/rules/date';
import { statementLines, statementSums, type StatementLine } from '@ocop/rules/payment/producer-statement';
import { PRODUCER_STATEMENTS } from '../modules/producer-statements/index.ts';
import type { ProducerStatementsService } from '../modules/producer-statements/service.ts';
import { ledgerEntries } from '../payment/ledger.ts';
import { orderParts } from './order-parts.ts';

export function producerStatements(container: MedusaContainer): ProducerStatementsService {
  return container.resolve<ProducerStatementsService>(PRODUCER_STATEMENTS);
}

/** A producer's month with every sum of it. */
export type WholeStatement = ProducerStatement & { lines: StatementLine[] };

/** The statements of all who had money, a fee or a payment in a month of Vietnam, by name. */
export async function readStatements(container: MedusaContainer, month: string): Promise<WholeStatement[]> {
  const days = { from: `${month}-01`, to: addDays(addMonths(`${month}-01`, 1), -1) };
  const lines = new Map<string | null, StatementLine[]>();
  const names = new Map<string, string>();
  let after: string | undefined;
  do {
    const { entries, next } = await ledgerEntries(container, days, after);
    const ids = new Set(entries.flatMap(({ orderId }) => orderId ?? []));
    const parts = await orderParts(container, [...ids], names);
    for (const [producer, more] of statementLines(entries, parts)) {
      const known = lines.get(producer);
      if (known) known.push(...more);
      else lines.set(producer, more);
    }
    after = next ?? undefined;
  } while (after !== undefined);
  const noted = await producerStatements(container).ofMonth(month);
  const everyone = new Set([...lines.keys(), ...noted.map(({ producer }) => producer)]);
  return [...everyone]
    .map((id): WholeStatement => {
      const own = lines.get(id) ?? [];
      const entries = noted.flatMap(({ producer, ...entry }) => (producer === id ? [entry] : []));
      return {
        producer: { id, name: id === null ? '' : (names.get(id) ?? id) },
        orders: new Set(own.map(({ order }) => order)).size,
        lines: own,
        entries,
        sums: statementSums(
          own,
          entries.filter(({ takenBack }) => takenBack === null),
        ),
      };
    })
    .toSorted((a, b) => a.producer.name.localeCompare(b.producer.name, 'vi'));
}
