// Epochs to target on LCBench's learning curves, side by side with samplers that prune:
//
//     node --import ./typescript-loader.mjs epochs.mjs --data DIR [--instances 8] [--tuning]
//
// A search may spend the epochs of twenty complete trainings and ends with the first epoch at the target, for everybody. The
// first trial, the script as it is, is complete and not counted, as nobody can do without it.
import { parseArgs } from 'node:util';
import { randomSource } from '../../src/search/random-source.ts';
import { chance, ours } from './play.mjs';
import { curvesOf, longestCurve } from './problems.mjs';
import { rival } from './rival.mjs';
import { interval, mean } from './statistics.mjs';
import { randomPoint, tasksOf } from './tasks.mjs';

const budget = 20 * longestCurve;
/** Configurations that the one-epoch baseline looks at (Egele et al. 2023, arXiv 2307.15422). */
const lookedAt = 100;

const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: process.env.RETUNE_BENCH_DATA ?? '' },
    python: { type: 'string', default: new URL('.venv/bin/python', import.meta.url).pathname },
    instances: { type: 'string', default: '8' },
    rivals: {
      type: 'string',
      default: 'optuna-tpe-median,optuna-tpe-hyperband,optuna-gp-median,optuna-gp-hyperband',
    },
    tuning: { type: 'boolean', default: false },
  },
});
const tasks = await tasksOf({
  data: options.data,
  suites: ['lcbench'],
  parity: options.tuning ? 0 : 1,
  instances: Number(options.instances),
  repetitions: 1,
});
const players = [
  ['retune', wholeRuns(ours())],
  ['retune + experience', wholeRuns(ours({ knowing: true }))],
  ['random', wholeRuns(chance())],
  ['one epoch each', oneEpochEach()],
  ...options.rivals.split(',').map((name) => [name, rival(name, options.python)]),
];
const spent = {};
for (const [name, player] of players) {
  spent[name] = [];
  for (const [index, task] of tasks.entries()) {
    spent[name].push(await play(player, task));
    if (process.stderr.isTTY) process.stderr.write(`\r${name} ${index + 1} of ${tasks.length}  `);
  }
  player.end?.();
}
process.stdout.write(table());

/** @returns epochs until the first that reaches the goal; the budget if none does. */
async function play(player, task) {
  const { problem, start, goal } = task;
  const curveOf = curvesOf(problem.instance, options.data);
  await player.begin(task);
  await player.show(start.point, await curveOf(start.point));
  let epochs = 0;
  while (epochs < budget) {
    const [point] = await player.ask(1);
    const curve = await curveOf(point);
    const used = await player.show(point, curve);
    const reached = curve.slice(0, used).findIndex((score) => score >= goal);
    if (reached >= 0) return Math.min(budget, epochs + reached + 1);
    epochs += used;
  }
  return budget;
}

/** Trains everything to its end, and learns from the last epoch. */
function wholeRuns(player) {
  return {
    begin: player.begin,
    ask: player.ask,
    show: async (point, curve) => {
      await player.tell([{ point, score: curve.at(-1) }]);
      return curve.length;
    },
  };
}

/** Random configurations for an epoch each, then the best of them to their end, one after the other. */
function oneEpochEach() {
  let points, seen, turn;
  return {
    begin: ({ problem, seed }) => {
      const random = randomSource(seed);
      points = Array.from({ length: lookedAt }, () => randomPoint(problem.dimensions, random));
      seen = new Map();
      turn = -1;
    },
    ask: () => {
      if (turn === lookedAt) points.sort((a, b) => seen.get(b) - seen.get(a));
      return [points[turn % lookedAt]];
    },
    show: (point, curve) => {
      const first = turn >= 0 && turn < lookedAt;
      if (first) seen.set(point, curve[0]);
      turn += 1;
      return first ? 1 : curve.length;
    },
  };
}

function table() {
  const line = (cells) => `| ${cells.join(' | ')} |\n`;
  const head = ['search', 'solved', 'mean epochs', '95 %', 'retune / it', 'with experience / it'];
  const rows = players.map(([name]) => {
    const all = spent[name];
    const [low, high] = interval(tasks, (indices) => mean(indices.map((index) => all[index])));
    const ratio = (own) => (name.startsWith('retune') ? '' : (mean(spent[own]) / mean(all)).toFixed(2));
    return [
      name,
      `${Math.round(100 * mean(all.map((epochs) => Number(epochs < budget))))} %`,
      mean(all).toFixed(0),
      `${low.toFixed(0)}–${high.toFixed(0)}`,
      ratio('retune'),
      ratio('retune + experience'),
    ];
  });
  return `Epochs to target, ${tasks.length} tasks, at most ${budget}\n\n${line(head)}${line(head.map(() => '---'))}${rows.map(line).join('')}`;
}
