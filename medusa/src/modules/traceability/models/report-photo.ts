import { model } from '@medusajs/framework/utils';

/**
 * The photo of a report: a JPEG re-encoded by the site, so that it holds nothing but the picture, in
 * base 64. In the database and not among the uploaded files, because those are public.
 */
export const ReportPhoto = model.define(
  { name: 'ReportPhoto', tableName: 'trace_report_photo' },
  {
    id: model.id({ prefix: 'rphoto' }).primaryKey(),
    report_id: model.text().unique(),
    jpeg: model.text(),
    at: model.dateTime(),
  },
);
