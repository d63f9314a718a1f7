import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { htmlToHast, type HastNode } from 'satteri';
import { builtIndexName } from '../../src/server/built-files.ts';
import { onDemandRoute } from '../../src/server/routes.ts';

/** What a page's text leads to inside the site, and the names other pages may point at in it. */
export interface PageLinks {
  addresses: string[];
  ids: Set<string>;
}

const ADDRESSES = ['href', 'xLinkHref', 'xlinkHref', 'src', 'action', 'formAction'] as const;

/** Every address of an HTML text that stays on the site, and every id in it. */
export function linksOf(html: string, siteUrl: string): PageLinks {
  const found: PageLinks = { addresses: [], ids: new Set() };
  const walk = (node: HastNode) => {
    if (node.type === 'element') {
      const { properties } = node;
      if (typeof properties.id === 'string') found.ids.add(properties.id);
      const srcset = String(properties.srcSet ?? '')
        .split(',')
        .map((part) => part.trim().split(' ')[0] ?? '');
      for (const address of [...ADDRESSES.map((name) => String(properties[name] ?? '')), ...srcset]) {
        const own = address.startsWith(siteUrl) ? address.slice(siteUrl.length) || '/' : address;
        if (/^[/#?](?!\/)/.test(own)) found.addresses.push(own);
      }
    }
    if ('children' in node) node.children.forEach(walk);
  };
  walk(htmlToHast(html));
  return found;
}

/** A build, as a list of what it answers. */
export class BuiltLinks {
  readonly #pages = new Map<string, PageLinks>();
  readonly #files: ReadonlySet<string>;
  readonly #redirects: ReadonlySet<string>;

  constructor(distDir: string, siteUrl: string) {
    const client = path.join(distDir, 'client');
    const files = readdirSync(client, { recursive: true, encoding: 'utf8' });
    this.#files = new Set(files.map((file) => `/${file.split(path.sep).join('/')}`));
    const index = JSON.parse(readFileSync(path.join(distDir, builtIndexName), 'utf8')) as {
      redirects: Record<string, string>;
    };
    this.#redirects = new Set(Object.keys(index.redirects));
    for (const file of this.#files) {
      if (!file.endsWith('.html')) continue;
      const address = file === '/index.html' ? '/' : file.slice(0, -'.html'.length);
      this.#pages.set(address, linksOf(readFileSync(path.join(client, file), 'utf8'), siteUrl));
    }
  }

  /** Every built page with what it leads to. */
  get pages(): ReadonlyMap<string, PageLinks> {
    return this.#pages;
  }

  /**
   * Whether an address of a page leads somewhere: to a page or file of the build and, where it names a
   * part, to one that is there; to a page made on demand; or to what moved.
   * @param own what the page itself holds, for `#part`
   */
  leadsSomewhere(address: string, own: PageLinks): boolean {
    const [target = '', part] = address.split('#');
    const pathname = decodeURIComponent(target.split('?')[0] ?? '');
    const isPart = (page: PageLinks) => part === undefined || part === '' || page.ids.has(part);
    if (pathname === '') return isPart(own);
    const page = this.#pages.get(pathname);
    if (page) return isPart(page);
    return this.#files.has(pathname) || this.#redirects.has(pathname) || onDemandRoute(pathname) !== null;
  }
}
