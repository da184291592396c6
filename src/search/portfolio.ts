import type { Familiar, Question } from './optimiser.ts';
import { settled } from './settled.ts';
import type { Dimension, Point, Value } from './space.ts';
import { startOf } from './spread.ts';
import { keyOf, unitOf, valueAt } from './unit-cube.ts';
import { takenOf } from './untried.ts';

/** The next configuration that did well before and has no trial yet, fitted into the space. */
export function nextFamiliar(question: Question): Familiar | null {
  const { space, portfolio } = question;
  const taken = takenOf(question);
  const fitted = portfolio.map(({ point, why }) => ({
    point: settled({ ...startOf(space), ...fittedTo(space.dimensions, point) }, space),
    why,
  }));
  return fitted.find(({ point }) => !taken.has(keyOf(point, space.dimensions))) ?? null;
}

function fittedTo(dimensions: readonly Dimension[], point: Point): Point {
  return Object.fromEntries(
    dimensions.flatMap((dimension) => {
      const value = fitted(dimension, point[dimension.id]);
      return value === undefined ? [] : [[dimension.id, value]];
    }),
  );
}

/** The nearest value that the dimension allows; `undefined`: none is near. */
function fitted(dimension: Dimension, value: Value | undefined): Value | undefined {
  if (dimension.kind === 'choice') return value !== undefined && dimension.choices.includes(value) ? value : undefined;
  return typeof value === 'number' ? valueAt(dimension, unitOf(dimension, value)) : undefined;
}
