import { describe, expect, it } from 'vitest';
import { inLanguage, paths } from './paths.ts';

describe('paths', () => {
  it('keeps Vietnamese at the root and English under /en', () => {
    expect(paths('vi').home).toBe('/');
    expect(paths('en').home).toBe('/en');
    expect(paths('vi').product('tuong-ban')).toBe('/san-pham/tuong-ban');
    expect(paths('en').product('tuong-ban')).toBe('/en/san-pham/tuong-ban');
  });

  it('gives the first list page its plain address', () => {
    expect(paths('vi').products()).toBe('/san-pham');
    expect(paths('vi').products(1)).toBe('/san-pham');
    expect(paths('vi').set('ca-phe-cacao', 2)).toBe('/bo/ca-phe-cacao/trang/2');
    expect(paths('en').products(3)).toBe('/en/san-pham/trang/3');
  });

  it('writes stamps with and without a GTIN', () => {
    expect(paths('vi').stamp('1ABC')).toBe('/T/1ABC');
    expect(paths('en').stamp('1ABC', '09506000134352')).toBe('/en/01/09506000134352/21/1ABC');
  });

  it('escapes what a person searched for', () => {
    expect(paths('vi').search('gốm & sen')).toBe('/tim-kiem?q=g%E1%BB%91m%20%26%20sen');
    expect(paths('vi').search()).toBe('/tim-kiem');
  });
});

describe('inLanguage', () => {
  it('moves an address between the languages, there and back', () => {
    for (const path of ['/', '/san-pham', '/san-pham/a', '/tim-kiem?q=sen', '/T/1ABC', '/?x=1']) {
      expect(inLanguage(inLanguage(path, 'en'), 'vi')).toBe(path);
      expect(inLanguage(path, 'vi')).toBe(path);
    }
    expect(inLanguage('/', 'en')).toBe('/en');
    expect(inLanguage('/en', 'en')).toBe('/en');
    expect(inLanguage('/en?x=1', 'vi')).toBe('/?x=1');
  });

  it('does not mistake a word that begins with en for the language', () => {
    expect(inLanguage('/entry', 'vi')).toBe('/entry');
  });
});
