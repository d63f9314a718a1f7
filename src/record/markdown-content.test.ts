import { describe, expect, it } from 'vitest';
import { problemsOf, withChange } from './fixtures/small-content.ts';
import { isSafeAddress, markdownProblem } from './markdown-content.ts';

describe('isSafeAddress', () => {
  it.each([
    '/san-pham/x',
    'san-pham',
    '#muc',
    '?trang=2',
    'https://x.vn',
    'mailto:a@x.vn',
    'tel:+84912345678',
  ])('takes %s', (address) => expect(isSafeAddress(address)).toBe(true));

  it.each([
    'javascript:alert(1)',
    ' JAVASCRIPT:x',
    'java\nscript:x',
    'vbscript:x',
    'data:text/html,x',
    'http://x.vn',
  ])('refuses %j', (address) => expect(isSafeAddress(address)).toBe(false));
});

describe('markdownProblem', () => {
  it.each([
    ['<script>alert(1)</script>', /without HTML \("<script>alert\(1\)<\/script>"\)/],
    ['> - <img src=x onerror=alert(1)>', /without HTML/],
    ['[x](javascript:alert(1))', /in place of "javascript:alert\(1\)"/],
    ['![x](data:image/svg+xml,x)', /in place of "data:/],
    ['[x][y]\n\n[y]: javascript:x', /in place of "javascript:x"/],
  ])('finds %j', (markdown, message) => {
    expect(markdownProblem(markdown)).toMatch(message);
    expect(markdownProblem(markdown)).toMatch(/^write/);
  });

  it.each(['5 < 6', 'a \\<b>', '`<script>`', '[x](/san-pham/x)', 'https://x.vn'])(
    'lets %j pass',
    (markdown) => expect(markdownProblem(markdown)).toBeNull(),
  );
});

describe('a content file that would smuggle a script', () => {
  const MAM = 'products/mam/product.yaml';
  it.each([
    ['<script>alert(1)</script>', /without HTML/],
    ['<img src=x onerror=alert(1)>', /without HTML/],
    ['[x](javascript:alert(1))', /starting with https/],
    ['![x](data:text/html,x)', /starting with https/],
  ])('stops the build with its name: %s', async (text, message) => {
    const story = `set: 9\nstory:\n  vi: ${JSON.stringify(text)}\n  en: Fine.`;
    const problems = await problemsOf(withChange(MAM, 'set: 9', story));
    expect(problems).toEqual([{ file: MAM, field: 'story.vi', message: expect.stringMatching(message) }]);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'https://x.vn/ onclick=x'])(
    'as the address of a source: %s',
    async (address) => {
      const changed = withChange(MAM, 'https://example.vn/nguon', JSON.stringify(address));
      const problems = await problemsOf(changed);
      expect(problems.map(({ field }) => field)).toEqual(['sources.0.url']);
    },
  );

  it('in a page of text', async () => {
    const page = (title: string, body: string) => `---\ntitle: ${title}\n---\n${body}\n`;
    const problems = await problemsOf({
      'pages/thu.vi.md': page('Thử', 'Chữ <script>alert(1)</script>'),
      'pages/thu.en.md': page('Try', '[x](javascript:alert(1))'),
    });
    expect(problems.map(({ file }) => file)).toEqual(['pages/thu.en.md', 'pages/thu.vi.md']);
    expect(problems[1]?.message).toMatch(/without HTML/);
  });
});
