import type { Point, Value } from '../search/space.ts';
import { familiesIn, unitOf } from './model-family.ts';
import type { Place } from './model-family.ts';
import type { Portfolio } from './portfolio-entry.ts';
import { portfolios } from './portfolios.data.ts';

/**
 * What to try first in a program with these places: the configurations of the portfolios of its families, by id. Places
 * that a portfolio does not know stay at the author's values.
 */
export function portfolioOf(places: readonly Place[]): Point[] {
  return together(familiesIn(portfolios, places).map(({ family, own }) => pointsOf(family, own)));
}

/** Models beside each other each take their own next configuration. */
function together(lists: readonly (readonly Point[])[]): Point[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, index) =>
    lists.reduce<Point>((point, list) => ({ ...point, ...list[Math.min(index, list.length - 1)] }), {}),
  );
}

function pointsOf(portfolio: Portfolio, places: readonly Place[]): Point[] {
  return portfolio.configurations.map((configuration) =>
    Object.fromEntries(
      places.flatMap((place): [string, Value][] => {
        const value = configuration[place.knob];
        const unit = unitOf(place, portfolio);
        if (value === undefined || unit === null) return [];
        return [[place.id, typeof value === 'number' ? Number((value * unit).toPrecision(3)) : value]];
      }),
    ),
  );
}
