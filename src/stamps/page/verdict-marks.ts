import type { StampVerdict } from '../verify/verdict.ts';

/**
 * One shape a verdict on a 48 × 48 sheet, drawn with lines of `currentColor`, so that a copy in
 * black and white still tells them apart. Shapes of class `fill` are filled, those of class `cut`
 * are cut out of them.
 */
export const verdictMarks: Record<StampVerdict | 'foreign-address', string> = {
  active: '<circle class="fill" cx="24" cy="24" r="21"/><path class="cut" d="M13.5 25l7 7 14-16"/>',
  suspicious: '<path d="M24 5l20 36H4z"/><path d="M24 18v11M24 34.5v1"/>',
  expired: '<circle cx="24" cy="24" r="20"/><path d="M24 11v13l9 7"/>',
  recalled: '<path class="fill" d="M24 3l22 40H2z"/><path class="cut" d="M24 17v13M24 36v1"/>',
  'not-activated':
    '<path d="M12 5h24M12 43h24M15 5c0 12 18 14 18 19s-18 7-18 19M33 5c0 12-18 14-18 19s18 7 18 19"/>',
  'not-printed': '<path d="M10 5h18l10 10v28H10z" stroke-dasharray="5 6"/><path d="M18 28h12"/>',
  voided: '<path d="M6 6h36v36H6zM6 6l36 36M42 6L6 42"/>',
  'key-cut-off': '<circle cx="14" cy="27" r="8"/><path d="M22 27h22M42 27v8M35 27v6M8 44L38 5"/>',
  unknown:
    '<circle cx="24" cy="24" r="20" stroke-dasharray="6 5"/><path d="M18 19c0-9 12-8 12-1 0 5-6 5-6 10M24 34v1"/>',
  'not-asked': '<circle cx="24" cy="24" r="20"/><path d="M15 24h1M24 24h1M33 24h1"/>',
  'not-issued':
    '<path class="fill" d="M15 3h18l12 12v18L33 45H15L3 33V15z"/><path class="cut" d="M16 16l16 16M32 16L16 32"/>',
  'foreign-address':
    '<path d="M6 12h22v24H6z"/><path d="M20 24h23M34 14l10 10-10 10"/><path d="M12 6v36" stroke-dasharray="3 6"/>',
  malformed: '<path d="M14 5H6v38h8M34 5h8v38h-8M16 30h1M24 30h1M32 30h1"/>',
  'no-keys': '<circle cx="15" cy="24" r="9"/><path d="M24 24h20M38 24v8M31 24v6"/>',
};
