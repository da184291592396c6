// Trials to target, side by side. See README.md; `--quick --json` ends with one line within a minute.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chance, ours, play } from './play.mjs';
import { suites, wrongFiles } from './problems.mjs';
import { rival } from './rival.mjs';
import { interval, mean } from './statistics.mjs';
import { tasksOf } from './tasks.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const shipped = ['random', 'hyperopt', 'optuna-tpe', 'optuna-gp'];
const threeStartUps = ['optuna-tpe-3', 'optuna-gp-3'];

const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: process.env.RETUNE_BENCH_DATA ?? '' },
    python: { type: 'string', default: here('.venv/bin/python') },
    suites: { type: 'string', default: suites.join(',') },
    rivals: { type: 'string', default: [...shipped, ...threeStartUps].join(',') },
    instances: { type: 'string', default: '6' },
    repetitions: { type: 'string', default: '2' },
    cap: { type: 'string', default: '40' },
    workers: { type: 'string', default: '1' },
    tuning: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
if (options.quick) Object.assign(options, { instances: '2', repetitions: '1', rivals: 'optuna-gp,optuna-gp-3' });
if (!existsSync(options.data)) fail('Name the data: --data DIR, or RETUNE_BENCH_DATA (see README.md).');
const wrong = wrongFiles(options.data);
if (wrong.length > 0) fail(`Not the files that the numbers were measured on: ${wrong.join(', ')}`);

const limits = { cap: Number(options.cap), workers: Number(options.workers) };
const tasks = await tasksOf({
  data: options.data,
  suites: options.suites.split(','),
  parity: options.tuning ? 0 : 1,
  instances: Number(options.instances),
  repetitions: Number(options.repetitions),
});
const own = ['retune', 'retune + experience'];
const names = [...own, ...options.rivals.split(',').filter((name) => name !== '')];
const rounds = {};
for (const name of names) rounds[name] = await measured(name);
if (options.json) process.stdout.write(`${JSON.stringify(summary())}\n`);
else process.stdout.write(table());

/** Of every task. Rivals' results are kept, by the content of the task and of what plays it: they are slow. */
async function measured(name) {
  const kept = own.includes(name) ? null : keptResults(name);
  const results = [];
  let player = null;
  for (const [index, task] of tasks.entries()) {
    const key = keyOf(task);
    let result = kept?.get(key);
    if (result === undefined) {
      player ??= playerOf(name);
      result = await play(player, task, limits);
      kept?.set(key, result);
      if (index % 10 === 9) kept?.write();
    }
    results.push(result);
    if (process.stderr.isTTY) process.stderr.write(`\r${name} ${index + 1} of ${tasks.length}  `);
  }
  player?.end?.();
  kept?.write();
  return results;
}

function playerOf(name) {
  if (own.includes(name)) return ours({ knowing: name !== 'retune' });
  if (name === 'random') return chance();
  if (!existsSync(options.python)) fail(`${name} needs ${options.python}: see "Rivals" in README.md.`);
  return rival(name, options.python);
}

function keptResults(name) {
  const file = here(`results/${name}.json`);
  const results = new Map(existsSync(file) ? Object.entries(JSON.parse(readFileSync(file, 'utf8'))) : []);
  const known = results.size;
  return {
    get: (key) => results.get(key),
    set: (key, value) => results.set(key, value),
    write: () => {
      if (results.size === known) return;
      mkdirSync(here('results'), { recursive: true });
      writeFileSync(file, `${JSON.stringify(Object.fromEntries([...results].sort()), null, 1)}\n`);
    },
  };
}

function keyOf({ problem, ...task }) {
  const content = JSON.stringify([task, problem.dimensions, limits, readFileSync(here('requirements.txt'), 'utf8')]);
  const { suite, instance, kind, share, repetition } = task;
  const name = [suite, instance, kind, share, repetition].join(' ');
  return `${name} ${createHash('sha256').update(content).digest('hex').slice(0, 12)}`;
}

function summary() {
  const best = (among) => Math.min(...among.filter((name) => name in rounds).map((name) => mean(rounds[name])));
  const [retune, knowing] = own.map((name) => mean(rounds[name]));
  const [bestRival, bestThree] = [best(shipped), best(threeStartUps)];
  return {
    retune: round(retune),
    bestRival: round(bestRival),
    ratio: round(retune / bestRival),
    bestWithThreeStartUps: round(bestThree),
    ratioWithThreeStartUps: round(retune / bestThree),
    retuneWithPortfolio: round(knowing),
    ratioWithPortfolio: round(knowing / bestRival),
    tasks: tasks.length,
    means: Object.fromEntries(names.map((name) => [name, round(mean(rounds[name]))])),
    bySuite: Object.fromEntries(
      names.map((name) => [
        name,
        Object.fromEntries(options.suites.split(',').map((suite) => [suite, round(ofSuite(name, suite))])),
      ]),
    ),
  };
}

function ofSuite(name, suite) {
  return mean(rounds[name].filter((_, index) => tasks[index].suite === suite));
}

function table() {
  const listed = options.suites.split(',');
  const head = [
    'optimiser',
    'mean',
    '95 %',
    'retune / it',
    '95 %',
    '≤ 5',
    '≤ 10',
    '≤ 20',
    `< ${limits.cap}`,
    ...listed,
  ];
  const rows = names.map((name) => {
    const result = rounds[name];
    const ratio = (indices) => mean(indices.map((i) => rounds.retune[i])) / mean(indices.map((i) => result[i]));
    const all = tasks.map((_, index) => index);
    const within = (most) => `${Math.round(100 * mean(result.map((value) => Number(value <= most))))} %`;
    return [
      name,
      mean(result).toFixed(1),
      interval(tasks, (indices) => mean(indices.map((i) => result[i])))
        .map((x) => x.toFixed(1))
        .join('–'),
      own.includes(name) ? '' : ratio(all).toFixed(2),
      name === 'retune'
        ? ''
        : interval(tasks, ratio)
            .map((x) => x.toFixed(2))
            .join('–'),
      within(5),
      within(10),
      within(20),
      within(limits.cap - 1),
      ...listed.map((suite) => ofSuite(name, suite).toFixed(1)),
    ];
  });
  const line = (cells) => `| ${cells.join(' | ')} |\n`;
  const what = limits.workers === 1 ? 'Trials' : `Rounds of ${limits.workers} trials`;
  return `${what} to target, ${tasks.length} tasks, cap ${limits.cap}\n\n${line(head)}${line(head.map(() => '---'))}${rows.map(line).join('')}`;
}

function round(value) {
  return Math.round(1000 * value) / 1000;
}

function fail(text) {
  process.stderr.write(`${text}\n`);
  process.exit(2);
}
