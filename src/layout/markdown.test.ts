import { describe, expect, it } from 'vitest';
import { html } from './markdown.ts';

/** What a reader's browser could run or load, in any spelling Markdown lets through. */
const SMUGGLED = [
  '<script>alert(1)</script>',
  'Text <script>alert(1)</script> text',
  '<img src=x onerror=alert(1)>',
  'Text <b onmouseover="alert(1)">bold</b>',
  '<svg/onload=alert(1)>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<a href="javascript:alert(1)">x</a>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt&colon;alert(1))',
  '[x](<java\tscript:alert(1)>)',
  '[x](vbscript:x)',
  '[x](data:text/html,<script>alert(1)</script>)',
  '![x](data:image/svg+xml,%3Csvg%20onload=alert(1)%3E)',
  '![x](javascript:alert(1))',
  '<javascript:alert(1)>',
  '[x][y]\n\n[y]: javascript:alert(1)',
  '![x][y]\n\n[y]: data:text/html,x',
  '<!-- <script>alert(1)</script> -->',
  '<div>\n\n<script>alert(1)</script>\n\n</div>',
];

describe('Markdown of the record', () => {
  it.each(SMUGGLED)('becomes no more than text and links: %s', (markdown) => {
    const tags = html(markdown).match(/<[^>]*>/g) ?? [];
    for (const tag of tags) {
      expect(tag).toMatch(/^<\/?(p|a|img|h2)\b/);
      expect(tag).not.toMatch(/\son\w+=|javascript|vbscript|data:|srcdoc/i);
    }
  });

  it('shows HTML as it was typed', () => {
    expect(html('a <b>c</b>')).toBe('<p>a &lt;b&gt;c&lt;/b&gt;</p>\n');
  });

  it('keeps links of the site and of the allowed schemes', () => {
    const rendered = html('[a](/san-pham/x) [b](https://x.vn) [c](mailto:a@x.vn) [d](tel:+84912) [e](#f)');
    const links = [...rendered.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
    expect(links).toEqual(['/san-pham/x', 'https://x.vn', 'mailto:a@x.vn', 'tel:+84912', '#f']);
  });

  it('starts its headings at level 2', () => {
    expect(html('# A\n\nb')).toBe('<h2>A</h2>\n<p>b</p>\n');
  });
});
