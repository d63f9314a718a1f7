/**
 * What each room may import, as docs/architecture.md tells it; held true by {@link roomImports}. A file
 * belongs to the longest room its path begins with. Packages from npm are not looked at.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const rooms = {
  'src/rules': [],
  'src/contract': ['src/rules', 'src/stamp-sheet'],
  'src/stamp-sheet': ['src/rules'],
  'src/i18n': ['src/rules'],
  // Files that follow from their input alone, kept from one build to the next.
  'src/build-cache': [],
  // Log lines and metrics of whatever runs on a server.
  'src/log': [],
  'src/config': ['src/rules', 'src/log'],
  'src/record': ['src/rules'],
  'src/illustration': ['src/rules', 'src/i18n', 'src/record', 'src/build-cache'],
  'src/http': ['src/rules', 'src/i18n', 'src/config'],
  'src/medusa-client': ['src/rules', 'src/contract', 'src/config'],
  'src/layout': ['src/rules', 'src/i18n', 'src/record', 'src/build-cache'],
  // The browser's script of ordinary pages: it begins in the layout and starts what the features bring.
  'src/layout/enhance.ts': ['src/layout', 'src/catalogue', 'src/shop'],
  'src/catalogue': ['src/rules', 'src/i18n', 'src/record', 'src/illustration', 'src/layout'],
  'src/shop': [
    ...['src/rules', 'src/log', 'src/i18n', 'src/config', 'src/record', 'src/illustration', 'src/http'],
    ...['src/medusa-client', 'src/layout'],
  ],
  'src/people': [
    ...['src/rules', 'src/i18n', 'src/config', 'src/http', 'src/medusa-client', 'src/layout', 'src/shop'],
  ],
  'src/producer-desk': [
    ...['src/rules', 'src/i18n', 'src/http', 'src/record', 'src/medusa-client', 'src/layout', 'src/people'],
  ],
  'src/search': [
    ...['src/rules', 'src/log', 'src/i18n', 'src/config', 'src/record', 'src/illustration'],
    ...['src/catalogue', 'src/shop'],
  ],
  'src/digital-link': ['src/rules', 'src/i18n', 'src/config', 'src/record', 'src/http', 'src/medusa-client'],
  'src/stamps': [
    ...['src/rules', 'src/log', 'src/contract', 'src/i18n', 'src/config', 'src/record', 'src/illustration'],
    ...['src/http', 'src/medusa-client', 'src/layout', 'src/catalogue'],
  ],
  'src/server': [
    ...['src/rules', 'src/log', 'src/i18n', 'src/config', 'src/record', 'src/http', 'src/search'],
    ...['src/digital-link', 'src/stamps', 'src/build-cache'],
  ],
  'src/pages': ['src'],
  src: ['src'],
  medusa: ['src/rules', 'src/contract', 'src/stamp-sheet'],
  scripts: ['src', 'tests/support'],
  tests: ['src', 'scripts', 'medusa'],
};

/** Fixtures that the tests of several rooms share. */
export const sharedByTests = ['src/record/fixtures', 'src/record/testing', 'tests/support'];
