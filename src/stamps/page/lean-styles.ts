/** Rules of one verdict: what follows another rule, or the brace of a media query, and is no list of selectors. */
const verdictRule = /(?<=[{}>]\s*)\.v-([a-z-]+)[^{},]*\{[^{}]*\}/g;

/** A custom property's declaration; its value may be a quoted address. */
const declaration = /(?<=[{;]\s*)(--[\w-]+)\s*:(?:"[^"]*"|[^;{}"])*(?:;|(?=\}))/g;

/**
 * A page without the styles it cannot use: those of other verdicts, and tokens of the site that nothing
 * on it asks for. They are a quarter of a page that is compressed for each reader and sent over weak lines.
 * @param html a whole page with its styles in it; `<body class="v-{verdict}">` names its verdict
 */
export function leanStyles(html: string): string {
  const verdict = /<body class="v-([a-z-]+)"/.exec(html)?.[1];
  if (verdict === undefined) return html;
  const page = eachStyle(html, (style) =>
    style.replace(verdictRule, (rule, name: string) => (name === verdict ? rule : '')),
  );
  return withoutUnusedTokens(page);
}

/** A token may be used by another alone, so one that goes may make another unused. */
function withoutUnusedTokens(page: string): string {
  const used = new Set([...page.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name]) => name));
  const lean = eachStyle(page, (style) =>
    style.replace(declaration, (text, name: string) => (used.has(name) ? text : '')),
  );
  return lean === page ? page : withoutUnusedTokens(lean);
}

function eachStyle(html: string, change: (style: string) => string): string {
  return html.replace(/<style>.*?<\/style>/gs, change);
}
