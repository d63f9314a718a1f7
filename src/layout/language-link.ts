/**
 * Leads the language switch to the same place of the same page: to the part the address names, and to the
 * search as it is now, which scripts change without the page being made anew.
 */
export function followTheAddress(page: Document): void {
  const link = page.querySelector<HTMLAnchorElement>('a[data-language-link]');
  link?.addEventListener('click', () => {
    link.search = location.search;
    link.hash = location.hash;
  });
}
