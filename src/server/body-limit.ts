import type { IncomingMessage } from 'node:http';
import { paths } from '../i18n/paths.ts';

/** Forms of this site are some hundred bytes. */
const FORM_BYTES = 256 * 1024;
/**
 * The report form may carry a photo of 6 MB. Larger ones are let in up to this, so that the page can
 * say so beside the field and keep what was written; what is beyond 16 MB it drops as it comes. No phone
 * makes a photo that is larger.
 */
export const REPORT_BYTES = 64 * 1024 * 1024;

const reportForms = new Set<string>([paths('vi').report, paths('en').report]);

/**
 * Whether a request brings more than its address takes. Browsers say the length of every form; who
 * does not say it (a chunked body) could send without end and is asked to.
 */
export function bodyProblem(
  request: Pick<IncomingMessage, 'headers'>,
  pathname: string,
): 'too-large' | 'unknown-length' | null {
  if (request.headers['transfer-encoding'] !== undefined) return 'unknown-length';
  const length = Number(request.headers['content-length'] ?? 0);
  const mayCarryPhoto =
    reportForms.has(pathname) && /^multipart\//i.test(request.headers['content-type'] ?? '');
  return length > (mayCarryPhoto ? REPORT_BYTES : FORM_BYTES) ? 'too-large' : null;
}
