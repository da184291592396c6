// Whether the runtime reads back what the source says, for every place that the finder finds in the corpus:
//
//     npm run benchmark:witnesses [-- FILTER]
//
// Each script runs twice: as it is, and with all its values changed a little. A value that was told and is not the one
// in the source (as `arrived` compares them) is a wrong witness. A place that no run reached tells nothing.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findHyperparameters } from '../../src/hyperparameters/find.ts';
import type { Hyperparameter } from '../../src/hyperparameters/hyperparameter.ts';
import { arrived } from '../../src/hyperparameters/read-back.ts';
import { rewrite } from '../../src/hyperparameters/rewrite.ts';
import type { Point, Value } from '../../src/search/space.ts';
import type { Watch } from '../../src/study/order.ts';
import { attempt, corpus, pythonFor } from './attempt.ts';

interface Tally {
  readonly object: number;
  readonly executed: number;
  readonly unseen: readonly string[];
  readonly wrong: readonly string[];
}

async function measure(name: string, python: string): Promise<{ before: Tally; after: Tally }> {
  const file = {
    path: name.endsWith('.ipynb') ? 'train.ipynb' : 'train.py',
    text: readFileSync(join(corpus, name), 'utf8'),
  };
  const { found } = await findHyperparameters([file], { script: file.path });
  const point = Object.fromEntries(found.filter(({ form }) => form !== 'layer').map((each) => [each.id, moved(each)]));
  return { before: await tally(python, file, found, {}), after: await tally(python, file, found, point) };
}

async function tally(
  python: string,
  file: { path: string; text: string },
  found: readonly Hyperparameter[],
  point: Point,
): Promise<Tally> {
  const { files, places, values } = await rewrite([file], found, point);
  const watch: Watch[] = [...places].map(([id, place]) => ({ id, ...place }));
  const folder = mkdtempSync(join(tmpdir(), 'witness-'));
  try {
    const messages = attempt(python, folder, file.path, (files[0] ?? file).text, watch);
    const received = messages.filter((message) => message.kind === 'received');
    const judged = found.map((each) => {
      const seen = received.findLast(({ id }) => id === each.id);
      const verdict = seen === undefined ? null : arrived(each, values[each.id] ?? each.value, seen);
      return { name: each.name, seen, verdict };
    });
    const count = (witness: string): number => judged.filter(({ seen }) => seen?.witness === witness).length;
    return {
      object: count('object'),
      executed: count('executed'),
      unseen: judged.filter(({ seen }) => seen === undefined).map((one) => one.name),
      wrong: judged.flatMap(({ verdict }) => (typeof verdict === 'string' ? [verdict] : [])),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Another value near the author's own, so that the script still runs. */
function moved({ dimension }: Hyperparameter): Value {
  if (dimension.kind === 'choice')
    return dimension.choices.find((choice) => choice !== dimension.start) ?? dimension.start;
  const { start, low, high } = dimension;
  if (dimension.kind === 'integer') return start + 1 <= high ? start + 1 : Math.max(low, start - 1);
  const more = Number((start * 1.25).toPrecision(3));
  return more <= high && more !== start ? more : Number(((low + start) / 2).toPrecision(3));
}

const [filter = ''] = process.argv.slice(2);
let [told, wrong, scripts] = [0, 0, 0];
for (const name of readdirSync(corpus).filter((each) => each.includes(filter))) {
  const python = pythonFor(name);
  if (python === undefined) {
    console.log(`${name}: no environment for it`);
    continue;
  }
  scripts += 1;
  for (const [run, { object, executed, unseen, wrong: problems }] of Object.entries(await measure(name, python))) {
    told += object + executed;
    wrong += problems.length;
    const rest = unseen.length === 0 ? '' : `, unseen: ${unseen.join(' ')}`;
    console.log(`${name.padEnd(32)} ${run.padEnd(6)} object ${object}, executed ${executed}${rest}`);
    for (const problem of problems) console.log(`     WRONG ${problem}`);
  }
}
console.log(`\n${scripts} scripts, ${told} values told, ${wrong} wrong`);
process.exitCode = wrong === 0 ? 0 : 1;
