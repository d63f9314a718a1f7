import { describe, expect, test } from 'vitest';
import { dictionary } from '../../i18n/index.ts';
import type { Lang } from '../../i18n/lang.ts';
import type { LotJourneyStep } from '../../medusa-client/lot-routes.ts';
import type { StampStatus } from '@ocop/rules/stamps/stamp-status';
import type { ProductView } from './product-view.ts';
import { fillText } from './page-template.ts';
import { MANY_SCANS, slotTexts, stampFacts } from './stamp-facts.ts';
import { stampView } from './stamp-view.ts';
import type { StampSetting, StampView } from './stamp-view.ts';
import type { VerifyOutcome } from '../verify/verify-stamp.server.ts';
import { plainAnswer } from './testing/plain-answer.ts';
import type { StampVerdict } from '../verify/verdict.ts';

const product: ProductView = {
  name: 'Mắm nêm',
  href: '/san-pham/mam-nem',
  stars: {
    badge: { stars: 3, label: 'OCOP 3 sao' },
    state: { label: 'Còn hiệu lực', good: true },
    sentence: 'Quyết định 1/QĐ-UBND ngày 05/08/2026',
    decisionHref: '/quyet-dinh/x',
    more: ', UBND tỉnh.',
    asOf: 'Tính đến ngày 22/11/2026.',
  },
  maker: null,
  onSale: true,
  sample: false,
};

const code = '13EGSJNBAZZW7C19XK2Q';

function outcomeOf(verdict: StampVerdict, more: Partial<VerifyOutcome> = {}): VerifyOutcome {
  const known = Object.keys(states).includes(verdict) ? (verdict as keyof typeof states) : null;
  return {
    verdict,
    code,
    gtin: null,
    signature: null,
    answer: known && plainAnswer(known),
    scans: { count: 1, firstAt: '2026-11-21T03:05:00.000Z' },
    card: null,
    ...more,
  };
}

const states = {
  active: 1,
  suspicious: 1,
  recalled: 1,
  expired: 1,
  voided: 1,
  'not-printed': 1,
  'not-activated': 1,
};

interface Opened extends Partial<StampSetting> {
  lang?: Lang;
  opened?: string;
  openedGtin?: string | null;
  foreign?: { host: string; address: string };
}

const none: Partial<VerifyOutcome> = { code: null, answer: null, scans: null };

/** The view with its slots filled. */
function view(
  verdict: StampVerdict,
  more: Partial<VerifyOutcome> = {},
  { lang = 'vi', opened = code, openedGtin = null, foreign, ...setting }: Opened = {},
): StampView {
  const outcome = outcomeOf(verdict, more);
  const texts = slotTexts(outcome, {
    lang,
    opened: { code: opened, gtin: openedGtin },
    foreign: foreign ?? null,
  });
  const shared = stampView(stampFacts(outcome, lang, foreign !== undefined), {
    host: 'tem.example.vn',
    product,
    steps: [],
    ...setting,
  });
  return JSON.parse(JSON.stringify(shared), (_, value: unknown) =>
    typeof value === 'string' ? fillText(value, texts) : value,
  ) as StampView;
}

