// One study: asks an optimiser for points until one reaches the goal.
import { gaussianProcess } from '../../src/search/gaussian-process/gaussian-process.ts';
import { experienceOf } from '../../src/hyperparameters/experience.ts';
import { portfolioOf } from '../../src/hyperparameters/portfolio.ts';
import { randomSource } from '../../src/search/random-source.ts';
import { placesOf } from './knobs.mjs';
import { randomPoint } from './tasks.mjs';

/**
 * @returns rounds beside the start until the goal is reached, `cap` if it is not: with one worker, trials. In a round,
 * `workers` points are asked for before any of their scores is told.
 */
export async function play(player, task, { cap, workers = 1 }) {
  const { problem, start, goal } = task;
  await player.begin(task);
  await player.tell([{ point: start.point, score: start.score }]);
  for (let round = 1; round <= cap; round += 1) {
    const points = await player.ask(workers);
    if (points.length === 0) return cap;
    const scores = await problem.evaluate(points);
    if (scores.some((score) => score >= goal)) return round;
    await player.tell(points.map((point, index) => ({ point, score: scores[index] })));
  }
  return cap;
}

/** An optimiser of ours as a player, with or without what we know from other data sets. */
export function ours({ optimiser = gaussianProcess, knowing = false } = {}) {
  let question;
  return {
    begin: (task) => {
      question = questionOf(task, knowing);
    },
    ask: (count) => {
      const points = [];
      for (let worker = 0; worker < count; worker += 1) {
        const suggestion = optimiser.suggest({ ...question, pending: points });
        if (suggestion !== null) points.push(suggestion.point);
      }
      return points;
    },
    tell: (results) => {
      question = { ...question, results: [...question.results, ...results] };
    },
  };
}

/** @param knowing with what the product knows from other data sets. */
export function questionOf({ problem, start, goal, seed }, knowing) {
  return {
    space: { dimensions: problem.dimensions.map((dimension) => ({ ...dimension, start: start.point[dimension.id] })) },
    results: [],
    pending: [],
    portfolio: knowing ? familiar(problem) : [],
    experience: knowing ? experienced(problem) : null,
    goal,
    seed,
  };
}

/** The product's own portfolio, by the suite's names and in its units. */
function familiar({ suite, fit }) {
  const places = placesOf(suite);
  const nameOf = new Map(places.map(({ id, name }) => [id, name]));
  return portfolioOf(places).map((point) => ({
    point: fit(Object.fromEntries(Object.entries(point).map(([id, value]) => [nameOf.get(id), value]))),
    why: '',
  }));
}

/** The product's own experience. */
function experienced({ suite, lieIn }) {
  const places = placesOf(suite);
  const nameOf = new Map(places.map(({ id, name }) => [id, name]));
  const experience = experienceOf(places);
  if (experience === null) return null;
  const coordinates = experience.coordinates.map(({ ids, ...coordinate }) => {
    const names = ids.map((id) => nameOf.get(id));
    return { ...(names.length === 0 ? coordinate : lieIn(names[0], coordinate)), ids: names };
  });
  return { ...experience, coordinates };
}

export function chance() {
  let dimensions, random;
  return {
    begin: ({ problem, seed }) => {
      ({ dimensions } = problem);
      random = randomSource(seed);
    },
    ask: (count) => Array.from({ length: count }, () => randomPoint(dimensions, random)),
    tell: () => {},
  };
}
