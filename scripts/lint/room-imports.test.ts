import { readFile } from 'node:fs/promises';
import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import { roomImports } from './room-imports.js';
import { rooms } from './rooms.js';

const linter = new Linter({ cwd: '/repository' });

function problems(file: string, code: string): string[] {
  const config = {
    files: ['**/*.ts'],
    plugins: { ocop: { rules: { 'room-imports': roomImports } } },
    rules: { 'ocop/room-imports': 'error' as const },
  };
  return linter.verify(code, [config as never], `/repository/${file}`).map(({ message }) => message);
}

describe('what a room may import', () => {
  it('is refused where the table does not name it, by whatever way it is imported', () => {
    const told = ['src/rules may not import src/i18n/lang.ts'];
    for (const code of [
      "import '../i18n/lang.ts';",
      "export { x } from '../i18n/lang.ts';",
      "export * from '../i18n/lang.ts';",
      "import('../i18n/lang.ts');",
    ]) {
      expect(problems('src/rules/date.ts', code).map((one) => one.split('. ')[0])).toEqual(told);
    }
    expect(problems('src/rules/date.ts', "import '@ocop/contract/scan';")).toHaveLength(1);
  });

  it('is let through where it does, and for packages', () => {
    expect(problems('src/shop/cart/cart.ts', "import '@ocop/rules/money'; import 'zod';")).toEqual([]);
    expect(problems('src/shop/cart/cart.ts', "import '../checkout/place-order.ts';")).toEqual([]);
  });

  it('has no circle', () => {
    const reach = (room: string, way: string[]): void => {
      expect(way, `${[...way, room].join(' → ')} goes round`).not.toContain(room);
      for (const next of rooms[room] ?? []) if (next !== room && next !== 'src') reach(next, [...way, room]);
    };
    for (const room of Object.keys(rooms)) if (room !== 'src/layout/enhance.ts') reach(room, []);
  });

  it('stands in docs/architecture.md as it is', async () => {
    const text = await readFile('docs/architecture.md', 'utf8');
    const [, table = ''] = text.split('| Room | May import |\n|---|---|\n');
    const rows = table.split('\n\n', 1)[0]?.split('\n') ?? [];
    const told = rows.map((row) => [...row.matchAll(/`([^`]+)`/g)].map(([, name]) => name));
    expect(told).toEqual(Object.entries(rooms).map(([room, imports]) => [room, ...imports]));
  });

  it('names every room in the list of rooms of docs/architecture.md', async () => {
    const text = await readFile('docs/architecture.md', 'utf8');
    const [, table = ''] = text.split('| Room | What lives there |\n');
    const listed = [...(table.split('\n\n', 1)[0] ?? '').matchAll(/^\| `([^`]+)\/` \|/gm)].map(
      ([, name]) => name,
    );
    const folders = Object.keys(rooms).filter((room) => room !== 'src' && !room.endsWith('.ts'));
    expect(listed.filter((name) => name !== 'content').toSorted()).toEqual(folders.toSorted());
  });
});
