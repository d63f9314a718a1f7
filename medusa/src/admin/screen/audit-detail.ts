import type { LotChange } from '@ocop/rules/lot-facts';
import { sayLotChanges } from '../lot/say-lot-changes.ts';
import type { Messages } from '../i18n/messages.ts';

/** What a line of the audit log adds, in words: why, what was noted, or how many. */
export function auditDetail(detail: object, messages: Messages): string {
  const { note, answer, overReason, reason, kind, count, erased } = detail as Record<string, unknown>;
  const reasons: Record<string, string> = messages.reports.reasons;
  const kinds: Record<string, string> = messages.stamps.kinds;
  const said = [note, answer, overReason, inLanguage(reason, messages.lang)].find(
    (one): one is string => typeof one === 'string' && one !== '',
  );
  const why = said !== undefined && Object.hasOwn(reasons, said) ? reasons[said] : said;
  const about = typeof kind === 'string' ? kinds[kind] : undefined;
  const parts = [about, why].filter((part) => part !== undefined);
  const { changes } = detail as { changes?: unknown };
  const changed = Array.isArray(changes) ? sayLotChanges(changes as LotChange[], messages) : '';
  if (changed !== '') return [changed, ...parts].join(' – ');
  if (parts.length > 0) return parts.join(': ');
  if (typeof erased === 'number') return messages.page.scans(erased);
  return typeof count === 'number' ? messages.page.stamps(count) : '';
}

/** Why a recall was announced is told in both languages, everything else in one. */
function inLanguage(text: unknown, lang: 'vi' | 'en'): unknown {
  if (typeof text !== 'object' || text === null) return text;
  const both = text as { vi?: unknown; en?: unknown };
  return both[lang] || both.vi;
}
