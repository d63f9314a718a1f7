import { formatDate, todayInVietnam } from '@ocop/rules/date';

/** A text as a CSS string: whatever is in it ends neither the string nor the style element. */
export function cssString(text: string): string {
  return `"${text.replace(/["\\<>\n\r\f]/g, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `)}"`;
}

/** The foot of each printed sheet: where the page is found, and which sheet of how many. */
export function sheetFoot(address: string | null, page: string): string {
  const left = address === null ? '' : `@bottom-left{content:${cssString(address)}}`;
  return `@page{${left}@bottom-right{content:${cssString(`${page} `)} counter(page) "/" counter(pages)}}`;
}

/**
 * Writes the day of printing into the foot of each sheet. Only a script knows that day; without one the
 * browser's own header tells it. The words stand in `data-printed` of the page, `#` for the date.
 */
export function showDayOfPrinting(page: Document, now: () => Date): void {
  const words = page.documentElement.dataset.printed;
  if (words === undefined) return;
  const sheet = new CSSStyleSheet();
  const write = () => {
    const lang = page.documentElement.lang === 'en' ? 'en' : 'vi';
    const day = words.replace('#', formatDate(todayInVietnam(now()), lang));
    sheet.replaceSync(`@page{@bottom-center{content:${cssString(day)}}}`);
  };
  write();
  page.adoptedStyleSheets.push(sheet);
  // A page may stay open past midnight.
  page.defaultView?.addEventListener('beforeprint', write);
}
