import { defineMdastPlugin, markdownToHtml } from 'satteri';
import { isSafeAddress, markdownFeatures } from '../record/markdown-content.ts';

/**
 * Content is text: HTML in it is shown as it was typed, and an address that could run a script leads
 * nowhere. The record refuses such files when it is loaded (src/record/markdown-content.ts); a text that
 * came past it still does no harm here.
 */
const textOnly = defineMdastPlugin({
  name: 'text-only',
  html: (node, context) => context.replaceNode(node, { type: 'text', value: node.value }),
  link: (node, context) => {
    if (!isSafeAddress(node.url)) context.setProperty(node, 'url', '#');
  },
  image: (node, context) => {
    if (!isSafeAddress(node.url)) context.setProperty(node, 'url', '#');
  },
  definition: (node, context) => {
    if (!isSafeAddress(node.url)) context.setProperty(node, 'url', '#');
  },
});

/**
 * HTML of a text of the record written in Markdown. Headings start at level 2: the page has its own
 * h1.
 */
export function html(markdown: string): string {
  const rendered = markdownToHtml(markdown, { features: markdownFeatures, mdastPlugins: [textOnly] });
  return rendered.html.replace(/<(\/?)h1\b/g, '<$1h2');
}
