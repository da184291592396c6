import type { Point } from '../search/space.ts';
import { portfolios } from './portfolios.data.ts';

/** A tunable place, as far as a portfolio looks at it. */
export interface Place {
  readonly id: string;
  readonly knob: string;
}

/**
 * What to try first in a program with these places: the configurations of the portfolio of its family, by id. Places
 * that a portfolio does not know stay at the author's values.
 */
export function portfolioOf(places: readonly Place[]): Point[] {
  const knobs = new Set(places.map(({ knob }) => knob));
  const fitting = portfolios.find(
    ({ all, some, none }) =>
      all.every((knob) => knobs.has(knob)) &&
      some.some((knob) => knobs.has(knob)) &&
      !none.some((knob) => knobs.has(knob)),
  );
  return (fitting?.configurations ?? []).map((configuration) =>
    Object.fromEntries(
      places.flatMap(({ id, knob }) => {
        const value = configuration[knob];
        if (value === undefined) return [];
        const unit = knob === 'learning-rate' && fitting?.relativeRate === true ? defaultRate(id) : 1;
        return [[id, Number((value * unit).toPrecision(3))]];
      }),
    ),
  );
}

/** The default of the optimiser that the id names: 0.01 for SGD in Keras and in common PyTorch use, 0.001 for Adam and its kin. */
function defaultRate(id: string): number {
  return /\bSGD\b/.test(id) ? 0.01 : 0.001;
}
