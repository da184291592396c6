// `node benchmarks/detect.mjs`: what `detect` takes, process start included, in starts of an empty Node process.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cli, hold, median, nodeStart, printTable, root, timed } from './measure.mjs';

const goal = 12;
const notebookGoal = 36;
const rounds = 7;
const folder = mkdtempSync(join(tmpdir(), 'retune-detect-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

/** A notebook of 5,000 lines of code in 250 cells, a model in every third. */
function largeNotebook() {
  const line = (n) =>
    n % 3 === 0
      ? `m${n} = SVC(C=${1 + (n % 9)}).fit(X, y)\n`
      : `x${n} = compute(y${n}, alpha=${n})[${n % 7}] + x${n - 1}\n`;
  const cells = Array.from({ length: 250 }, (_, cell) => ({
    cell_type: 'code',
    metadata: {},
    outputs: [],
    source: [
      ...(cell === 0 ? ['from sklearn.svm import SVC\n'] : []),
      ...Array.from({ length: 20 }, (_, index) => line(20 * cell + index)),
      "print('accuracy', m0.score(A, b))",
    ],
  }));
  const path = join(folder, 'large.ipynb');
  writeFileSync(path, JSON.stringify({ cells, metadata: { kernelspec: { language: 'python' } }, nbformat: 4 }));
  return path;
}
/** The training script of every example, a notebook too. */
const scripts = readdirSync(`${root}examples`, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) =>
    readdirSync(`${root}examples/${name}`)
      .filter((file) => /^train\.(py|ipynb)$/.test(file))
      .map((file) => `examples/${name}/${file}`),
  );

await hold(() => {
  const all = [...scripts.map((script) => ({ script, most: goal })), { script: largeNotebook(), most: notebookGoal }];
  const results = all.map(({ script, most }) => {
    const pairs = Array.from({ length: rounds }, () => ({
      empty: nodeStart(),
      detect: timed([cli, 'detect', '--json', script]),
    }));
    return {
      script: script.startsWith(folder) ? 'a notebook of 5,000 lines' : script,
      most,
      seconds: median(pairs.map(({ detect }) => detect)),
      ratio: median(pairs.map(({ detect, empty }) => detect / empty)),
    };
  });
  printTable(
    ['script', '`detect`, s', 'in starts of an empty Node process', 'goal'],
    results.map(({ script, most, seconds, ratio }) => [script, seconds.toFixed(3), ratio.toFixed(1), `≤ ${most}`]),
  );
  return results.every(({ ratio, most }) => ratio <= most);
});
