// `node benchmarks/detect.mjs`: what `detect` takes, process start included, in starts of an empty Node process.
import { readdirSync } from 'node:fs';
import { cli, hold, median, nodeStart, printTable, root, timed } from './measure.mjs';

const goal = 12;
const rounds = 7;
/** The training script of every example, a notebook too. */
const scripts = readdirSync(`${root}examples`, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) =>
    readdirSync(`${root}examples/${name}`)
      .filter((file) => /^train\.(py|ipynb)$/.test(file))
      .map((file) => `examples/${name}/${file}`),
  );

await hold(() => {
  const results = scripts.map((script) => {
    const pairs = Array.from({ length: rounds }, () => ({
      empty: nodeStart(),
      detect: timed([cli, 'detect', '--json', script]),
    }));
    return {
      script,
      seconds: median(pairs.map(({ detect }) => detect)),
      ratio: median(pairs.map(({ detect, empty }) => detect / empty)),
    };
  });
  printTable(
    ['script', '`detect`, s', 'in starts of an empty Node process', 'goal'],
    results.map(({ script, seconds, ratio }) => [script, seconds.toFixed(3), ratio.toFixed(1), `≤ ${goal}`]),
  );
  return results.every(({ ratio }) => ratio <= goal);
});
