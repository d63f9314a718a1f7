/**
 * Reads the files under content/ as they are: which kind, which name, which parsed data. No rules
 * here. Reads are synchronous on purpose: for tens of thousands of small files a promise each costs
 * about eight times the reading itself.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ContentProblem } from './problems.ts';
import { parseYaml } from './read-yaml.ts';
import type { ParsedYaml } from './read-yaml.ts';

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

const PHOTO = /^photo\.(?:jpe?g|png|webp|avif)$/;

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
  if (samples && top.some((entry) => entry.isDirectory() && entry.name === 'samples')) {
    const below = entries(join(contentDir, 'samples')) ?? [];
    readKinds(contentDir, 'samples/', below, content);
  }
  return content;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

type Entry = { name: string; isDirectory(): boolean; isFile(): boolean };

function entries(dir: string): Entry[] | null {
  try {
    const found = readdirSync(dir, { withFileTypes: true });
    return found.filter((entry) => !entry.name.startsWith('.')).sort((a, b) => compare(a.name, b.name));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

function readKinds(
  root: string,
  prefix: '' | 'samples/',
  found: readonly Entry[],
  content: RawContent,
): void {
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
    const inside = entry.isDirectory() ? entries(join(root, folder, entry.name)) : null;
    if (!inside?.some((file) => file.name === 'product.yaml')) {
      content.problems.push({
        file: `${folder}/${entry.name}`,
        field: '',
        message: 'a product is a folder with a file product.yaml in it; add that file or take this out',
      });
      continue;
    }
    const photo = inside.find((file) => PHOTO.test(file.name));
    readYamlFile(root, `${folder}/${entry.name}/product.yaml`, content, {
      kind: 'products',
      name: entry.name,
      photo: photo === undefined ? null : join(root, folder, entry.name, photo.name),
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
    if (!entry.isFile() || !entry.name.endsWith('.yaml')) {
      content.problems.push({
        file,
        field: '',
        message: 'only files ending in .yaml belong here; rename it or take it out',
      });
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
  const parsed = parseYaml(readFileSync(join(root, file), 'utf8'));
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
    const text = readFileSync(join(root, file), 'utf8').replaceAll('\r\n', '\n');
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
