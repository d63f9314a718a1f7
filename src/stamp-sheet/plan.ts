/** Decides, before anything is drawn, how the stamps of one order stand on one paper. */
import { groupTyped } from '@ocop/rules/stamps/stamp-url';
import { fitLabelText, MM_PER_POINT, type CodeLine, type LabelText, type SheetText } from './label-text.ts';
import {
  labelBox,
  labelsPerPage,
  SHEET_LAYOUTS,
  type Box,
  type SheetLayout,
  type SheetLayoutName,
} from './layout.ts';
import { qrSymbol, QUIET_MODULES } from './qr.ts';
import {
  badStartMessage,
  qrTooLargeMessage,
  textTooLongMessage,
  lotText,
  useByText,
} from './label-messages.ts';
import type { Bilingual } from './label-messages.ts';

/** One stamp: the code in its printed form and the address in its QR. */
export interface StampLabel {
  code: string;
  url: string;
  /** Where the stamp stands in its range, from 0. */
  index: number;
}

export interface SheetOptions {
  layout: SheetLayoutName;
  /** Dots an inch of the printer; a module is a whole number of them. 300 unless said. */
  dpi?: 203 | 300 | 600;
  /** On A4: lines to cut along, for paper that has no labels punched in it. */
  cropMarks?: boolean;
  /** On A4: the first free label of a sheet used before, counted from 1 row by row. */
  startAt?: number;
}

/** All that the sheets of one order share. Lengths are millimetres. */
export interface SheetPlan {
  layout: SheetLayout;
  layoutName: SheetLayoutName;
  dpi: number;
  /** Side of one module, and modules a side without the quiet zone. */
  module: number;
  modules: number;
  /** The QR with its quiet zone on the label. */
  qr: Box;
  labelText: LabelText;
  text: SheetText;
  cropMarks: boolean;
  /** Slots left empty on the first page. */
  skipped: number;
}

export type PlannedSheet =
  | { ok: true; plan: SheetPlan }
  | { ok: false; reason: 'qr-too-large' | 'text-too-long' | 'bad-start'; message: Bilingual };

/**
 * Smallest module in millimetres: GS1 General Specifications, symbol specification table for QR
 * Code with a GS1 Digital Link URI.
 */
export const SMALLEST_MODULE = 0.396;

/** Text narrower than this could not hold a group of the code. */
const NARROWEST_TEXT = 12;

export const DEFAULT_DPI = 300;

/** @param sample any stamp of the order: all its addresses are of one length. */
export function planSheet(sample: StampLabel, text: SheetText, options: SheetOptions): PlannedSheet {
  const layout = SHEET_LAYOUTS[options.layout];
  const { width, height } = layout.label;
  const dpi = options.dpi ?? DEFAULT_DPI;
  const startAt = options.startAt ?? 1;
  const perPage = labelsPerPage(layout);
  if (!Number.isInteger(startAt) || startAt < 1 || startAt > perPage) {
    return { ok: false, reason: 'bad-start', message: badStartMessage(startAt, perPage) };
  }

  const modules = qrSymbol(sample.url).size;
  const module = moduleSide(modules + 2 * QUIET_MODULES, dpi, layout.qrSide);
  const side = (modules + 2 * QUIET_MODULES) * module;
  const boxes = boxesOf(layout, side, 25.4 / dpi);
  if (!boxes) {
    return { ok: false, reason: 'qr-too-large', message: qrTooLargeMessage(side, width, height) };
  }
  const labelText = fitLabelText(layout, boxes.text, text, codeGroups(sample.code));
  if (!labelText) {
    const parts = [text.product];
    if (text.lot) parts.push(lotText(text.lot));
    if (text.useBy) parts.push(useByText(text.useBy));
    return { ok: false, reason: 'text-too-long', message: textTooLongMessage(parts) };
  }
  const plan: SheetPlan = {
    layout,
    layoutName: options.layout,
    dpi,
    module,
    modules,
    qr: boxes.qr,
    labelText,
    text,
    cropMarks: options.cropMarks ?? false,
    skipped: startAt - 1,
  };
  return { ok: true, plan };
}

/** The code as people read and type it: groups of five. */
export function codeGroups(code: string): string[] {
  return groupTyped(code).split('-');
}

/** The largest whole number of dots that keeps the symbol within `limit`, never below the least. */
function moduleSide(modules: number, dpi: number, limit: number): number {
  const dot = 25.4 / dpi;
  const least = Math.ceil(SMALLEST_MODULE / dot);
  return Math.max(least, Math.floor(limit / modules / dot)) * dot;
}

/**
 * Where QR and text stand on the label; null when there is no room for both. The text keeps half a
 * dot away from the quiet zone, because {@link symbolBox} may move the symbol by that.
 */
function boxesOf(layout: SheetLayout, side: number, dot: number): { qr: Box; text: Box } | null {
  const { width, height } = layout.label;
  const { margin, qrInset } = layout;
  const end = qrInset + side + dot / 2;
  if (layout.qr === 'left') {
    const qr = { x: qrInset, y: (height - side) / 2, width: side, height: side };
    const text = { x: end, y: margin, width: width - margin - end, height: height - 2 * margin };
    return qr.y < 0 || text.width < NARROWEST_TEXT ? null : { qr, text };
  }
  const qr = { x: (width - side) / 2, y: qrInset, width: side, height: side };
  const text = { x: margin, y: end, width: width - 2 * margin, height: height - margin - end };
  return qr.x < 0 || text.height <= 0 ? null : { qr, text };
}

/**
 * The symbol, without its quiet zone, in a slot of the page. Its corner lies on a dot of the
 * printer, so that every module does: half a dot at most from where it would stand.
 */
export function symbolBox(plan: SheetPlan, slot: number): Box {
  const label = labelBox(plan.layout, slot);
  const dot = 25.4 / plan.dpi;
  const quiet = QUIET_MODULES * plan.module;
  const onDot = (length: number) => Math.round(length / dot) * dot;
  const side = plan.modules * plan.module;
  return {
    x: onDot(label.x + plan.qr.x + quiet),
    y: onDot(label.y + plan.qr.y + quiet),
    width: side,
    height: side,
  };
}

/**
 * Where a code line of this width (em) starts on the label, in millimetres, and by which factor it
 * is narrowed to stay in its column.
 */
export function codePlace(width: number, line: CodeLine, plan: SheetPlan): { x: number; condense: number } {
  const { labelText } = plan;
  const natural = width * line.size * MM_PER_POINT;
  const condense = Math.min(1, labelText.width / natural);
  const slack = labelText.centred ? (labelText.width - natural * condense) / 2 : 0;
  return { x: labelText.x + slack, condense };
}
