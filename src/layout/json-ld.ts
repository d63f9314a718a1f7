/** schema.org data as a script's text: `<` is escaped, so that no text of the record can close the element. */
export function scriptText(data: object): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

/** schema.org data of the way to a page, from home. Addresses are absolute; the page itself needs none. */
export function breadcrumbJsonLd(steps: readonly { label: string; url: string | undefined }[]): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ label, url }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: label,
      ...(url === undefined ? {} : { item: url }),
    })),
  };
}
