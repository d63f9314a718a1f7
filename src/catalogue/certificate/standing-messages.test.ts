import { standingOn } from '@ocop/rules/certificate/standing';
import type { RecognitionFacts } from '@ocop/rules/certificate/standing';
import { describe, expect, it } from 'vitest';
import { decisionTold, standingMessages } from './standing-messages.ts';

const recognition: RecognitionFacts = {
  stars: 3,
  grade: 'A',
  decision: { type: 'recognition', number: '3981/QĐ-UBND', signedOn: '2026-08-05' },
  issuedOn: '2026-08-05',
};

describe('standingMessages', () => {
  it('names the decision and the last day in force', () => {
    const standing = standingOn([recognition], [], '2026-11-21');
    expect(standingMessages(standing, 'vi')).toEqual({
      sentence: 'Quyết định 3981/QĐ-UBND ngày 05/08/2026',
      detail: 'Giấy công nhận còn đến hết ngày 04/08/2029.',
    });
    expect(standingMessages(standing, 'en').detail).toBe('Certificate good through 4 August 2029.');
  });

  it('tells the day it is counted from where that is not the signing day', () => {
    const decision = { ...recognition.decision, countedFrom: '2026-07-01' };
    const standing = standingOn([{ ...recognition, decision }], [], '2026-11-21');
    expect(standingMessages(standing, 'vi')).toEqual({
      sentence: 'Quyết định 3981/QĐ-UBND ngày 05/08/2026',
      detail: 'Thời hạn 36 tháng tính từ ngày 01/07/2026. Giấy công nhận còn đến hết ngày 30/06/2029.',
    });
    expect(standingMessages(standing, 'en').detail).toContain('counted from 1 July 2026');
  });

  it('speaks of lapsed stars in the past, with the reason', () => {
    const expired = standingOn([recognition], [], '2030-01-01');
    expect(standingMessages(expired, 'vi').sentence).toContain('hết hạn sau ngày 04/08/2029');
    const withdrawn = standingOn([{ ...recognition, withdrawnOn: '2027-03-01' }], [], '2027-03-01');
    expect(standingMessages(withdrawn, 'en').sentence).toContain('withdrawn from 1 March 2027 on');
  });

  it('names the decision that withdrew the stars, before its day and from it on', () => {
    const withdrawal = { type: 'withdrawal' as const, number: '77/QĐ-UBND', signedOn: '2027-02-20' };
    const given = { ...recognition, withdrawnOn: '2027-03-01', withdrawal };
    const before = standingOn([given], [], '2027-02-28');
    expect(standingMessages(before, 'vi').detail).toBe(
      'Giấy công nhận còn đến hết ngày 28/02/2027. Quyết định 77/QĐ-UBND thu hồi từ ngày 01/03/2027.',
    );
    expect(decisionTold(before)).toBe(recognition.decision);
    const after = standingOn([given], [], '2027-03-01');
    expect(standingMessages(after, 'vi').sentence).toContain(
      'đã bị thu hồi từ ngày 01/03/2027 theo Quyết định 77/QĐ-UBND',
    );
    expect(decisionTold(after)).toBe(withdrawal);
  });

  it('tells the day of a withdrawal that came after the end', () => {
    const late = standingOn([{ ...recognition, withdrawnOn: '2030-01-01' }], [], '2030-01-02');
    expect(standingMessages(late, 'vi').sentence).toContain('thu hồi từ ngày 01/01/2030');
  });

  it('never calls a press report a recognition', () => {
    const reported = standingOn([], [{ stars: 4, year: 2022, grade: 'B1' }], '2026-11-21');
    const messages = standingMessages(reported, 'vi');
    expect(messages.sentence).toContain('đưa tin 4 sao năm 2022');
    expect(messages.sentence).toContain('không hiển thị sao');
    expect(messages.detail).toContain('quá 36 tháng');
  });

  it('says so where nothing is known', () => {
    expect(standingMessages({ kind: 'none' }, 'vi').sentence).toContain('Chưa có thông tin công nhận');
  });
});
