import { describe, expect, it } from 'vitest';
import { foldVietnamese, toTelex, toVni } from '@ocop/rules/vietnamese/vietnamese';
import { formsOf } from './word-forms.ts';

describe('formsOf', () => {
  it('brings marks, Telex and VNI to one spelling', () => {
    for (const typed of ['nước mắm', 'nuowcs mawms', 'nuocws mamws', 'nu7o7c1 ma8m1', 'NƯỚC MẮM']) {
      expect(formsOf(typed)?.telex, typed).toBe('nuwowcs mawms');
    }
  });

  it('asks for each word alone, so that "mow" is not taken for the beginning of "mowx"', () => {
    expect(formsOf('rượu mơ')?.telexExact).toBe('"ruwowuj" "mow"');
  });

  it('knows when the text says its marks beyond doubt', () => {
    expect(formsOf('mơ')?.marked).toBe(true);
    expect(formsOf('mo7')?.marked).toBe(true);
    expect(formsOf('mow')?.marked).toBe(false);
    expect(formsOf('mo')?.marked).toBe(false);
  });

  it('reads keys without their marks, and leaves other words alone', () => {
    expect(formsOf('nuowc mam')?.unmarked).toBe('nuoc mam');
    expect(formsOf('nuoc mam')?.unmarked).toBeNull();
    expect(formsOf('fish sauce')).toMatchObject({ telex: 'fish sauce', unmarked: null, marked: false });
    expect(formsOf('sumchoice3+')).toMatchObject({ plain: 'sumchoice3', unmarked: null });
  });

  it('drops what a search engine takes for commands', () => {
    expect(formsOf('"gốm" -sứ')?.plain).toBe('gốm sứ');
    expect(formsOf(' !? – ')).toBeNull();
  });

  it('reads every name of the record alike in all spellings', () => {
    for (const name of ['Đông trùng hạ thảo', 'Rượu nấm lim xanh', 'Trứng vịt biển Đồng Rui', 'Giò trứng']) {
      const telex = toTelex(name);
      expect(formsOf(name)?.telex).toBe(telex);
      expect(formsOf(toVni(name))?.telex).toBe(telex);
      expect(formsOf(telex)?.telex).toBe(telex);
      expect(formsOf(telex)?.unmarked ?? telex).toBe(foldVietnamese(name));
    }
  });
});
