import { describe, expect, it } from 'vitest';
import { blankReport, checkReport, readReportForm, WORDS_LENGTH } from './report.ts';
import type { ReportForm } from './report.ts';

function form(fields: Partial<ReportForm> = {}): ReportForm {
  return { ...blankReport('1ABCD-EFGHJ', '', 'k'.repeat(22)), reason: 'opened', ...fields };
}

describe('a report form', () => {
  it('is taken with a code and a reason alone', () => {
    expect(checkReport(form())).toEqual({
      ok: true,
      report: { code: '1ABCD-EFGHJ', gtin: '', reason: 'opened', words: null, contact: null },
    });
  });

  it('names what is wrong in the order of its fields', () => {
    const wrong = form({
      code: ' ',
      reason: 'revenge',
      words: 'a'.repeat(1_001),
      contact: 'zalo',
      trap: 'x',
    });
    expect(checkReport(wrong)).toEqual({
      ok: false,
      wrong: ['code', 'reason', 'words', 'contact', 'trap'],
    });
  });

  it('counts letters as a browser does, whatever they are made of', () => {
    const decomposed = 'ế'.normalize('NFC').repeat(500) + '\r\n'.repeat(250) + '🍯'.repeat(250);
    expect(checkReport(form({ words: decomposed })).ok).toBe(true);
    expect(checkReport(form({ words: 'ế'.repeat(WORDS_LENGTH + 1) })).ok).toBe(false);
  });

  it.each([
    ['0912 345 678', '0912345678'],
    ['+84 912.345.678', '0912345678'],
    [' lan@vidu.vn ', 'lan@vidu.vn'],
    ['', null],
  ])('reads the contact %o as %o', (contact, read) => {
    expect(checkReport(form({ contact }))).toMatchObject({ ok: true, report: { contact: read } });
  });

  it.each(['12345', 'lan@vidu', '@vidu.vn', 'lan vidu@x.vn', `${'a'.repeat(65)}@vidu.vn`, '<a@b.vn>'])(
    'does not take %o for a contact',
    (contact) => {
      expect(checkReport(form({ contact }))).toEqual({ ok: false, wrong: ['contact'] });
    },
  );
});

describe('a posted form', () => {
  it('may lack everything, and files are no texts', () => {
    const posted = new FormData();
    posted.set('ma', new File(['x'], 'x.txt'));
    expect(readReportForm(posted)).toEqual(blankReport('', '', ''));
  });

  it('is cut where it is far too long, and then said to be too long', () => {
    const posted = new FormData();
    posted.set('ma', 'T');
    posted.set('reason', 'other');
    posted.set('words', 'a'.repeat(50_000));
    expect(checkReport(readReportForm(posted))).toEqual({ ok: false, wrong: ['words'] });
  });
});
