// Random edits over real files:
//
//     node --import ./src/machine/fixtures/run-typescript.mjs benchmarks/reading/random-edits.ts FOLDER [100000]
//
// Every edit is written, proven, taken back, and the bytes between the edits are compared: a silent miss is an edit
// that leaves the text as it was, or a value that reads back as another. Python's own `ast` is the second witness of each.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { findHyperparameters } from '../../src/hyperparameters/find.ts';
import type { Hyperparameter } from '../../src/hyperparameters/hyperparameter.ts';
import { rewrite, undone } from '../../src/hyperparameters/rewrite.ts';
import type { Edits } from '../../src/python/edits.ts';
import { readLiteral } from '../../src/python/literals.ts';
import { pythonIn } from '../../src/python/python-text.ts';
import type { Value } from '../../src/search/space.ts';

const [folder = '.', wanted = '100000'] = process.argv.slice(2);
const count = {
  edits: 0,
  files: 0,
  places: 0,
  missed: 0,
  elsewhere: 0,
  refused: 0,
  notTakenBack: 0,
  denied: 0,
  unwitnessed: 0,
};

let state = 20261124;
function random(): number {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}

function randomValue({ dimension }: Hyperparameter): Value {
  if (dimension.kind === 'choice') return dimension.choices[Math.floor(random() * dimension.choices.length)] ?? null;
  const raw = dimension.low + random() * (dimension.high - dimension.low);
  return dimension.kind === 'integer' ? Math.round(raw) : Number(raw.toPrecision(3));
}

/** Everything outside the edits is the author's, character by character. */
function untouched(before: string, after: string, edits: Edits): boolean {
  let old = 0;
  let now = 0;
  for (const { span, text } of edits) {
    const length = span.start - old;
    if (before.slice(old, span.start) !== after.slice(now, now + length)) return false;
    old = span.end;
    now += length + text.length;
  }
  return before.slice(old) === after.slice(now);
}

const python = spawn('python3', [join(import.meta.dirname, 'second_witness.py')], {
  stdio: ['pipe', 'pipe', 'inherit'],
});
const answers = createInterface({ input: python.stdout })[Symbol.asyncIterator]();

interface Doubtful {
  readonly before: string;
  readonly after: string;
  /** Only literals were changed. */
  readonly literal: boolean;
  /** The first and last line of each edit, in the text before it. */
  readonly lines: readonly (readonly [number, number])[];
}

/** What Python says of an edit: `ok`, `unreadable` where it cannot read the author's text, or what is wrong. */
async function witnessed(edit: Doubtful): Promise<string> {
  python.stdin.write(`${JSON.stringify(edit)}\n`);
  return String((await answers.next()).value);
}

const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => /\.(py|ipynb)$/.test(path));
const known: { file: { path: string; text: string }; found: readonly Hyperparameter[] }[] = [];
for (const path of files) {
  const file = { path, text: readFileSync(join(folder, path), 'utf8') };
  const { found } = await findHyperparameters([file], { script: path }).catch(() => ({ found: [] }));
  if (found.length > 0) known.push({ file, found });
}
count.files = known.length;
count.places = known.reduce((sum, { found }) => sum + found.length, 0);

let told = 0;
while (known.length > 0 && count.edits < Number(wanted)) {
  if (count.edits - told >= 5000) {
    told = count.edits;
    process.stderr.write(`${JSON.stringify(count)}\n`);
  }
  const one = known[Math.floor(random() * known.length)];
  if (one === undefined) break;
  const { file, found } = one;
  const chosen = found.filter(() => random() < Math.min(1, 4 / found.length));
  const point = Object.fromEntries(chosen.map((each) => [each.id, randomValue(each)]));
  try {
    const done = await rewrite([file], found, point);
    const edits = done.edits.get(file.path) ?? [];
    const [edited = file] = done.files;
    const moved = found.filter(({ id, value }) => !Object.is(done.values[id], value));
    count.edits += Math.max(edits.length, 1);
    if (moved.length > 0 && edited.text === file.text) count.missed += 1;
    if (!untouched(pythonIn(file).text, pythonIn(edited).text, edits)) count.elsewhere += 1;
    if (!untouched(file.text, edited.text, pythonIn(file).inFile(edits))) count.elsewhere += 1;
    if (undone(file, edited, edits) !== file.text) count.notTakenBack += 1;
    const before = pythonIn(file).text;
    const said = await witnessed({
      before,
      after: pythonIn(edited).text,
      literal: moved.every(({ writing }) => writing.kind === 'literal'),
      lines: edits.map(({ span }) => [
        before.slice(0, span.start).split('\n').length,
        before.slice(0, span.end).split('\n').length,
      ]),
    });
    if (said === 'unreadable') count.unwitnessed += 1;
    else if (said !== 'ok') {
      count.denied += 1;
      if (count.denied <= 10) console.log(`${file.path}: ${said} ${JSON.stringify(point)}`);
    }
    for (const { id, writing, text } of moved) {
      const place = done.places.get(id);
      // A word that became code is no literal any more.
      if (writing.kind !== 'literal' || place === undefined || place.arrival?.attribute.startsWith('=') === true)
        continue;
      const { text: python, positions } = pythonIn(edited);
      const written = python.slice(positions.offsetAt(place.place.start), positions.offsetAt(place.place.end));
      if (!Object.is(readLiteral(written)?.value, done.values[id]) && text !== written) count.missed += 1;
    }
  } catch (error) {
    count.refused += 1;
    if (count.refused <= 5) console.log(`${file.path}: ${String(error)} ${JSON.stringify(point)}`);
  }
}
python.stdin.end();
console.log(count);
