import type { RandomSource } from '../random-source.ts';
import type { Dimension } from '../space.ts';
import type { Acquisition } from './acquisition.ts';
import { snapped } from './columns.ts';
import type { Row } from './columns.ts';

const anywhere = 500;
const nearStart = 250;
const nearTop = 320;
const lookedAtClosely = 200;
const rounds = 4;
const parents = 8;
const childrenEach = 8;
const steps = [0.05, 0.15, 0.35];
const fineSteps = [0.02, 0.05, 0.15];

/** The model's columns, of which the first `live` vary in the next trial. */
export interface Columns {
  readonly free: readonly Dimension[];
  readonly live: number;
}

/** Where mutations begin. */
export interface Seeds {
  readonly start: Row;
  /** The best trials so far, best first. */
  readonly top: readonly Row[];
}

/** How much a place is worth, and a cheaper guess by which most are left out. */
export interface Judges {
  readonly acquisition: Acquisition;
  readonly guess: Acquisition;
}

interface Ranked {
  readonly row: Row;
  readonly worth: number;
}

/**
 * Places worth a trial, best first: random ones, some near the author's values and the best trials, then rounds of
 * small mutations. What is not live yet is as in the author's values or one of the best trials: a bad value there, which a
 * scattered trial avoided by luck, is left behind with it. Gradient-free maximisers suffice here (Song et al. 2024, arXiv 2408.11527).
 */
export function promising(
  { acquisition, guess }: Judges,
  { start, top }: Seeds,
  columns: Columns,
  random: RandomSource,
): Row[] {
  const { free, live } = columns;
  const bases = [start, ...top];
  const uniform = (): Row => {
    const base = bases[random.below(bases.length)]!;
    return base.map((u, column) => (column < live ? snapped(free[column]!, random.uniform()) : u));
  };
  const rows = [
    ...many(anywhere, uniform),
    ...many(nearStart, () => mutated(start, columns, steps, random)),
    ...(top.length === 0 ? [] : many(nearTop, (index) => mutated(top[index % top.length]!, columns, steps, random))),
  ];
  const likely = byWorth(rows, guess).slice(0, lookedAtClosely);
  let ranked = byWorth(
    likely.map(({ row }) => row),
    acquisition,
  );
  for (let round = 0; round < rounds; round += 1) {
    const best = ranked.slice(0, parents);
    const children = best.flatMap(({ row }) => many(childrenEach, () => mutated(row, columns, fineSteps, random)));
    ranked = [...ranked, ...byWorth(children, acquisition)].toSorted((a, b) => b.worth - a.worth);
  }
  return ranked.map(({ row }) => row);
}

export function byWorth(rows: readonly Row[], acquisition: Acquisition): Ranked[] {
  return rows.map((row) => ({ row, worth: acquisition(row) })).toSorted((a, b) => b.worth - a.worth);
}

/** One to three coordinates moved; a choice is drawn anew. */
function mutated(row: Row, { free, live }: Columns, sizes: readonly number[], random: RandomSource): Row {
  const size = sizes[random.below(sizes.length)]!;
  const moves = new Set(many(1 + random.below(3), () => random.below(live)));
  return row.map((u, column) => {
    const dimension = free[column]!;
    if (!moves.has(column)) return u;
    return snapped(dimension, dimension.kind === 'choice' ? random.uniform() : u + size * random.normal());
  });
}

function many<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
