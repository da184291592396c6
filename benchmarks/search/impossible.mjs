// How early a target out of reach is admitted, and how often one within reach is given up:
//
//     node --import ./typescript-loader.mjs impossible.mjs --data DIR [--instances 4] [--tuning] [--knowing]
//
// Reachable targets are those of run.mjs. Out of reach lie what is beyond the best of 8,000 random points by 30 % or all of
// what is to be gained from the start; a target that a study reaches all the same counts as within reach.
import { parseArgs } from 'node:util';
import { gaussianProcess } from '../../src/search/gaussian-process/gaussian-process.ts';
import { isHopeless } from '../../src/study/hope.ts';
import { questionOf } from './play.mjs';
import { suites } from './problems.mjs';
import { mean } from './statistics.mjs';
import { tasksOf } from './tasks.mjs';

const budget = 40;
const beyond = { 0.5: 1.3, 0.8: 2 };

const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: process.env.RETUNE_BENCH_DATA ?? '' },
    instances: { type: 'string', default: '4' },
    suites: { type: 'string', default: suites.join(',') },
    tuning: { type: 'boolean', default: false },
    knowing: { type: 'boolean', default: false },
  },
});
const tasks = await tasksOf({
  data: options.data,
  suites: options.suites.split(','),
  parity: options.tuning ? 0 : 1,
  instances: Number(options.instances),
  repetitions: 1,
});
const played = [];
for (const task of tasks) {
  const { start, goal, share } = task;
  const gain = (goal - start.score) / share;
  played.push(await play(task, goal), await play(task, start.score + beyond[share] * gain));
}
const within = played.filter(({ reached }) => reached);
const out = played.filter(({ reached }) => !reached);
const admitted = out.filter(({ givenUp }) => givenUp !== null);
const percent = (part, whole) => `${((100 * part) / Math.max(1, whole)).toFixed(0)} % (${part} of ${whole})`;
console.log(
  `reached within ${budget} trials, but given up before: ${percent(within.filter(({ givenUp }) => givenUp !== null).length, within.length)}`,
);
console.log(
  `not reached, and admitted before the end: ${percent(admitted.length, out.length)}, after ${mean(admitted.map(({ givenUp }) => givenUp)).toFixed(0)} trials on average`,
);

/** Goes on after it would have given up, to see whether that was right. */
async function play(task, goal) {
  const { problem, start } = task;
  const question = questionOf({ ...task, goal }, options.knowing);
  const results = [start];
  let givenUp = null;
  for (let tried = 0; tried < budget; tried += 1) {
    const suggestion = gaussianProcess.suggest({ ...question, results });
    if (suggestion === null) break;
    if (givenUp === null && isHopeless(suggestion.chance, tried, budget - tried)) givenUp = tried;
    const [score] = await problem.evaluate([suggestion.point]);
    if (score >= goal) return { reached: true, givenUp };
    results.push({ point: suggestion.point, score });
  }
  return { reached: false, givenUp };
}
