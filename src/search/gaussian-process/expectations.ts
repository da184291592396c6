import type { Experience } from '../experience.ts';
import type { Dimension, Space } from '../space.ts';
import { startOf } from '../spread.ts';
import { valueAt } from '../unit-cube.ts';
import type { Row } from './columns.ts';
import { expectationAt } from './surface.ts';
import type { Expectation } from './surface.ts';

/** What experience expects at a place before anything was tried there. */
export type Expecting = (row: Row) => Expectation;

/**
 * Expectations told from the middle of the history, as scores are. Every place is asked for many times, by every model.
 *
 * @param rows the history; at least one.
 */
export function expectingOf(
  experience: Experience,
  space: Space,
  free: readonly Dimension[],
  rows: readonly Row[],
): Expecting {
  const start = startOf(space);
  const columns = new Map(free.map(({ id }, column) => [id, column]));
  const at: Expecting = (row) =>
    expectationAt(experience, (id) => {
      const column = columns.get(id);
      return column === undefined ? start[id] : valueAt(free[column]!, row[column]!);
    });
  const centre = centreOf(rows.map(at));
  const known = new WeakMap<Row, Expectation>();
  return (row) => {
    const expectation = known.get(row) ?? minus(at(row), centre);
    known.set(row, expectation);
    return expectation;
  };
}

/** Told from their own middle. */
export function centred(expectations: readonly Expectation[]): readonly Expectation[] {
  const centre = centreOf(expectations);
  return expectations.map((one) => minus(one, centre));
}

/** How two places vary together from data set to data set. */
export function sharedVariance({ variations: one }: Expectation, { variations: other }: Expectation): number {
  let sum = 0;
  for (let k = 0; k < one.length; k += 1) sum += one[k]! * other[k]!;
  return sum;
}

function centreOf(expectations: readonly Expectation[]): Expectation {
  const middle = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const variations = (expectations[0]?.variations ?? new Float64Array()).map((_, k) =>
    middle(expectations.map((one) => one.variations[k]!)),
  );
  return { mean: middle(expectations.map(({ mean }) => mean)), variations };
}

function minus(one: Expectation, other: Expectation): Expectation {
  return { mean: one.mean - other.mean, variations: one.variations.map((value, k) => value - other.variations[k]!) };
}
