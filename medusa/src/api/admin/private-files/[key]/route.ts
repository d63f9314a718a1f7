import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import { Modules } from '@medusajs/framework/utils';
import { checkLink, linkKey } from '../../../../modules/files/private-link.ts';
import { sendFile } from '../../traceability/send-file.ts';

/**
 * A private file on this server's disk, to staff and by a link that is an hour old at most. (Whoever is not
 * signed in was turned away before, as from every address below /admin.)
 */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const file = req.params.key ?? '';
  const { until, proof } = req.query;
  const link = { file, until: String(until ?? ''), proof: String(proof ?? '') };
  const worth = checkLink(linkKey(process.env.MEDUSA_COOKIE_SECRET ?? ''), link, Date.now());
  if (worth === 'forged') {
    res
      .status(404)
      .json({ reason: 'no-such-link', message: 'This is no link this server gave: copy it whole.' });
    return;
  }
  if (worth === 'expired') {
    res.status(410).json({
      reason: 'link-expired',
      message: 'This link was good for an hour. Have the file written out once more.',
    });
    return;
  }
  const body = await req.scope.resolve(Modules.FILE).getDownloadStream(file);
  const isTable = file.endsWith('.csv');
  await sendFile(res, body, {
    type: isTable ? 'text/csv; charset=utf-8' : 'application/octet-stream',
    name: file,
  });
}
