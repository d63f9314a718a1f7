import { readOrderCode } from '@ocop/rules/order-code';
import { normalisePhone, PHONE_LENGTH } from '@ocop/rules/phone';

/** The most characters of an order's number that are read: as written, with spaces and hyphens. */
export const TYPED_CODE_LENGTH = 30;

/** What was typed to find an order. */
export interface TrackingForm {
  code: string;
  phone: string;
}

export type TrackingField = keyof TrackingForm;

/** An order's number and telephone as they are kept, or the fields that are neither. */
export type TrackingReading =
  { ok: true; code: string; phone: string } | { ok: false; wrong: TrackingField[] };

/** Reads the posted form; nothing that was typed is longer than its field. */
export function readTrackingForm(form: FormData): TrackingForm {
  const text = (name: string, most: number) => {
    const value = form.get(name);
    return typeof value === 'string' ? value.slice(0, most) : '';
  };
  return { code: text('code', TYPED_CODE_LENGTH), phone: text('phone', PHONE_LENGTH) };
}

export function checkTracking(form: TrackingForm): TrackingReading {
  const code = readOrderCode(form.code);
  const phone = normalisePhone(form.phone);
  if (code !== null && phone !== null) return { ok: true, code, phone };
  return {
    ok: false,
    wrong: [...(code === null ? (['code'] as const) : []), ...(phone === null ? (['phone'] as const) : [])],
  };
}
