/** Lines in the margins of an A4 sheet, as pairs of points in millimetres from its top left. */
import type { SheetLayout } from './layout.ts';

export interface Line {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

const MARK_LENGTH = 2.5;
/** Between a mark and the labels, so that a cut beside it leaves no ink on them. */
const MARK_GAP = 0.75;

/** Marks on all four sides of the labels, in line with their edges. */
export function cropMarks(layout: SheetLayout): Line[] {
  const { columns, rows, left, top, pitchX, pitchY, label } = layout;
  const right = left + (columns - 1) * pitchX + label.width;
  const bottom = top + (rows - 1) * pitchY + label.height;
  const lines: Line[] = [];
  for (const x of edges(left, pitchX, label.width, columns)) {
    for (const y of [top - MARK_GAP - MARK_LENGTH, bottom + MARK_GAP]) {
      lines.push({ x1: x, y1: y, x2: x, y2: y + MARK_LENGTH });
    }
  }
  for (const y of edges(top, pitchY, label.height, rows)) {
    for (const x of [left - MARK_GAP - MARK_LENGTH, right + MARK_GAP]) {
      lines.push({ x1: x, y1: y, x2: x + MARK_LENGTH, y2: y });
    }
  }
  return lines;
}

/** Both edges of every label along one side, each once where labels touch. */
function edges(start: number, pitch: number, size: number, count: number): number[] {
  const all = Array.from({ length: count }, (_, i) => start + i * pitch);
  const both = all.flatMap((edge) => [edge, edge + size]);
  return both.filter((edge, i) => i === 0 || edge - (both[i - 1] ?? 0) > 0.01);
}

export const RULER_LENGTH = 100;

/** A ruler whose length shows whether the printer kept the size, with a tick every centimetre. */
export function ruler(x: number, y: number): Line[] {
  const lines: Line[] = [{ x1: x, y1: y, x2: x + RULER_LENGTH, y2: y }];
  for (let at = 0; at <= RULER_LENGTH; at += 10) {
    const height = at % 50 === 0 ? 2 : 1;
    lines.push({ x1: x + at, y1: y - height, x2: x + at, y2: y });
  }
  return lines;
}
