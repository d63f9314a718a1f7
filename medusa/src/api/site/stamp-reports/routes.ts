import type { MiddlewareRoute } from '@medusajs/framework/http';
import { z } from '@medusajs/framework/zod';
import { reportReasons } from '@ocop/rules/stamps/report';
import { STAMP_INDEX_BITS, STAMP_RANGE_BITS } from '@ocop/rules/stamps/stamp-code';
import { validBody } from '../../body.ts';

/** A report as the site has read and cleaned it; the photo a JPEG of at most some 2 MB, in base 64. */
export const reportBody = z.strictObject({
  requestKey: z.string().min(16).max(128),
  stamp: z
    .strictObject({
      epoch: z.string().length(1),
      range: z
        .int()
        .min(0)
        .max(2 ** STAMP_RANGE_BITS - 1),
      index: z
        .int()
        .min(0)
        .max(2 ** STAMP_INDEX_BITS - 1),
    })
    .nullable(),
  typed: z.string().max(60).nullable(),
  reason: z.enum(reportReasons),
  words: z.string().max(1_000).nullable(),
  contact: z.string().max(120).nullable(),
  photo: z.base64().startsWith('/9j/', 'should be a JPEG').max(3_000_000).nullable(),
});

export type ReportBody = z.infer<typeof reportBody>;

/** What a report must look like. */
export const reportIntakeRoutes: MiddlewareRoute[] = [
  {
    matcher: '/site/stamp-reports',
    methods: ['POST'],
    bodyParser: { sizeLimit: '4mb' },
    middlewares: [validBody(reportBody)],
  },
];
