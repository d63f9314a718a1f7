import { escapeHtml } from '@ocop/rules/text';

/** A part of a message. */
export type Block =
  | { kind: 'notice' | 'paragraph'; text: string }
  | { kind: 'facts'; title: string; facts: readonly (readonly [name: string, value: string])[] }
  | { kind: 'link'; text: string; address: string; hint: string };

export interface Page {
  lang: 'vi' | 'en';
  title: string;
  blocks: readonly Block[];
  /** Why the reader gets it, in small letters at the end. */
  why: string;
}

/** A text in one line, without control characters and those that turn the direction of writing. */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffd]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** A message in plain text. */
export function asText({ title, blocks, why }: Page): string {
  const parts = blocks.map((block) => {
    switch (block.kind) {
      case 'notice':
        return `*** ${oneLine(block.text)} ***`;
      case 'paragraph':
        return oneLine(block.text);
      case 'link':
        return `${block.text}:\n${block.address}\n${block.hint}`;
      case 'facts': {
        const lines = block.facts.map(([name, value]) =>
          [oneLine(name), oneLine(value)].filter(Boolean).join(': '),
        );
        return [block.title && `${oneLine(block.title)}:`, ...lines].filter(Boolean).join('\n');
      }
    }
  });
  return `${[oneLine(title), ...parts, `-- \n${oneLine(why)}`].join('\n\n')}\n`;
}

const colours = `
:root { color-scheme: light dark }
body { background: #fff; color: #1d2a21 }
a { color: #14633a }
@media (prefers-color-scheme: dark) {
  body { background: #141a16 !important; color: #e6ece7 !important }
  a { color: #8fd3a8 !important }
}`;

const cell = 'padding:4px 0;vertical-align:top';
// A long name is broken rather than a sum: only cells that may be broken anywhere give way.
const broken = 'overflow-wrap:anywhere';

/**
 * The same as HTML: one column as wide as the screen, without pictures, scripts, or anything that is fetched. Where a
 * mail program leaves the style sheet out it is black on white, or what the program makes of it in the dark.
 */
export function asHtml({ lang, title, blocks, why }: Page): string {
  const parts = blocks.map((block) => {
    switch (block.kind) {
      case 'notice':
        return `<p style="margin:16px 0;padding:8px 12px;border:2px solid currentColor"><b>${html(block.text)}</b></p>`;
      case 'paragraph':
        return `<p style="margin:12px 0">${html(block.text)}</p>`;
      case 'link':
        return (
          `<p style="margin:20px 0 4px"><a href="${escapeHtml(block.address)}"><b>${html(block.text)}</b></a></p>` +
          `<p style="margin:0 0 16px;font-size:14px">${html(block.hint)}</p>`
        );
      case 'facts':
        return tableOf(block);
    }
  });
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${html(title)}</title>
<style>${colours}</style>
</head>
<body style="margin:0;padding:16px">
<div style="max-width:560px;margin:0 auto;overflow-wrap:break-word;font-family:system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif;font-size:16px;line-height:1.5">
<h1 style="margin:0 0 12px;font-size:22px;line-height:1.3">${html(title)}</h1>
${parts.join('\n')}
<p style="margin:24px 0 0;padding-top:12px;border-top:1px solid currentColor;font-size:14px">${html(why)}</p>
</div>
</body>
</html>
`;
}

function tableOf({ title, facts }: Extract<Block, { kind: 'facts' }>): string {
  const rows = facts.map(([name, value]) =>
    oneLine(value) === ''
      ? `<tr><td colspan="2" style="${cell};${broken}">${html(name)}</td></tr>`
      : `<tr><td style="${cell};${broken};padding-right:12px">${html(name)}</td>` +
        `<td style="${cell};text-align:right;overflow-wrap:break-word">${html(value)}</td></tr>`,
  );
  const heading = title === '' ? '' : `<h2 style="margin:20px 0 4px;font-size:16px">${html(title)}</h2>\n`;
  return `${heading}<table role="presentation" width="100%" cellspacing="0" cellpadding="0" style="border-collapse:collapse${title === '' ? ';margin-top:12px' : ''}">${rows.join('')}</table>`;
}

const html = (text: string) => escapeHtml(oneLine(text));
