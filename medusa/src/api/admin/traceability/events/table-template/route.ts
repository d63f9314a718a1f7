import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import type { TemplateQuery } from '@ocop/contract/trace-events';
import { templateRows } from '@ocop/rules/epcis/event-table';
import { csvFile, XLSX_TYPE, xlsxFile } from '../table-file.ts';

/** The table to fill in: headings, and one row marked as an example. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const { format } = req.validatedQuery as TemplateQuery;
  const rows = templateRows();
  const file = format === 'csv' ? csvFile(rows) : await xlsxFile(rows);
  res.setHeader('content-disposition', `attachment; filename="nhat-ky-lo.${format}"`);
  res.type(format === 'csv' ? 'text/csv; charset=utf-8' : XLSX_TYPE).send(file);
}
