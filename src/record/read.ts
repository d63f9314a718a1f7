/** Reads the files under content/ as they are: which kind, which name, which parsed data. No rules here. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import type { ContentProblem } from './problems.ts';

/** Kinds kept one file a thing. Products have a folder each, so photos can lie beside the text. */
export const YAML_KINDS = [
  'producers',
  'decisions',
  'recognitions',
  'offers',
  'lots',
  'points-of-sale',
  'fairs',
  'news',
] as const;

export type YamlKind = (typeof YAML_KINDS)[number] | 'products';

/** What may lie below samples/: never a decision or a recognition, for those would be invented stars. */
const SAMPLE_KINDS: readonly string[] = [
  'products',
  'producers',
  'offers',
  'lots',
  'points-of-sale',
  'fairs',
];

export interface RawFile {
  kind: YamlKind;
  /** Path from the content folder, with forward slashes. */
  file: string;
  /** File name without its ending; for a product the name of its folder. */
  name: string;
  data: unknown;
  photo: string | null;
  sample: boolean;
}

export interface RawPage {
  file: string;
  slug: string;
  lang: 'vi' | 'en';
  head: unknown;
  body: string;
}

export interface RawContent {
  files: RawFile[];
  pages: RawPage[];
  problems: ContentProblem[];
}

/** Open files at a time: enough to keep the disk busy, far below any limit on handles. */
const PARALLEL = 64;
const PHOTO = /^photo\.(?:jpe?g|png|webp|avif)$/;

