import type { Point, Value } from '../search/space.ts';
import type { Portfolio } from './portfolio-entry.ts';
import { scikitLearnPortfolios } from './portfolios-scikit-learn.data.ts';
import { portfolios } from './portfolios.data.ts';

/** A tunable place, as far as a portfolio looks at it. */
export interface Place {
  readonly id: string;
  readonly knob: string;
}

/**
 * What to try first in a program with these places: the configurations of the portfolios of its families, by id. Places
 * that a portfolio does not know stay at the author's values.
 */
export function portfolioOf(places: readonly Place[]): Point[] {
  const made = scikitLearnPortfolios.flatMap((portfolio) => {
    const own = places.filter(({ id }) => portfolio.makers.includes(makerIn(id)));
    return own.length === 0 ? [] : [pointsOf(portfolio, own)];
  });
  if (made.length > 0) return together(made);
  const told = portfolios.find((portfolio) => fits(portfolio, new Set(places.map(({ knob }) => knob))));
  return told === undefined ? [] : pointsOf(told, places);
}

/** Models beside each other each take their own next configuration. */
function together(lists: readonly (readonly Point[])[]): Point[] {
  const longest = Math.max(...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, index) =>
    lists.reduce<Point>((point, list) => ({ ...point, ...list[Math.min(index, list.length - 1)] }), {}),
  );
}

function fits({ all, some, none }: Portfolio, knobs: ReadonlySet<string>): boolean {
  return (
    all.every((knob) => knobs.has(knob)) &&
    some.some((knob) => knobs.has(knob)) &&
    !none.some((knob) => knobs.has(knob))
  );
}

function pointsOf({ configurations, relativeRate }: Portfolio, places: readonly Place[]): Point[] {
  return configurations.map((configuration) =>
    Object.fromEntries(
      places.flatMap(({ id, knob }): [string, Value][] => {
        const value = configuration[knob];
        if (value === undefined) return [];
        if (typeof value !== 'number') return [[id, value]];
        const unit = knob === 'learning-rate' && relativeRate ? defaultRate(id) : 1;
        return [[id, Number((value * unit).toPrecision(3))]];
      }),
    ),
  );
}

/** The class whose argument an id names: `SVC` in `train.py::::SVC#0.C`. */
function makerIn(id: string): string {
  return /::([^:#]+)#\d+\./.exec(id)?.[1] ?? '';
}

/** The default of the optimiser that the id names: 0.01 for SGD in Keras and in common PyTorch use, 0.001 for Adam and its kin. */
function defaultRate(id: string): number {
  return /\bSGD\b/.test(id) ? 0.01 : 0.001;
}
