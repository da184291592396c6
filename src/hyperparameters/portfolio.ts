import type { Point, Value } from '../search/space.ts';
import type { Portfolio } from './portfolio-entry.ts';
import { syntheticPortfolios } from './portfolios-synthetic.data.ts';
import { portfolios } from './portfolios.data.ts';

/** A tunable place, as far as a portfolio looks at it. */
export interface Place {
  readonly id: string;
  readonly knob: string;
  /** The author's. */
  readonly value?: Value;
}

/**
 * What to try first in a program with these places: the configurations of the portfolios of its families, by id. Places
 * that a portfolio does not know stay at the author's values.
 */
export function portfolioOf(places: readonly Place[]): Point[] {
  const made = syntheticPortfolios.flatMap((portfolio) => {
    // Told by knobs, below.
    if (portfolio.makers.length === 0) return [];
    const own = places.filter(({ id }) => portfolio.makers.includes(makerIn(id)));
    return own.length === 0 ? [] : [pointsOf(portfolio, own)];
  });
  if (made.length > 0) return together(made);
  if (places.some(({ id }) => startsFromTrained.test(makerIn(id)))) return [];
  const knobs = new Set(places.map(({ knob }) => knob));
  const told = [...syntheticPortfolios, ...portfolios].find((portfolio) => fits(portfolio, knobs));
  return told === undefined ? [] : pointsOf(told, places);
}

/** What is tuned from a trained model wants a learning rate a hundred times smaller. */
const startsFromTrained = /TrainingArguments|LoraConfig/;

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

/** What a portfolio's number is a multiple of; `null`: of something that is not known here. */
function unitOf({ id, knob, value }: Place, { relativeRate, multiples }: Portfolio): number | null {
  if (multiples.some((name) => name === knob)) return typeof value === 'number' ? value : null;
  return knob === 'learning-rate' && relativeRate ? defaultRate(id) : 1;
}

/** The class whose argument an id names: `SVC` in `train.py::::SVC#0.C`. */
function makerIn(id: string): string {
  return /::([^:#]+)#\d+\./.exec(id)?.[1] ?? '';
}

/** The default of the optimiser that the id names: 0.01 for SGD in Keras and in common PyTorch use, 0.001 for Adam and its kin. */
function defaultRate(id: string): number {
  return /\bSGD\b/.test(id) ? 0.01 : 0.001;
}
