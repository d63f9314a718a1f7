import { markdownToHtml } from 'satteri';

/**
 * HTML of a text of the record written in Markdown. The text is reviewed content of this
 * repository, so its HTML is trusted. Headings start at level 2: the page has its own h1.
 */
export function html(markdown: string): string {
  return markdownToHtml(markdown, { features: { frontmatter: false } }).html.replace(/<(\/?)h1\b/g, '<$1h2');
}
