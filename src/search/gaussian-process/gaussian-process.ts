import { freeDimensions, liveDimensions } from '../live-dimensions.ts';
import type { Optimiser, Question, Suggestion } from '../optimiser.ts';
import { nextFamiliar } from '../portfolio.ts';
import { quasiRandom } from '../quasi-random.ts';
import { randomSource } from '../random-source.ts';
import { settled } from '../settled.ts';
import type { Dimension, Point } from '../space.ts';
import { spreadPoint, startOf } from '../spread.ts';
import { keyOf, valueAt } from '../unit-cube.ts';
import { sizeOfSpace, takenOf, untriedPoints } from '../untried.ts';
import { acquisitionOf, probabilityOf } from './acquisition.ts';
import { byWorth, promising } from './candidates.ts';
import type { Judges } from './candidates.ts';
import { rowOf } from './columns.ts';
import type { Row } from './columns.ts';
import { feasibilityOf } from './feasibility.ts';
import { modelOf } from './model.ts';
import type { Model } from './model.ts';
import { simplest } from './simplest.ts';

/** Scattered trials before the model is asked: ten or twenty, as usual, only cost trials. */
const startUps = 2;
/** The most important dimensions, over which they are scattered: over all of them the diffs are larger, and no search shorter. */
const scatteredOver = 5;
/** Models that guess which places are worth asking all of them. */
const guessing = 2;
const topTrials = 4;
/** A finite space up to this size is looked at whole. */
const smallSpace = 2000;

/**
 * Bayesian optimisation towards a goal: a Gaussian process whose hyper-parameters are sampled, asked where a trial is
 * most likely to reach the goal.
 */
export const gaussianProcess: Optimiser = {
  name: 'gaussian-process',
  suggest: (question) => {
    const { space, results, pending } = question;
    const tried = results.length + pending.length;
    const free = freeDimensions(space);
    if (free.length === 0) return quasiRandom.suggest(question);
    const familiar = nextFamiliar(question);
    if (familiar !== null) return { ...familiar, chance: null };
    const known = results.some(({ score }) => Number.isFinite(score));
    // Experience is better than scattering.
    const scattering = question.experience === null && tried <= startUps;
    if (scattering || !known) return scattered(question, free, tried);
    return modelled(question, free) ?? quasiRandom.suggest(question);
  },
  chanceAt: (question) => {
    const free = freeDimensions(question.space);
    const model = free.length === 0 ? null : modelOf(question, free);
    return model === null ? null : (point) => probabilityOf(model.posteriors, model.goal, rowOf(point, free));
  },
};

function scattered(question: Question, free: readonly Dimension[], tried: number): Suggestion | null {
  const { space, seed } = question;
  const point = spreadPoint(space, free.slice(0, scatteredOver), seed, tried - 1);
  if (takenOf(question).has(keyOf(point, space.dimensions))) return quasiRandom.suggest(question);
  return { point, why: 'scattered over the ranges', chance: null };
}

/** `null` when no model stands, or everything it likes was tried. */
function modelled(question: Question, free: readonly Dimension[]): Suggestion | null {
  const model = modelOf(question, free);
  if (model === null) return null;
  const { rows, scores, posteriors, goal } = model;
  const feasibility = feasibilityOf(rows, scores, free);
  const point = bestUntried(question, model, {
    acquisition: acquisitionOf(posteriors, model, feasibility),
    guess: acquisitionOf(posteriors.slice(0, guessing), model, feasibility),
  });
  if (point === null) return null;
  const chance = probabilityOf(posteriors, goal, rowOf(point, free));
  return { point, why: `the model gives it ${inWords(chance)} to reach the target`, chance };
}

function bestUntried(question: Question, { free, rows, values }: Model, judges: Judges): Point | null {
  const { space, results, pending, seed } = question;
  const taken = takenOf(question);
  if (sizeOfSpace(space) <= smallSpace) {
    const points = [...untriedPoints(space, taken)];
    const byRow = new Map(points.map((point) => [rowOf(point, free), point] as const));
    const [top] = byWorth([...byRow.keys()], judges.acquisition);
    return top === undefined ? null : (byRow.get(top.row) ?? null);
  }
  const start = startOf(space);
  const live = liveDimensions(space, results.length + pending.length).length;
  const top = rows
    .map((row, index) => ({ row, value: values[index]! }))
    .toSorted((a, b) => b.value - a.value)
    .slice(0, topTrials)
    .map(({ row }) => row);
  const random = randomSource(seed, results.length + pending.length, 1);
  const seeds = { start: rowOf(start, free), top };
  const pointAt = (row: Row): Point => {
    // Where nothing moved, the author's own value, which need not lie in the range nor have few digits.
    const moved = free.filter((_, column) => row[column] !== seeds.start[column]);
    const drawn = moved.map((dimension) => [dimension.id, valueAt(dimension, row[free.indexOf(dimension)]!)] as const);
    return settled({ ...start, ...Object.fromEntries(drawn) }, space);
  };
  for (const row of promising(judges, seeds, { free, live }, random)) {
    const points = [simplest(row, seeds.start, judges.acquisition), row].map(pointAt);
    const untried = points.find((point) => !taken.has(keyOf(point, space.dimensions)));
    if (untried !== undefined) return untried;
  }
  return null;
}

function inWords(chance: number): string {
  return `${chance < 0.01 ? 'less than 1' : String(Math.round(100 * chance))} %`;
}
