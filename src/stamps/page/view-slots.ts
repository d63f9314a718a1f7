import { hole } from './page-cache.ts';
import type { StampView } from './stamp-view.ts';

/**
 * Parts a stamp's view into what many stamps share and the few texts that are this one's alone. The
 * shared view has a hole for each of them, so its page serves every stamp with the same view.
 */
export function shareView(view: StampView): { shared: StampView; texts: Record<string, string> } {
  const scanTexts = Object.fromEntries(view.scans.map(({ value }, n) => [scanHole(n), value]));
  return {
    shared: {
      ...view,
      path: hole('path'),
      otherPath: hole('other'),
      reportHref: hole('report'),
      code: view.code === null ? null : hole('code'),
      opened: hole('opened'),
      scans: view.scans.map(({ label }, n) => ({ label, value: hole(scanHole(n)) })),
    },
    texts: {
      path: view.path,
      other: view.otherPath,
      report: view.reportHref,
      code: view.code ?? '',
      opened: view.opened,
      ...scanTexts,
    },
  };
}

function scanHole(place: number): string {
  return `scan${String.fromCharCode(97 + place)}`;
}
