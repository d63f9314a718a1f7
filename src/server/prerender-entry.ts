/**
 * Astro's own entry for rendering pages at build time, except that a page is put together as one text
 * and not as a stream. Astro does so itself for a site without a server; a stream has no reader here,
 * and handing it on piece by piece takes a fifth of the time of a page.
 */
import { app, manifest } from 'astro/entrypoints/prerender';

// A method of Astro's own; should it go, pages are streamed again and nothing else changes.
Object.assign(app, { resolveStreaming: () => false });

export { app, manifest };
