/**
 * Reads the files under content/ as they are: which kind, which name, which parsed data. No rules
 * here. Reads are synchronous on purpose: for tens of thousands of small files a promise each costs
 * about eight times the reading itself.
 */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ContentProblem } from './problems.ts';
import { photoOf } from './product-folder.ts';
import { readText } from './read-text.ts';
import { parseYaml } from './read-yaml.ts';
import type { ParsedYaml } from './read-yaml.ts';

/** Kinds kept one file a thing. Products have a folder each, so photos can lie beside the text. */
export const YAML_KINDS = [
  'producers',
  'decisions',
  'recognitions',
  'offers',
  'gift-boxes',
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
  'gift-boxes',
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

/** Reads everything below `contentDir`. Never throws for a bad file: it becomes a problem. */
export function readContent(contentDir: string, samples: boolean): RawContent {
  const content: RawContent = { files: [], pages: [], problems: [] };
  const top = entries(contentDir);
  if (top === null) {
    content.problems.push({
      file: '.',
      field: '',
      message: `there is no folder ${contentDir}; create it or set CONTENT_DIR to the folder of the record`,
    });
    return content;
  }
  readKinds(contentDir, '', top, content);
  if (samples && top.some((entry) => entry.kind === 'folder' && entry.name === 'samples')) {
    const below = entries(join(contentDir, 'samples')) ?? [];
    readKinds(contentDir, 'samples/', below, content);
  }
  return content;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What lies in a folder; a link counts as what it leads to, and leads to nothing where that is gone. */
export interface Entry {
  name: string;
  kind: 'file' | 'folder' | 'nothing';
}

/** Left behind by the windows of file managers; names with a dot in front are passed over as well. */
const NOT_OURS = new Set(['Thumbs.db', 'desktop.ini']);

function entries(dir: string): Entry[] | null {
  try {
    return readdirSync(dir, { withFileTypes: true })
      .filter(({ name }) => !name.startsWith('.') && !NOT_OURS.has(name))
      .map((entry): Entry => {
        if (entry.isDirectory()) return { name: entry.name, kind: 'folder' };
        if (entry.isFile()) return { name: entry.name, kind: 'file' };
        const target = statSync(join(dir, entry.name), { throwIfNoEntry: false });
        const kind = target?.isDirectory() ? 'folder' : target?.isFile() ? 'file' : 'nothing';
        return { name: entry.name, kind };
      })
      .sort((a, b) => compare(a.name, b.name));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Files that may lie beside the folders: the slugs, and what explains the record to people. */
const BESIDE = /^slugs\.yaml$|\.md$|^(?:LICENSE|NOTICE)/;

const DANGLING = 'this link leads to nothing; take it out or put back what it led to';

function readKinds(
  root: string,
  prefix: '' | 'samples/',
  found: readonly Entry[],
  content: RawContent,
): void {
  const sample = prefix === 'samples/';
  for (const entry of found) {
    if (!sample && entry.kind === 'folder' && entry.name === 'samples') continue;
    const folder = `${prefix}${entry.name}`;
    if (entry.kind !== 'folder') {
      if (entry.kind === 'file' && BESIDE.test(entry.name)) continue;
      const message =
        entry.kind === 'nothing'
          ? DANGLING
          : 'nothing reads a file here; move it into the folder of its kind, or take it out';
      content.problems.push({ file: folder, field: '', message });
      continue;
    }
    const allowed = sample
      ? SAMPLE_KINDS.includes(entry.name)
      : entry.name === 'products' || entry.name === 'pages' || isYamlKind(entry.name);
    if (!allowed) {
      content.problems.push({ file: folder, field: '', message: folderHint(sample, entry.name) });
    } else if (entry.name === 'products') {
      readProducts(root, folder, sample, content);
    } else if (entry.name === 'pages') {
      readPages(root, folder, content);
    } else if (isYamlKind(entry.name)) {
      readYamlFolder(root, folder, entry.name, sample, content);
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

function readProducts(root: string, folder: string, sample: boolean, content: RawContent): void {
  const folders = entries(join(root, folder)) ?? [];
  for (const entry of folders) {
    const inside = entry.kind === 'folder' ? entries(join(root, folder, entry.name)) : null;
    if (!inside?.some((file) => file.name === 'product.yaml')) {
      content.problems.push({
        file: `${folder}/${entry.name}`,
        field: '',
        message:
          entry.kind === 'nothing'
            ? DANGLING
            : 'a product is a folder with a file product.yaml in it; add that file or take this out',
      });
      continue;
    }
    readYamlFile(root, `${folder}/${entry.name}/product.yaml`, content, {
      kind: 'products',
      name: entry.name,
      photo: photoOf(root, `${folder}/${entry.name}`, inside, content.problems),
      sample,
    });
  }
}

function readYamlFolder(
  root: string,
  folder: string,
  kind: YamlKind,
  sample: boolean,
  content: RawContent,
): void {
  const files = entries(join(root, folder)) ?? [];
  for (const entry of files) {
    const file = `${folder}/${entry.name}`;
    if (entry.kind !== 'file' || !entry.name.endsWith('.yaml')) {
      const message =
        entry.kind === 'nothing'
          ? DANGLING
          : 'only files ending in .yaml belong here; rename it or take it out';
      content.problems.push({ file, field: '', message });
      continue;
    }
    const name = entry.name.slice(0, -'.yaml'.length);
    readYamlFile(root, file, content, { kind, name, photo: null, sample });
  }
}

function readYamlFile(
  root: string,
  file: string,
  content: RawContent,
  about: Pick<RawFile, 'kind' | 'name' | 'photo' | 'sample'>,
): void {
  const read = readText(join(root, file));
  const parsed = read.ok ? parseYaml(read.text) : read;
  if (parsed.ok) content.files.push({ ...about, file, data: parsed.data });
  else content.problems.push({ file, field: '', message: parsed.message });
}

function readPages(root: string, folder: string, content: RawContent): void {
  const files = entries(join(root, folder)) ?? [];
  for (const entry of files) {
    const file = `${folder}/${entry.name}`;
    const name = /^([a-z0-9-]+)\.(vi|en)\.md$/.exec(entry.name);
    if (name === null) {
      const message = 'a page is two files, NAME.vi.md and NAME.en.md; rename this one';
      content.problems.push({ file, field: '', message });
      continue;
    }
    const read = readText(join(root, file));
    if (!read.ok) {
      content.problems.push({ file, field: '', message: read.message });
      continue;
    }
    const text = read.text.replaceAll('\r\n', '\n');
    const parts = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text);
    const head: ParsedYaml =
      parts === null
        ? { ok: false, message: 'write "---", "title: …" and "---" above the text of the page' }
        : parseYaml(parts[1] ?? '');
    if (!head.ok) {
      content.problems.push({ file, field: '', message: head.message });
      continue;
    }
    content.pages.push({
      file,
      slug: name[1] ?? '',
      lang: name[2] === 'en' ? 'en' : 'vi',
      head: head.data,
      body: (parts?.[2] ?? '').trim(),
    });
  }
}
