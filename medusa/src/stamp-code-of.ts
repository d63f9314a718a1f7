import { stampsOfRange, type StampForm } from '@ocop/rules/stamps/stamp-range';
import { stampSettings } from './stamp-settings.ts';

/** Where a stamp stands and what its range was ordered with. */
export interface IssuedStamp {
  epoch: string;
  form: StampForm;
  range: number;
  index: number;
  gtin: string | null;
}

/** The code printed on a stamp; null on a server without the key it was made with. */
export function codeOf({ range, index, epoch, gtin, form }: IssuedStamp): string | null {
  const settings = stampSettings();
  if (!settings || !Object.hasOwn(settings.keyring.epochs, epoch)) return null;
  const one = { number: range, first: index, count: 1, epoch, gtin, form };
  const [stamp] = stampsOfRange(one, settings.keyring, settings.siteUrl);
  return stamp?.code ?? null;
}
