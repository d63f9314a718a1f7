import { describe, expect, it } from 'vitest';
import { cssString, sheetFoot } from './sheet-foot.ts';

describe('the foot of printed sheets', () => {
  it('tells address and sheet', () => {
    expect(sheetFoot('https://ocop.example/san-pham', 'Trang')).toBe(
      '@page{@bottom-left{content:"https://ocop.example/san-pham"}@bottom-right{content:"Trang " counter(page) "/" counter(pages)}}',
    );
    expect(sheetFoot(null, 'Page')).not.toContain('bottom-left');
  });

  it('lets no text end its string or its style element', () => {
    const text = cssString('a"}</style><script>\\\n');
    expect(text).not.toMatch(/[<>\n]|[^\\]".|\\\\/);
    expect(text.startsWith('"')).toBe(true);
    expect(text.endsWith('"')).toBe(true);
  });
});
