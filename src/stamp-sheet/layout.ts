/**
 * The papers stamps are printed on. All lengths are millimetres from the top left corner of the
 * page, all type sizes points.
 */
export const SHEET_LAYOUT_NAMES = ['a4-65', 'a4-24', 'roll-20x30', 'roll-25x35'] as const;
export type SheetLayoutName = (typeof SHEET_LAYOUT_NAMES)[number];

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Type sizes in points. */
export interface TypeSizes {
  name: number;
  detail: number;
  code: number;
  site: number;
}

export interface SheetLayout {
  page: { width: number; height: number };
  label: { width: number; height: number };
  columns: number;
  rows: number;
  /** Corner of the first label, and the way from one label to the next. */
  left: number;
  top: number;
  pitchX: number;
  pitchY: number;
  /** Where the QR stands; the text takes the rest. */
  qr: 'left' | 'top';
  /** From the label's edge to the quiet zone, which is white itself. */
  qrInset: number;
  /** The QR grows by whole dots a module up to this side, quiet zone included. */
  qrSide: number;
  /** Kept free of text at the label's edge, for paper that runs askew. */
  margin: number;
  /** Lines a product's name may take. */
  nameLines: number;
  /** Sizes the label looks best with; a long text makes them smaller. */
  type: TypeSizes;
}

const A4 = { width: 210, height: 297 };

export const SHEET_LAYOUTS: Record<SheetLayoutName, SheetLayout> = {
  /** Die of Avery L7651 and its many equals: 65 to the sheet, columns 2.5 mm apart. */
  'a4-65': {
    page: A4,
    label: { width: 38.1, height: 21.2 },
    columns: 5,
    rows: 13,
    left: 4.75,
    top: 10.7,
    pitchX: 40.6,
    pitchY: 21.2,
    qr: 'left',
    qrInset: 0.4,
    qrSide: 17.5,
    margin: 1.3,
    nameLines: 2,
    type: { name: 6.4, detail: 5.6, code: 6, site: 5 },
  },
  /**
   * Die of Avery L7159: 24 to the sheet, columns 2.5 mm apart. What is printed also stays inside
   * the labels of sheets with 3 × 8 of 64.6 × 33.8 mm and no gaps.
   */
  'a4-24': {
    page: A4,
    label: { width: 63.5, height: 33.9 },
    columns: 3,
    rows: 8,
    left: 7.25,
    top: 12.9,
    pitchX: 66,
    pitchY: 33.9,
    qr: 'left',
    qrInset: 1.5,
    qrSide: 25.5,
    margin: 2.5,
    nameLines: 3,
    type: { name: 10, detail: 8.4, code: 8.8, site: 7 },
  },
  /** Rolls for thermal printers: the page is the label. */
  'roll-20x30': {
    page: { width: 20, height: 30 },
    label: { width: 20, height: 30 },
    columns: 1,
    rows: 1,
    left: 0,
    top: 0,
    pitchX: 20,
    pitchY: 30,
    qr: 'top',
    qrInset: 0,
    qrSide: 17.5,
    margin: 0.9,
    nameLines: 2,
    type: { name: 5.6, detail: 5.2, code: 5.4, site: 5 },
  },
  'roll-25x35': {
    page: { width: 25, height: 35 },
    label: { width: 25, height: 35 },
    columns: 1,
    rows: 1,
    left: 0,
    top: 0,
    pitchX: 25,
    pitchY: 35,
    qr: 'top',
    qrInset: 0.3,
    qrSide: 19.5,
    margin: 1.2,
    nameLines: 2,
    type: { name: 6.4, detail: 5.6, code: 6, site: 5 },
  },
};

export function labelsPerPage(layout: SheetLayout): number {
  return layout.columns * layout.rows;
}

/** The label in a slot of the page, 0 the first, row by row. */
export function labelBox(layout: SheetLayout, slot: number): Box {
  const column = slot % layout.columns;
  const row = Math.floor(slot / layout.columns);
  return {
    x: layout.left + column * layout.pitchX,
    y: layout.top + row * layout.pitchY,
    width: layout.label.width,
    height: layout.label.height,
  };
}
