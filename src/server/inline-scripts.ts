import { createHash } from 'node:crypto';
import { htmlToHast, type HastNode } from 'satteri';

/**
 * CSP sources of every script that may stand inside a page: those Astro writes around an interactive
 * component, taken from Astro itself. The site writes none of its own; one that is wanted is added
 * here, by its module, never by reading it out of a page.
 * @param pages 'live' for those that Astro's development server writes
 * @throws when an Astro release moved them, so that the build stops rather than the search box.
 */
export async function knownInlineScripts(pages: 'built' | 'live' = 'built'): Promise<string[]> {
  const names = [
    `server/astro-island.prebuilt${pages === 'live' ? '-dev' : ''}.js`,
    ...['load', 'idle', 'visible', 'media', 'only'].map((name) => `client/${name}.prebuilt.js`),
  ];
  return Promise.all(
    names.map(async (name) => {
      const module = (await import(`astro/runtime/${name}`)) as { default?: unknown };
      if (typeof module.default === 'string') return cspSource(module.default);
      throw new Error(`astro/runtime/${name} no longer holds a script; update src/server/inline-scripts.ts.`);
    }),
  );
}

/**
 * What a built page would run, or try to, that is not the site's own: an inline script that is not
 * known, a script from elsewhere, an event handler attribute, an address with a scheme that runs or
 * embeds. Each is told with an excerpt; an empty list is a page as it should be.
 * @param known CSP sources, of {@link knownInlineScripts}
 */
export function scriptFaults(html: string, known: ReadonlySet<string>): string[] {
  return mayRunSomething(html) ? faultsBelow(htmlToHast(html), known) : [];
}

/** The beginnings of the only script elements that need no second look: our own files, and data. */
const plainScript = /<script(?! type="module" src="\/_astro\/| type="application\/ld\+json">)/i;
/** Attribute names stand in a page as they are, so a handler has `on…=` after a separator. */
const handlerAttribute = /[\s"'/]on[a-z]+\s*=/i;
/** An attribute with an address that does not start, in quotes, as a harmless one does. */
const otherAddress =
  /[\s"'/](?:xlink:)?(?:href|src|srcdoc|srcset|action|formaction|data|poster|to|from|values)\s*=\s*(?!"(?:[/#?]|https?:\/\/|mailto:|tel:|"))/i;

/** Parsing costs some milliseconds a page, of which there may be thousands: most need no parsing. */
function mayRunSomething(html: string): boolean {
  return [plainScript, handlerAttribute, otherAddress].some((pattern) => pattern.test(html));
}

function faultsBelow(node: HastNode, known: ReadonlySet<string>): string[] {
  const own = node.type === 'element' ? elementFaults(node, known) : [];
  const below = 'children' in node ? node.children.flatMap((child) => faultsBelow(child, known)) : [];
  // What lies in a <template> becomes part of the page when a script takes it out.
  const content = 'content' in node && node.content ? faultsBelow(node.content as HastNode, known) : [];
  return [...own, ...below, ...content];
}

type HastElement = Extract<HastNode, { type: 'element' }>;

function elementFaults(element: HastElement, known: ReadonlySet<string>): string[] {
  const { tagName, properties } = element;
  const attributes = Object.entries(properties).flatMap(([name, value]) => {
    const text = String(value);
    const told = `${name}="${excerpt(text)}" of <${tagName}>`;
    if (/^on/i.test(name)) return [`event handler ${told}`];
    if (/^srcdoc$/i.test(name)) return [`page inside a page ${told}`];
    // Browsers pass over line breaks, tabs and leading control characters in a scheme.
    const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(withoutBlanks(text))?.[1]?.toLowerCase();
    const runs = scheme === 'javascript' || scheme === 'vbscript';
    const embeds = scheme === 'data' && tagName !== 'img';
    return runs || embeds ? [`address ${told}`] : [];
  });
  return tagName === 'script' ? [...attributes, ...scriptElementFaults(element, known)] : attributes;
}

/** Types of script elements that hold data no browser runs or obeys. */
const dataTypes: ReadonlySet<string> = new Set(['application/ld+json', 'application/json']);

function scriptElementFaults({ properties, children }: HastElement, known: ReadonlySet<string>): string[] {
  const { src, type } = properties;
  if (src !== undefined && src !== null) {
    return /^\/(?![/\\])/.test(String(src)) ? [] : [`script from elsewhere "${excerpt(String(src))}"`];
  }
  if (dataTypes.has(String(type ?? '').toLowerCase())) return [];
  const content = children.map((child) => ('value' in child ? String(child.value) : '')).join('');
  return content === '' || known.has(cspSource(content)) ? [] : [`inline script "${excerpt(content)}"`];
}

/** A text without the characters up to and including the space, which browsers pass over in a scheme. */
function withoutBlanks(text: string): string {
  return [...text].filter((character) => character > ' ').join('');
}

function excerpt(text: string): string {
  const oneLine = text.trim().replace(/\s+/g, ' ');
  return oneLine.length > 80 ? `${oneLine.slice(0, 80)}…` : oneLine;
}

/** The source expression that allows an inline script by its hash (CSP Level 3, 2.3.1). */
function cspSource(content: string): string {
  return `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
}
