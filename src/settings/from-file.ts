import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Pair, type Scalar } from 'yaml';
import type { Given, Problem, Reading } from './given.ts';
import { didYouMean } from './nearest.ts';
import type { Setting } from './setting.ts';
import { table } from './table.ts';
import { splitWords } from './words.ts';

const name = join('.github', 'retune.yml');

/** Reads the nearest `.github/retune.yml`, from the directory upwards but not out of its repository. */
export function readSettingsFile(directory: string): Reading {
  for (let folder = directory; ; folder = dirname(folder)) {
    const file = join(folder, name);
    if (existsSync(file)) return settingsIn(readFileSync(file, 'utf8'), relative(directory, file), folder);
    if (existsSync(join(folder, '.git')) || dirname(folder) === folder) return { given: [], problems: [] };
  }
}

/** Reads the text of a settings file; relative paths in it start from `base`, the repository's root. */
export function settingsIn(text: string, file: string, base: string): Reading {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const problemAt = (offset: number | undefined, sentence: string): Problem => {
    const line = lines.linePos(offset ?? 0).line;
    return { sentence: `${file}:${line}: ${sentence}`, place: { file, line } };
  };
  if (document.errors.length > 0) {
    return { given: [], problems: document.errors.map((error) => problemAt(error.pos[0], firstLine(error.message))) };
  }
  if (document.contents === null) return { given: [], problems: [] };
  if (!isMap(document.contents)) {
    const sentence = 'expected settings as "name: value", one a line';
    return { given: [], problems: [problemAt(document.contents.range[0], sentence)] };
  }
  const read = document.contents.items.map((pair): Given | Problem => {
    const key = String(pair.key);
    const offset = pair.key.range[0];
    const setting = table.find((known) => known.file && known.name === key);
    if (setting === undefined) return problemAt(offset, unknownKey(key));
    const texts = textsOf(setting, pair);
    if (typeof texts === 'string') return problemAt(offset, `${key}: ${texts}`);
    const line = lines.linePos(offset).line;
    return { name: key, texts, origin: 'file', where: `${file}:${line}: ${key}`, base, place: { file, line } };
  });
  return {
    given: read.filter((item) => 'texts' in item),
    problems: read.filter((item) => 'sentence' in item),
  };
}

/** The key's texts, or what is wrong with their type. */
function textsOf(setting: Setting, { value }: Pair): readonly string[] | string {
  if (isSeq(value)) {
    if (setting.shape !== 'list') return 'expected one value, got a list';
    const items = value.items.map((item) => (isScalar(item) ? written(item) : null));
    return items.some((item) => item === null)
      ? 'expected a list of plain values'
      : items.filter((item) => item !== null);
  }
  if (!isScalar(value)) return value === null ? 'has no value' : 'expected a plain value, got a section';
  const text = written(value);
  if (text === null) return 'has no value';
  return setting.flag === 'rest' ? splitWords(text) : [text];
}

/** As it stands in the file: `007` and `1e-3` must not be turned into numbers and back. */
function written({ value, source }: Scalar): string | null {
  if (typeof value === 'string') return value;
  return value === null ? null : (source ?? '').toLowerCase();
}

function unknownKey(key: string): string {
  const setting = table.find((known) => known.name === key);
  if (setting !== undefined) return `${key} cannot be set in a file; use the flag --${key}`;
  const names = table.filter(({ file }) => file).map((known) => known.name);
  return `unknown setting "${key}"${didYouMean(key, names)}`;
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? message;
}
