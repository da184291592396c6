import { randomSource } from '../random-source.ts';
import type { Dimension } from '../space.ts';
import { evidenceOf, walk } from './chain.ts';
import { pairDistances } from './columns.ts';
import type { Row } from './columns.ts';
import { priorOf } from './kernel.ts';
import type { Theta } from './kernel.ts';
import { standardised } from './scores.ts';
import type { Expectation } from './surface.ts';

export interface Sampling {
  readonly chains: number;
  readonly steps: number;
}

/** How much longer the next prefix is than the last. */
const growth = 1.25;
/** From so many results on the posterior is narrow and a step is dear. */
const manyResults = 80;

/**
 * Draws of the model's hyper-parameters given the results, one from each chain. Each chain walks through growing
 * prefixes of the history (Chopin 2002, "A sequential particle filter method for static models"): the draws
 * settle over the run as warm-started chains would, and yet depend on the question alone.
 */
export function sampleModels(
  rows: readonly Row[],
  scores: readonly (number | null)[],
  goal: number,
  live: readonly Dimension[],
  expectations: readonly Expectation[] | null,
  seed: number,
  { chains, steps }: Sampling,
): Theta[] {
  const prior = priorOf(live);
  const distances = pairDistances(rows, live);
  const many = rows.length > manyResults;
  let thetas: Theta[] = Array.from({ length: many ? Math.ceil(chains / 2) : chains }, () =>
    Float64Array.from(prior, ({ mean }) => mean),
  );
  for (const size of prefixes(rows.length)) {
    const known = scores.slice(0, size);
    if (known.every((score) => score === null)) continue;
    const evidence = evidenceOf(standardised(known, goal).values, distances, expectations);
    const length = size > manyResults ? Math.ceil(steps / 3) : steps;
    thetas = thetas.map((theta, chain) => walk(theta, evidence, prior, length, randomSource(seed, size, chain)));
  }
  return thetas;
}

/** 2, 3, 4, 5, 7 … and always the whole. */
export function prefixes(count: number): number[] {
  const sizes: number[] = [];
  for (let size = 2; size < count; size = Math.ceil(size * growth)) sizes.push(size);
  return [...sizes, count];
}
