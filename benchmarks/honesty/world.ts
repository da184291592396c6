import type { Randomness } from '../../src/study/messages.ts';
import { randomSource } from '../../src/search/random-source.ts';
import type { Point, Space } from '../../src/search/space.ts';

/** A training whose true quality is known, so that a verdict on it can be checked. */
export interface World {
  readonly name: string;
  readonly space: Space;
  readonly target: number;
  readonly randomness: Randomness;
  /** The expected value of a configuration: over seeds on the given test set, and on endless data. */
  readonly expected: (values: Point) => number;
  readonly hidden: (values: Point) => number;
  /** One training; `seed` `null` is the author's own, which always gives the same. */
  readonly train: (values: Point, seed: number | null) => number;
}

const target = 0.9;
/** Standard deviation from seed to seed. */
export const sigma = 0.01;
const seeded: Randomness = { sources: ['model'], shared: false };
const space: Space = {
  dimensions: ['a', 'b', 'c', 'd', 'e'].map((id) => ({
    kind: 'real',
    id,
    low: 0,
    high: 1,
    scale: 'linear',
    start: 0.1,
  })),
};

/** Every configuration is one standard deviation short of the target: no "reached" can be true. */
export function outOfReach(seed: number): World {
  return worldOf('every configuration 1 σ below', seed, () => target - sigma);
}

/** Two of the five dimensions matter; at their best the target is passed by one standard deviation. */
export function justInReach(seed: number): World {
  const random = randomSource(seed, 1);
  const [best, other] = [0.3 + 0.6 * random.uniform(), 0.3 + 0.6 * random.uniform()];
  return worldOf('the best 1 σ above', seed, ({ a, b }) => {
    const miss = ((Number(a) - best) ** 2 + (Number(b) - other) ** 2) * 0.2;
    return target + sigma - Math.max(0, miss - 0.25 * sigma);
  });
}

/** As above, but easier, and judged on a test set of so many rows that favours some configurations by chance. */
export function onSmallTestSet(seed: number, rows: number): World {
  const inner = justInReach(seed);
  const error = Math.sqrt((target * (1 - target)) / rows);
  const truth = (values: Point): number => inner.expected(values);
  // Rows are shared: most of the luck of a test set falls on all configurations alike.
  const shared = Math.sqrt(0.7) * error * randomSource(seed, 2).normal();
  const given = (values: Point): number =>
    truth(values) + shared + Math.sqrt(0.3) * error * randomSource(seed, 3, hash(values)).normal();
  return { ...worldOf(`${rows} rows`, seed, given), hidden: truth };
}

function worldOf(name: string, seed: number, expected: (values: Point) => number): World {
  return {
    name,
    space,
    target,
    randomness: seeded,
    expected,
    hidden: expected,
    train: (values, own) => expected(values) + sigma * randomSource(seed, 4, hash(values), own ?? -1).normal(),
  };
}

function hash(values: Point): number {
  const text = space.dimensions.map(({ id }) => `${id}=${String(values[id])}`).join();
  return Array.from(text).reduce((sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) | 0, 7);
}