describe('what a stamp page says', () => {
  test('every verdict has a title and a text of its own, in both languages', () => {
    for (const lang of ['vi', 'en'] as const) {
      const said = Object.values(dictionary(lang).stamp.verdicts);
      expect(new Set(said.map(({ title }) => title)).size).toBe(said.length);
      expect(new Set(said.map(({ text }) => text)).size).toBe(said.length);
    }
  });

  test('somebody else’s address is told first, whatever the code in it is, and nothing is for sale', () => {
    const foreign = { host: 'evil.example', address: `https://evil.example/T/${code}?x=1` };
    const seen = view('active', {}, { foreign });
    expect(seen).toMatchObject({
      look: 'foreign-address',
      title: 'Địa chỉ này không phải của chúng tôi: evil.example',
      ofCode: { title: 'Tem đúng, đang dùng' },
      buyHref: null,
    });
    expect(new URL(seen.reportHref, 'https://x').searchParams.get('ma')).toBe(foreign.address);
    expect(new URL(seen.otherPath, 'https://x').searchParams.get('ma')).toBe(foreign.address);
    expect(view('not-issued', none, { foreign, lang: 'en' })).toMatchObject({
      look: 'foreign-address',
      title: 'This address is not ours: evil.example',
      code: null,
    });
    const long = { ...foreign, host: `${'a.'.repeat(100)}evil.example` };
    expect(view('active', {}, { foreign: long }).title).toMatch(/: …[a.]{40,60}evil\.example$/);
    expect(view('active')).toMatchObject({ look: 'active', ofCode: null });
  });

  test('a recall tells its reason and advice first, in the language of the page', () => {
    const recall = {
      reason: { vi: 'Histamin cao.', en: 'High histamine.' },
      advice: { vi: 'Đừng ăn.', en: 'Do not eat it.' },
      announcedAt: '2026-11-20T20:00:00.000Z',
    };
    const answer = plainAnswer('recalled', { recall });
    expect(view('recalled', { answer }).told).toEqual([
      { label: 'Vì sao', value: 'Histamin cao.' },
      { label: 'Nên làm gì', value: 'Đừng ăn.' },
      { label: 'Thu hồi từ', value: '21/11/2026, 03:00' },
    ]);
    expect(view('recalled', { answer }, { lang: 'en' }).told[1]?.value).toBe('Do not eat it.');
    const hurried = { ...recall, advice: { vi: 'Đừng ăn.', en: '' } };
    expect(
      view('recalled', { answer: plainAnswer('recalled', { recall: hurried }) }, { lang: 'en' }).told[1],
    ).toEqual({ label: 'What to do', value: 'Đừng ăn.', lang: 'vi' });
    expect(view('active', { answer }).told).toEqual([]);
  });

  test('in a recall the maker can be called from the verdict itself, where there is a number', () => {
    const maker = { name: 'A', href: '/a', printed: '', current: '', doubt: null };
    const reached = { ...product, maker: { ...maker, phone: '0912', tel: 'tel:0912' } };
    expect(view('recalled', {}, { product: reached }).callsMaker).toBe(true);
    expect(view('active', {}, { product: reached }).callsMaker).toBe(false);
    const silent = { ...product, maker: { ...maker, phone: null, tel: null } };
    expect(view('recalled', {}, { product: silent }).callsMaker).toBe(false);
  });

  test('an item past its day tells the day, and one that staff set apart needs none', () => {
    expect(view('expired').told).toEqual([{ label: 'Dùng đến hết ngày', value: '14/09/2027' }]);
    const { lot } = plainAnswer('expired');
    const lasting = lot && { ...lot, useBy: null };
    expect(view('expired', { answer: plainAnswer('expired', { lot: lasting }) }).told).toEqual([]);
  });

  test('a suspicious stamp says why with figures; another verdict never does', () => {
    const suspicion = { score: 80, reasons: [{ rule: 'devices' as const, points: 20, devices: 41 }] };
    const answer = plainAnswer('suspicious', { suspicion });
    expect(view('suspicious', { answer }).reasons).toEqual(['41 máy khác nhau đã quét mã này.']);
    expect(view('active', { answer }).reasons).toEqual([]);
  });

  test('the first scan says so; from the second on day and number are told', () => {
    expect(view('active').scans).toEqual([]);
    expect(view('active').scansNote).toBe('Đây là lần quét đầu tiên của tem này.');
    const again = view('active', { scans: { count: 2, firstAt: '2026-11-21T03:05:00.000Z' } });
    expect(again.scans.map(({ value }) => value)).toEqual(['21/11/2026, 10:05', '2']);
  });

  test('many scans bring a calm word to a good stamp, and scans far apart another', () => {
    const scans = (count: number) => ({ count, firstAt: '2026-11-01T03:05:00.000Z' });
    const caution = (count: number, suspicion: StampStatus['suspicion'] = null) =>
      view('active', {
        scans: scans(count),
        answer: plainAnswer('active', { suspicion }),
      }).caution;
    const provinces = { rule: 'provinces' as const, points: 20, within24h: 2, inAll: 2, moves: 1 };
    const far = { score: 20, reasons: [provinces] };
    expect(caution(MANY_SCANS - 1)).toBeNull();
    expect(caution(MANY_SCANS)).toContain(`${MANY_SCANS} lần`);
    expect(caution(MANY_SCANS)).not.toContain('xa nhau');
    expect(caution(2, far)).toContain('xa nhau');
    expect(view('expired', { scans: scans(1_000) }).caution).toBeNull();
  });

  test('the same goods are offered again only where nothing speaks against the stamp', () => {
    expect(view('active').buyHref).toBe('/san-pham/mam-nem');
    expect(view('expired').buyHref).toBeNull();
    expect(view('active', {}, { product: { ...product, onSale: false } }).buyHref).toBeNull();
    for (const verdict of ['recalled', 'suspicious', 'voided', 'not-printed', 'unknown'] as const) {
      expect(view(verdict).buyHref).toBeNull();
    }
  });

  test('without an answer the page says what is not known, and that the scan waits in the spool', () => {
    const unknown = view('unknown', { scans: null }, { steps: null });
    expect(unknown).toMatchObject({ lot: [], lotNote: 'Hiện chưa tra được lô hàng.', journey: null });
    expect(unknown.scansNote).toContain('vẫn được ghi');
    expect(view('not-activated', { answer: plainAnswer('not-activated', { lot: null }) }).lotNote).toBe(
      'Tem này chưa gắn với lô hàng nào.',
    );
  });

  test('a program that draws previews is told to open the page in a browser', () => {
    expect(view('not-asked', { scans: null }).scansNote).toBe('Mở bằng trình duyệt để xem.');
  });
});