/** Reads everything below `contentDir`. Never throws for a bad file: it becomes a problem. */
export async function readContent(contentDir: string, samples: boolean): Promise<RawContent> {
  const content: RawContent = { files: [], pages: [], problems: [] };
  const top = await entries(contentDir);
  if (top === null) {
    content.problems.push({
      file: '.',
      field: '',
      message: `there is no folder ${contentDir}; create it or set CONTENT_DIR to the folder of the record`,
    });
    return content;
  }
  await readKinds(contentDir, '', top, content);
  if (samples && top.some((entry) => entry.isDirectory() && entry.name === 'samples')) {
    const below = (await entries(join(contentDir, 'samples'))) ?? [];
    await readKinds(contentDir, 'samples/', below, content);
  }
  // Files arrive in the order the disk gave them; of two that clash, always the same one is told.
  content.files.sort((a, b) => Number(a.sample) - Number(b.sample) || compare(a.file, b.file));
  content.pages.sort((a, b) => compare(a.file, b.file));
  return content;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

type Entry = { name: string; isDirectory(): boolean; isFile(): boolean };

async function entries(dir: string): Promise<Entry[] | null> {
  try {
    const found = await readdir(dir, { withFileTypes: true });
    return found
      .filter((entry) => !entry.name.startsWith('.'))
      .sort((a, b) => compare(a.name, b.name));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

async function readKinds(
  root: string,
  prefix: '' | 'samples/',
  found: readonly Entry[],
  content: RawContent,
): Promise<void> {
  const sample = prefix === 'samples/';
  for (const entry of found) {
    if (!entry.isDirectory() || (!sample && entry.name === 'samples')) continue;
    const folder = `${prefix}${entry.name}`;
    const allowed = sample
      ? SAMPLE_KINDS.includes(entry.name)
      : entry.name === 'products' || entry.name === 'pages' || isYamlKind(entry.name);
    if (!allowed) {
      content.problems.push({ file: folder, field: '', message: folderHint(sample, entry.name) });
    } else if (entry.name === 'products') {
      await readProducts(root, folder, sample, content);
    } else if (entry.name === 'pages') {
      await readPages(root, folder, content);
    } else if (isYamlKind(entry.name)) {
      await readYamlFolder(root, folder, entry.name, sample, content);
    }
  }
}

function isYamlKind(name: string): name is (typeof YAML_KINDS)[number] {
  return (YAML_KINDS as readonly string[]).includes(name);
}

function folderHint(sample: boolean, name: string): string {
  if (sample && (name === 'decisions' || name === 'recognitions')) {
    return `${name} are never samples: an invented one would be a false star; take the folder out`;
  }
  const known = sample ? SAMPLE_KINDS : [...YAML_KINDS, 'pages', 'products', 'samples'];
  return `this folder is not one of the record's; use ${[...known].sort().join(', ')}`;
}

async function readProducts(
  root: string,
  folder: string,
  sample: boolean,
  content: RawContent,
): Promise<void> {
  const folders = (await entries(join(root, folder))) ?? [];
  await inParallel(folders, async (entry) => {
    const inside = entry.isDirectory() ? await entries(join(root, folder, entry.name)) : null;
    if (!inside?.some((file) => file.name === 'product.yaml')) {
      content.problems.push({
        file: `${folder}/${entry.name}`,
        field: '',
        message: 'a product is a folder with a file product.yaml in it; add that file or take this out',
      });
      return;
    }
    const photo = inside.find((file) => PHOTO.test(file.name));
    await readYamlFile(root, `${folder}/${entry.name}/product.yaml`, content, {
      kind: 'products',
      name: entry.name,
      photo: photo === undefined ? null : join(root, folder, entry.name, photo.name),
      sample,
    });
  });
}

async function readYamlFolder(
  root: string,
  folder: string,
  kind: YamlKind,
  sample: boolean,
  content: RawContent,
): Promise<void> {
  const files = (await entries(join(root, folder))) ?? [];
  await inParallel(files, async (entry) => {
    const file = `${folder}/${entry.name}`;
    if (!entry.isFile() || !entry.name.endsWith('.yaml')) {
      content.problems.push({
        file,
        field: '',
        message: 'only files ending in .yaml belong here; rename it or take it out',
      });
      return;
    }
    const name = entry.name.slice(0, -'.yaml'.length);
    await readYamlFile(root, file, content, { kind, name, photo: null, sample });
  });
}

async function readYamlFile(
  root: string,
  file: string,
  content: RawContent,
  about: Pick<RawFile, 'kind' | 'name' | 'photo' | 'sample'>,
): Promise<void> {
  const parsed = parse(await readFile(join(root, file), 'utf8'));
  if (parsed.ok) content.files.push({ ...about, file, data: parsed.data });
  else content.problems.push({ file, field: '', message: parsed.message });
}

type Parsed = { ok: true; data: unknown } | { ok: false; message: string };

function parse(text: string): Parsed {
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error === undefined) return { ok: true, data: document.toJS() as unknown };
  const at = error.linePos?.[0];
  const where = at === undefined ? '' : ` at line ${at.line}, column ${at.col}`;
  const what = error.message.split(/ at line |\n/)[0] ?? '';
  return {
    ok: false,
    message: `the YAML cannot be read${where} (${what}); put a text with ": " or "#" in it in quotes and check the indents`,
  };
}

async function readPages(root: string, folder: string, content: RawContent): Promise<void> {
  const files = (await entries(join(root, folder))) ?? [];
  await inParallel(files, async (entry) => {
    const file = `${folder}/${entry.name}`;
    const name = /^([a-z0-9-]+)\.(vi|en)\.md$/.exec(entry.name);
    if (name === null) {
      const message = 'a page is two files, NAME.vi.md and NAME.en.md; rename this one';
      content.problems.push({ file, field: '', message });
      return;
    }
    const text = (await readFile(join(root, file), 'utf8')).replaceAll('\r\n', '\n');
    const parts = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text);
    const head: Parsed =
      parts === null
        ? { ok: false, message: 'write "---", "title: …" and "---" above the text of the page' }
        : parse(parts[1] ?? '');
    if (!head.ok) {
      content.problems.push({ file, field: '', message: head.message });
      return;
    }
    content.pages.push({
      file,
      slug: name[1] ?? '',
      lang: name[2] === 'en' ? 'en' : 'vi',
      head: head.data,
      body: (parts?.[2] ?? '').trim(),
    });
  });
}

/** Runs `work` over the items, at most PARALLEL at a time; a thrown error stops the whole. */
export async function inParallel<T>(
  items: readonly T[],
  work: (item: T) => Promise<void>,
): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let item = items[next++]; item !== undefined; item = items[next++]) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(PARALLEL, items.length) }, lane));
}
