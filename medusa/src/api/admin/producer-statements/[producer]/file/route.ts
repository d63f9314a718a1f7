import { Readable } from 'node:stream';
import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import { readStatements } from '../../../../../statements/read-statements.ts';
import { statementFile } from '../../../../../statements/statement-file.ts';
import { XLSX_TYPE } from '../../../traceability/events/table-file.ts';
import { sendFile } from '../../../traceability/send-file.ts';

/** A producer's month as a workbook; 404 where it had no money in that month. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const { month, lang } = req.validatedQuery as { month: string; lang: 'vi' | 'en' };
  const statement = (await readStatements(req.scope, month)).find(
    ({ producer }) => (producer.id ?? 'unknown') === req.params.producer,
  );
  if (!statement) {
    res.status(404).json({
      reason: 'no-statement',
      message: `This producer had no money in ${month}: nothing was paid, given back or noted.`,
    });
    return;
  }
  const file = await statementFile(statement, month, lang);
  const name = `statement-${month}-${statement.producer.id ?? 'unknown'}.xlsx`;
  await sendFile(res, Readable.from([file]), { type: XLSX_TYPE, name, bytes: file.length });
}
