// Whether the metric of scripts in other people's habits is found, and is the right one:
//
//     npm run benchmark:scripts [-- FILTER]
//
// Needs environments that the product has made ($RETUNE_HOME/environments); RETUNE_BESIDE_TORCH names an interpreter
// with Lightning and transformers. A corpus file says what is right in its head: `# expect: METRIC SPLIT EXPRESSION`.
// The expression is evaluated in the script's own names as it ends, so it is right for that very run. `# fails: TYPE`:
// it ends so, after its metric.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { messageReader } from '../../src/runners/messages.ts';
import { metrics } from '../../src/metrics.ts';
import { observationOf } from '../../src/study/observation.ts';
import type { Message } from '../../src/study/messages.ts';

const corpus = new URL('corpus/', import.meta.url).pathname;
const runtime = new URL('../../images/runtime/', import.meta.url).pathname;
const environments = join(process.env.RETUNE_HOME ?? join(homedir(), '.retune'), 'environments');
const families = { keras: /^(keras|tensorflow)/, pytorch: /^torch/, boosting: /^(xgboost|lightgbm|catboost)/ };

function pythonFor(name: string): string | undefined {
  if (/^(lightning|huggingface)/.test(name)) return process.env.RETUNE_BESIDE_TORCH;
  const family = Object.entries(families).find(([, pattern]) => pattern.test(name))?.[0] ?? 'scikit-learn';
  const folder = readdirSync(environments).find((each) => familyOf(join(environments, each)) === family);
  return folder === undefined ? undefined : join(environments, folder, 'bin', 'python');
}

function familyOf(folder: string): unknown {
  try {
    return (JSON.parse(readFileSync(join(folder, 'complete.json'), 'utf8')) as { family?: unknown }).family;
  } catch {
    return null;
  }
}

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
    const messages = attempt(python, folder, name, text, expression.replaceAll('\\"', '"'));
    const truth = Number(readFileSync(join(folder, 'truth'), 'utf8'));
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

function attempt(python: string, folder: string, name: string, text: string, expression: string): readonly Message[] {
  const script = name.endsWith('.ipynb') ? 'train.ipynb' : 'train.py';
  mkdirSync(join(folder, 'work'));
  const truth = JSON.stringify(join(folder, 'truth'));
  const tell = `import atexit as _at; _at.register(lambda: open(${truth}, 'w').write(repr(float(eval(${JSON.stringify(expression)}, globals())))))`;
  // In front of the script's own first line, a comment: the numbers of its lines stay.
  const watched =
    script === 'train.py'
      ? `${tell} ${text}`
      : text.replace('"# expect', `${JSON.stringify(tell).slice(0, -1)} # expect`);
  writeFileSync(join(folder, 'work', script), watched);
  const limits = { seconds: 300, epochs: null };
  const at = { v: 1, script, directory: '', arguments: [], seed: null, limits, watch: [] };
  const order = { ...at, saveModel: false, dry: false };
  writeFileSync(join(folder, 'order.json'), JSON.stringify(order));
  const env = { ...process.env, CUDA_VISIBLE_DEVICES: '', TF_CPP_MIN_LOG_LEVEL: '3', HF_HUB_OFFLINE: '1' };
  spawnSync(python, [join(runtime, 'attempt.py'), folder], { stdio: 'ignore', env });
  const lines = messageReader().push(readFileSync(join(folder, 'events.jsonl')));
  return lines.flatMap((line) => (line.kind === 'message' ? [line.message] : []));
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