describe('addresses on a stamp page', () => {
  test('each form has one way to be written, and the other language beside it', () => {
    expect(view('active').otherPath).toBe(`/en/T/${code}`);
    expect(view('active', { gtin: '09506000134352' }, { lang: 'en' })).toMatchObject({
      otherPath: `/01/09506000134352/21/${code}`,
    });
    const signed = { code: '13EGSJNBAZ', signature: '3'.repeat(103) };
    expect(view('active', signed)).toMatchObject({
      otherPath: `/en/${signed.signature}/T/13EGSJNBAZ`,
      isSigned: true,
    });
  });

  test('a report names the code as it was read, or as it stood in a wrong address', () => {
    expect(view('active', { gtin: '09506000134352' }, { lang: 'en' }).reportHref).toBe(
      `/en/bao-lai?ma=${code}&gtin=09506000134352`,
    );
    const wrong = view('malformed', none, { opened: `"><b>&${'x'.repeat(80)}`, openedGtin: null });
    expect(wrong.reportHref).toMatch(/^\/bao-lai\?ma=%22%3E%3Cb%3E%26x+$/);
    expect(wrong.opened).toHaveLength(40);
    expect(wrong.otherPath).toMatch(/^\/en\/T\/%22%3E%3Cb%3E%26x{80}$/);
    expect(wrong.code).toBeNull();
  });
});

describe('the journey of a lot', () => {
  const step = (kind: LotJourneyStep['step'], at: string, more: Partial<LotJourneyStep> = {}) => ({
    step: kind,
    at,
    place: null,
    note: null,
    ...more,
  });

  test('one step before, one after, and all of them in order', () => {
    const steps = [
      step('collection', '2026-09-01T18:00:00.000Z', { place: { vi: 'Lâm Đồng', en: 'Lâm Đồng' } }),
      step('test', '2026-09-14T02:00:00.000Z', { note: 'failed' }),
      step('shipping', '2026-09-20T02:00:00.000Z', { place: { vi: 'Hà Nội', en: 'Hà Nội' } }),
    ];
    const { journey } = view('active', {}, { steps });
    expect(journey?.near).toEqual([
      {
        label: 'Trước đó',
        text: 'Cá cơm và muối · Thu gom nguyên liệu, Lâm Đồng',
        when: '02/09/2026',
      },
      { label: 'Làm ra', text: 'Kiểm nghiệm: không đạt', when: '15/09/2026' },
      { label: 'Sau đó', text: 'Gửi đến Hà Nội', when: '20/09/2026' },
    ]);
    expect(journey?.all.map(({ label }) => label)).toEqual([
      'Thu gom nguyên liệu, Lâm Đồng',
      'Kiểm nghiệm: không đạt',
      'Gửi đến Hà Nội',
    ]);
  });

  test('with nothing recorded, raw material and the shop stand in', () => {
    for (const steps of [null, []]) {
      const { journey } = view('active', {}, { steps });
      expect(journey?.near.map(({ text }) => text)).toEqual([
        'Cá cơm và muối',
        '',
        'Bán trên trang này; chưa ghi chuyến giao nào.',
      ]);
      expect(journey?.all).toEqual([]);
    }
  });
});
