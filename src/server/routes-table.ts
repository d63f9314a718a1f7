import {
  digitalLinkRoute,
  fileRoutes,
  onDemandRoutes,
  serverRoutes,
  smallLetterRoute,
  type Route,
} from './routes.ts';

const callers: Record<Route['callers'], string> = {
  anyone: 'anybody',
  'own-pages': 'anybody reads; POST from our own pages',
  'signed-in': 'whoever is signed in; POST from our own pages',
  'signed-service': 'services that sign what they tell',
  'metrics-token': 'whoever shows `METRICS_TOKEN`',
};

const groups: readonly [title: string, routes: readonly Route[]][] = [
  ['Pages and services made when they are asked for', onDemandRoutes],
  ['Answered by the resolver', [digitalLinkRoute, smallLetterRoute]],
  ['Files of the build', Object.values(fileRoutes)],
  ['The server about itself', serverRoutes],
];

/** docs/routes.md, from the list of routes. */
export function routesDocument(): string {
  return [
    '# Routes',
    'Every address the site answers, written by `npm run docs:routes` from `src/server/routes.ts`: change it there. A build with a route that is not listed fails, and a test asks the running site whether its answers say what stands here. An address written in other letters, or below `/vi`, is led to the one that stands here (301). Anything else is answered 404; a method that is not listed 405, with `Allow`.',
    '`/en` in front gives a page in English where (en) stands. HEAD is answered wherever GET is. `Cache-Control` is that of an answer with status 200, or of the redirect where the address answers with one (303 for `/lo/{lot}`, 307 for GS1 links, 308 for `/t/{code}`); refusals and failures are `no-store` or `private`.',
    ...groups.flatMap(([title, routes]) => [`## ${title}`, table(routes)]),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}

function table(routes: readonly Route[]): string {
  const rows = routes.map((route) => [
    code(route.pattern) + (route.inEnglish ? ' (en)' : ''),
    route.methods.join(', '),
    code(route.cacheControl),
    route.rateLimit ?? '–',
    callers[route.callers],
  ]);
  return [
    ['Address', 'Methods', 'Cache-Control', 'Limit a client', 'Who'],
    ['---', '---', '---', '---', '---'],
    ...rows,
  ]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
}

function code(text: string): string {
  return `\`${text}\``;
}
