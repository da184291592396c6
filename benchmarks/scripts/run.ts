// Whether the metric of scripts in other people's habits is found, and is the right one:
//
//     npm run benchmark:scripts [-- FILTER]
//
// A corpus file says what is right in its head: `# expect: METRIC SPLIT EXPRESSION`.
// The expression is evaluated in the script's own names as it ends, so it is right for that very run. `# fails: TYPE`:
// it ends so, after its metric.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { metrics } from '../../src/metrics.ts';
import { observationOf } from '../../src/study/observation.ts';
import { attempt, corpus, pythonFor } from './attempt.ts';

interface Row {
  readonly name: string;
  readonly expected: string;
  readonly found: string;
  readonly right: boolean;
  readonly asTraining: boolean;
}

function measure(name: string): Row | null {
  const python = pythonFor(name);
  if (python === undefined) return null;
  const text = readFileSync(join(corpus, name), 'utf8');
  const [, metric = '', split = '', expression = ''] = /# expect: (\w+) (\w+) (.+?)(?:\\n"|\n)/.exec(text) ?? [];
  const folder = mkdtempSync(join(tmpdir(), 'script-'));
  try {
    const path = name.endsWith('.ipynb') ? 'train.ipynb' : 'train.py';
    const told = join(folder, 'truth');
    const messages = attempt(python, folder, path, watched(path, text, expression.replaceAll('\\"', '"'), told), []);
    const truth = Number(readFileSync(told, 'utf8'));
    const observations = messages.filter((message) => message.kind === 'metric');
    const direction = metrics.find((one) => one.name === metric)?.direction ?? 'maximise';
    const target = { metric, direction, value: null, trainMetric: false };
    const found = observationOf({ observations }, target);
    const training = observations.filter((one) => one.split === 'train').map(({ value }) => value);
    const last = messages.at(-1);
    const fails = /# fails: (\w+)/.exec(text)?.[1];
    const endsAsSaid = fails === undefined ? last?.kind === 'finished' : last?.kind === 'failed' && last.type === fails;
    // As many digits as a script prints.
    const close = found !== null && Math.abs(found.value - truth) <= 5.1e-3 * Math.max(1e-9, Math.abs(truth));
    // A printed number need not say of which split it is; but never a wrong one.
    const sameSplit = found?.split === split || found?.split === 'unknown';
    const warned = messages.some((message) => message.kind === 'warning' && message.code === 'hook-failed');
    return {
      name,
      expected: `${split} ${metric} ${truth.toFixed(4)}`,
      found: found === null ? 'nothing' : `${found.split} ${found.value.toFixed(4)}, ${found.source}`,
      right: close && sameSplit && endsAsSaid && !warned,
      asTraining: found !== null && !close && training.includes(found.value),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The script, which writes what is right as it ends: in front of its own first line, so that lines stay. */
function watched(path: string, text: string, expression: string, truth: string): string {
  const write = `open(${JSON.stringify(truth)}, 'w').write(repr(float(eval(${JSON.stringify(expression)}, globals()))))`;
  const tell = `import atexit as _at; _at.register(lambda: ${write})`;
  return path === 'train.py'
    ? `${tell} ${text}`
    : text.replace('"# expect', `${JSON.stringify(tell).slice(0, -1)} # expect`);
}

const [filter = ''] = process.argv.slice(2);
const names = readdirSync(corpus).filter((name) => name.includes(filter));
const rows: Row[] = [];
for (const name of names) {
  const row = measure(name);
  if (row === null) {
    console.log(`     ${name}: no environment for it`);
    continue;
  }
  rows.push(row);
  console.log(`${row.right ? 'ok  ' : 'MISS'} ${name.padEnd(32)} ${row.expected.padEnd(32)} ${row.found}`);
}
const right = rows.filter((row) => row.right).length;
const training = rows.filter((row) => row.asTraining).length;
console.log(
  `\n${right} of ${rows.length} right; training taken for held-out: ${training}; not run: ${names.length - rows.length}`,
);
process.exitCode = right === rows.length ? 0 : 1;
