/** A rule with one selector: what follows another rule or the brace of a media query. */
const singleRule = /(?<=(?:[{}]|<style>)\s*)([^{},@]+)\{[^{}]*\}/g;

/** A custom property's declaration; its value may be a quoted address. */
const declaration = /(?<=[{;]\s*)(--[\w-]+)\s*:(?:"[^"]*"|[^;{}"])*(?:;|(?=\}))/g;

/**
 * A page without the styles it cannot use: rules for a class that nothing on it has, such as those of
 * other verdicts, and tokens of the site that nothing on it asks for. They are a quarter of a page that is
 * compressed for each reader and sent over weak lines.
 * @param html a whole page with its styles in it, and no script that could give anything another class
 */
export function leanStyles(html: string): string {
  const classes = new Set(
    [...html.matchAll(/ class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(' ')),
  );
  const page = eachStyle(html, (style) =>
    style.replace(singleRule, (rule, selector: string) => (canMatch(selector, classes) ? rule : '')),
  );
  return withoutUnusedTokens(page);
}

/** Selectors that say which classes an element must not have, or may have, are left to the browser. */
function canMatch(selector: string, classes: ReadonlySet<string>): boolean {
  if (/:(?:not|is|where|has)\(/.test(selector)) return true;
  return [...selector.matchAll(/\.(-?[a-z_][\w-]*)/gi)].every(([, name = '']) => classes.has(name));
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
