/** The few shapes every drawing is made of. Coordinates lie on a 200 × 200 sheet. */

/** Colours of the goods, the same in light and dark: a pot does not change with the theme. */
export const ink = {
  clay: '#c98f57',
  clayDark: '#a56a37',
  clayLight: '#e0b27f',
  glaze: '#6b3a16',
  glazeDark: '#43220c',
  glazeLight: '#9a5d2c',
  cream: '#fbf1dd',
  paper: '#f0dcb6',
  leaf: '#7f9a3a',
  leafDark: '#55702a',
  leafLight: '#b5c86d',
  lotus: '#d9728f',
  lotusLight: '#f3c3ca',
  lotusDark: '#a83a62',
  honey: '#e09a2f',
  honeyDark: '#b46c16',
  honeyLight: '#f4c66d',
  red: '#b8402c',
  redDark: '#8c2b1d',
  straw: '#d9b66c',
  strawDark: '#b18a42',
  water: '#8fbab6',
  waterDark: '#4b8280',
  waterLight: '#c9e0db',
  glass: '#e4eee8',
  dark: '#3a2314',
  white: '#fffdf7',
} as const;

/** A filled outline. */
export function path(fill: string, d: string): string {
  return `<path fill="${fill}" d="${d}"/>`;
}

/** A line with round ends. */
export function line(stroke: string, width: number, d: string): string {
  return `<path fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" d="${d}"/>`;
}

/** A round thing. */
export function circle(fill: string, cx: number, cy: number, r: number): string {
  return `<circle fill="${fill}" cx="${cx}" cy="${cy}" r="${r}"/>`;
}

/** A flattened round thing; `turn` in degrees. */
export function ellipse(fill: string, cx: number, cy: number, rx: number, ry: number, turn = 0): string {
  const turned = turn === 0 ? '' : ` transform="rotate(${turn} ${cx} ${cy})"`;
  return `<ellipse fill="${fill}" cx="${cx}" cy="${cy}" rx="${rx}" ry="${ry}"${turned}/>`;
}

/** A box, its corners rounded by `r`. */
export function box(fill: string, x: number, y: number, w: number, h: number, r = 0): string {
  return `<rect fill="${fill}" x="${x}" y="${y}" width="${w}" height="${h}"${r ? ` rx="${r}"` : ''}/>`;
}

/** The shadow a thing throws on the table it stands on. */
export function shadow(cx: number, rx: number, y = 167): string {
  return `<ellipse fill="#2e1a0c" fill-opacity=".16" cx="${cx}" cy="${y}" rx="${rx}" ry="6"/>`;
}

/** A leaf from its stem (x, y), `length` long, turned by degrees. */
export function leaf(fill: string, x: number, y: number, length: number, turn: number): string {
  const w = Math.round(length * 0.28);
  const d = `M0 0C${-w} ${-length * 0.35} ${-w} ${-length * 0.7} 0 ${-length}C${w} ${-length * 0.7} ${w} ${-length * 0.35} 0 0`;
  return `<path fill="${fill}" transform="translate(${x} ${y})rotate(${turn})" d="${d.replace(/(\.\d)\d+/g, '$1')}"/>`;
}

/** The same part repeated in a ring around (x, y). */
export function ring(count: number, x: number, y: number, part: string, start = 0): string {
  const turns = Array.from({ length: count }, (_, i) => Math.round(start + (360 / count) * i));
  return turns.map((turn) => `<g transform="rotate(${turn} ${x} ${y})">${part}</g>`).join('');
}
