// `node benchmarks/detect.mjs`: what `detect` takes, process start included, in starts of an empty Node process.
import { readdirSync } from 'node:fs';
import { cli, hold, median, nodeStart, printTable, root, timed } from './measure.mjs';

const goal = 12;
const rounds = 7;
const examples = readdirSync(`${root}examples`, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

await hold(() => {
  const results = examples.map((example) => {
    const pairs = Array.from({ length: rounds }, () => ({
      empty: nodeStart(),
      detect: timed([cli, 'detect', '--json', `examples/${example}/train.py`]),
    }));
    return {
      example,
      seconds: median(pairs.map(({ detect }) => detect)),
      ratio: median(pairs.map(({ detect, empty }) => detect / empty)),
    };
  });
  printTable(
    ['example', '`detect`, s', 'in starts of an empty Node process', 'goal'],
    results.map(({ example, seconds, ratio }) => [example, seconds.toFixed(3), ratio.toFixed(1), `≤ ${goal}`]),
  );
  return results.every(({ ratio }) => ratio <= goal);
});
