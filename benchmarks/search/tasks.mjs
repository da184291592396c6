// What must be reached, from where: the same for every optimiser.
import { randomSource } from '../../src/search/random-source.ts';
import { valueAt } from '../../src/search/unit-cube.ts';
import { instancesOf, problemOf } from './problems.mjs';

const sampleSize = 8000;
const shares = [0.5, 0.8];
const starts = ['library', 'mediocre'];
/** A start from which nothing worth the name can be gained is no task. */
const leastGain = 0.003;

/**
 * Each data set × two starting points (a library's defaults; one from the 30–60 % quantile of random points) × two
 * targets, a share f of the way from the start to the best of 8,000 random points, × repetitions. Every task has a seed
 * of its own. `parity` 1 takes the odd-indexed data sets, which are for reporting and never for tuning.
 */
export async function tasksOf({ data, suites, parity, instances, repetitions }) {
  const tasks = [];
  for (const suite of suites) {
    const names = instancesOf(suite, data).filter((_, index) => index % 2 === parity);
    for (const instance of evenly(names, instances)) {
      const problem = problemOf(suite, instance, data);
      const { points, scores } = await sampleOf(problem);
      const best = Math.max(...scores);
      for (const kind of starts)
        for (let repetition = 0; repetition < repetitions; repetition += 1) {
          const start = await startOf(kind, problem, points, scores, repetition);
          for (const share of shares) {
            const goal = start.score + share * (best - start.score);
            if (best - start.score < leastGain) continue;
            const seed = textHash(`${suite} ${instance} ${kind} ${share} ${repetition}`) % 1_000_000;
            tasks.push({ suite, instance, kind, share, repetition, seed, goal, start, problem });
          }
        }
    }
  }
  return tasks;
}

/** So many of a list, evenly spaced. */
export function evenly(names, count) {
  const wanted = Math.min(count, names.length);
  return Array.from({ length: wanted }, (_, index) => names[Math.floor((index * names.length) / wanted)]);
}

async function sampleOf(problem) {
  const random = randomSource(textHash(`${problem.suite} ${problem.instance}`));
  const points = Array.from({ length: sampleSize }, () => randomPoint(problem.dimensions, random));
  return { points, scores: await problem.evaluate(points) };
}

export function randomPoint(dimensions, random) {
  return Object.fromEntries(dimensions.map((dimension) => [dimension.id, valueAt(dimension, random.uniform())]));
}

async function startOf(kind, problem, points, scores, repetition) {
  if (kind === 'library') {
    const point = Object.fromEntries(problem.dimensions.map(({ id, start }) => [id, start]));
    return { point, score: (await problem.evaluate([point]))[0] };
  }
  const order = scores.map((_, index) => index).sort((a, b) => scores[a] - scores[b]);
  const random = randomSource(textHash(`${problem.suite} ${problem.instance} start ${repetition}`));
  const index = order[Math.floor((0.3 + 0.3 * random.uniform()) * order.length)];
  return { point: points[index], score: scores[index] };
}

/** FNV-1a, 32 bits. */
export function textHash(text) {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  return hash >>> 0;
}
