import { receiptPath } from '@ocop/rules/receipt-path';
import type { Lang } from './lang.ts';

/** Address prefix of a language: nothing for Vietnamese, `/en` for English. */
function prefixed(lang: Lang, path: string): string {
  if (lang === 'vi') return path;
  return path === '/' || path.startsWith('/?') ? `/en${path.slice(1)}` : `/en${path}`;
}

/** Page of a list: the first has the plain address. */
function listPage(path: string, page: number): string {
  return page <= 1 ? path : `${path}/trang/${page}`;
}

function buildPaths(lang: Lang) {
  const at = (path: string) => prefixed(lang, path);
  return {
    home: at('/'),
    products: (page = 1) => at(listPage('/san-pham', page)),
    product: (slug: string) => at(`/san-pham/${slug}`),
    giftBoxes: at('/gio-qua'),
    giftBox: (slug: string) => at(`/gio-qua/${slug}`),
    group: (groupSlug: string, page = 1) => at(listPage(`/nhom/${groupSlug}`, page)),
    set: (setSlug: string, page = 1) => at(listPage(`/bo/${setSlug}`, page)),
    stars: (stars: number, page = 1) => at(listPage(`/sao/${stars}`, page)),
    province: (provinceSlug: string, page = 1) => at(listPage(`/tinh/${provinceSlug}`, page)),
    commune: (communeSlug: string, page = 1) => at(listPage(`/xa/${communeSlug}`, page)),
    producers: (page = 1) => at(listPage('/chu-the', page)),
    producer: (slug: string) => at(`/chu-the/${slug}`),
    decisions: at('/quyet-dinh'),
    decision: (key: string) => at(`/quyet-dinh/${key}`),
    fairs: at('/hoi-cho'),
    fair: (slug: string) => at(`/hoi-cho/${slug}`),
    pointsOfSale: at('/diem-ban'),
    news: at('/tin-tuc'),
    newsItem: (slug: string) => at(`/tin-tuc/${slug}`),
    about: at('/gioi-thieu'),
    terms: at('/dieu-khoan'),
    privacy: at('/quyen-rieng-tu'),
    search: (query?: string) => at(query ? `/tim-kiem?q=${encodeURIComponent(query)}` : '/tim-kiem'),
    /** Products side by side, by their slugs; at most three count. */
    compare: (slugs: readonly string[] = []) =>
      at(['/so-sanh', slugs.map((slug) => `sp=${slug}`).join('&')].filter(Boolean).join('?')),
    wishList: at('/yeu-thich'),
    cart: at('/gio-hang'),
    checkout: at('/thanh-toan'),
    trackOrder: at('/don-hang'),
    receipt: (token: string) => receiptPath(lang, token),
    transferPicture: (token: string) => `${receiptPath(lang, token)}/vietqr.png`,
    /** Where a buyer comes back to from the page of a card. @param token of the cart, as of a receipt */
    cardReturn: (token: string) => at(`/thanh-toan/the/${token}`),
    /** @param product slug whose recall is meant, an anchor of the list */
    recalls: (product?: string) => at(product === undefined ? '/thu-hoi' : `/thu-hoi#${product}`),
    signIn: at('/dang-nhap'),
    signInLink: (token: string) => at(`/dang-nhap/${token}`),
    invitation: (code?: string) => at(code === undefined ? '/loi-moi' : `/loi-moi/${code}`),
    account: at('/tai-khoan'),
    desk: at('/nha-san-xuat'),
    deskOrder: (id: string) => at(`/nha-san-xuat/${id}`),
    deskSlip: (id: string) => at(`/nha-san-xuat/${id}/phieu`),
    stampCheck: at('/tem'),
    manifest: at('/site.webmanifest'),
    report: at('/bao-lai'),
    /** @param sealed the number as `sealReportNumber` gives it */
    reportTaken: (sealed: string) => at(`/bao-lai/da-nhan?so=${sealed}`),
    stamp: (code: string, gtin14: string | null = null) =>
      at(gtin14 ? `/01/${gtin14}/21/${code}` : `/T/${code}`),
  };
}

/** Every page address of one language. */
export type Paths = ReturnType<typeof buildPaths>;

const built: Record<Lang, Paths> = { vi: buildPaths('vi'), en: buildPaths('en') };

/**
 * The address of every page in one language; the only place that spells them.
 * @example paths('en').product('tuong-ban') // '/en/san-pham/tuong-ban'
 */
export function paths(lang: Lang): Paths {
  return built[lang];
}

/** Addresses that are the same in both languages. */
export const servicePaths = {
  availability: '/api/availability',
  recalls: '/api/recalls',
  search: '/api/search',
  sitemap: '/sitemap-index.xml',
} as const;

/**
 * The same page in another language.
 * @param path an address as `paths()` gives it, in either language, query allowed
 */
export function inLanguage(path: string, lang: Lang): string {
  const bare = path === '/en' ? '/' : path.replace(/^\/en(?=[/?#])/, '');
  return prefixed(lang, bare.startsWith('/') ? bare : `/${bare}`);
}
