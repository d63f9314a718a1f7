import path from 'node:path';
import { rooms, sharedByTests } from './rooms.js';

/** Packages of this repository, by the folder they live in. */
const packages = {
  '@ocop/rules': 'src/rules',
  '@ocop/contract': 'src/contract',
  '@ocop/stamp-sheet': 'src/stamp-sheet',
};

const within = (file, folder) => file === folder || file.startsWith(`${folder}/`);

/** The room a file of the repository belongs to, or null for one at the top level. */
function roomOf(file) {
  const found = Object.keys(rooms).filter((room) => within(file, room));
  return found.toSorted((a, b) => b.length - a.length)[0] ?? null;
}

/** The repository path an import names, or null for a package from npm. */
function targetOf(source, file) {
  const own = Object.entries(packages).find(([name]) => within(source, name));
  if (own) return own[1] + source.slice(own[0].length);
  return source.startsWith('.') ? path.posix.join(path.posix.dirname(file), source) : null;
}

const isTest = (file) => /\.(test|spec)\.ts$|\/(testing|fixtures)\//.test(file);

/** ESLint rule: a room imports only the rooms that {@link rooms} allows it. */
export const roomImports = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      closed:
        '{{room}} may not import {{target}}. What each room may import stands in scripts/lint/rooms.js.',
    },
  },
  create(context) {
    const file = path.relative(context.cwd, context.filename).split(path.sep).join('/');
    const room = roomOf(file);
    if (room === null) return {};
    const check = (node) => {
      const source = node.source?.value;
      const target = typeof source === 'string' ? targetOf(source, file) : null;
      if (target === null) return;
      const allowed = [room, ...rooms[room], ...(isTest(file) ? sharedByTests : [])];
      // A special file inside a room is closed to others, the room's own files excepted.
      if (!allowed.some((one) => within(target, one))) {
        context.report({ node, messageId: 'closed', data: { room, target } });
      }
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
    };
  },
};
