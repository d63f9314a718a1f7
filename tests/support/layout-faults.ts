import type { Page } from '@playwright/test';

/**
 * What of a page cannot be read without scrolling sideways, in words; none on a page that reflows
 * (WCAG 2.2, 1.4.4 and 1.4.10). Looks at the page's width, at where every run of text and every control
 * lies, at boxes that cut their text off, and at text that runs out of the box drawn around it.
 */
export function layoutFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    const width = root.clientWidth;
    const faults = new Set<string>();
    const tell = (element: Element, what: string) => {
      const name = element.tagName.toLowerCase() + (element.className ? `.${String(element.className)}` : '');
      faults.add(`${what}: <${name}> "${(element.textContent ?? '').trim().slice(0, 50)}"`);
    };
    if (root.scrollWidth > width) faults.add(`the page is ${root.scrollWidth} px wide, the screen ${width}`);

    const styles = new Map<Element, CSSStyleDeclaration>();
    const styleOf = (element: Element) => {
      const known = styles.get(element) ?? getComputedStyle(element);
      styles.set(element, known);
      return known;
    };
    const upwards = (from: Element) => {
      const chain: Element[] = [];
      for (let at: Element | null = from; at; at = at.parentElement) chain.push(at);
      return chain;
    };
    /** For screen readers alone, or the skip link before it has the focus. */
    const isHidden = (chain: Element[]) =>
      chain.some((element) => styleOf(element).clipPath === 'inset(50%)' || element.matches('.skip'));
    /** A table or a row of its own that can be scrolled by itself. */
    const scrolls = (chain: Element[]) =>
      chain.some((element) => element !== root && /auto|scroll/.test(styleOf(element).overflowX));
    const isDrawn = (element: Element) => {
      const style = styleOf(element);
      return style.borderLeftWidth !== '0px' && style.borderLeftStyle !== 'none';
    };

    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!parent?.checkVisibility() || !node.textContent?.trim()) continue;
      if (['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEXTAREA', 'OPTION'].includes(parent.tagName)) continue;
      const chain = upwards(parent);
      if (isHidden(chain)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      if (box.width === 0) continue;
      if (!scrolls(chain) && (box.left < -0.5 || box.right > width + 0.5))
        tell(parent, 'text off the screen');
      const drawn = chain.find(isDrawn);
      if (drawn) {
        const edge = drawn.getBoundingClientRect();
        if (box.left < edge.left - 0.5 || box.right > edge.right + 0.5) tell(parent, 'text out of its box');
      }
      for (const element of chain) {
        const { overflowX, overflowY } = styleOf(element);
        const cutsAcross = /hidden|clip/.test(overflowX) && element.scrollWidth > element.clientWidth + 1;
        const cutsDown = /hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + 1;
        if (cutsAcross || cutsDown) tell(element, 'text cut off');
      }
    }
    for (const control of document.querySelectorAll('a, button, input, select, textarea, summary')) {
      if (!control.checkVisibility()) continue;
      const chain = upwards(control);
      if (isHidden(chain) || scrolls(chain)) continue;
      const box = control.getBoundingClientRect();
      if (box.width > 0 && (box.left < -0.5 || box.right > width + 0.5))
        tell(control, 'control off the screen');
    }
    return [...faults];
  });
}
