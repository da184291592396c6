import type { Experience } from './experience.ts';
import type { Point, Space } from './space.ts';

/** What came of an earlier point. `score` is the metric, turned so that more is better; `null`: it failed. */
export interface Result {
  readonly point: Point;
  readonly score: number | null;
}

/** A configuration that did well before. Partial: what it leaves out stays as the author has it. */
export interface Familiar {
  readonly point: Point;
  /** For people: where it did well. */
  readonly why: string;
}

/** Everything a suggestion may depend on: equal questions get equal answers, in any process. */
export interface Question {
  readonly space: Space;
  /** In the order of the trials; the baseline first. Running trials have no result yet and stand in `pending`. */
  readonly results: readonly Result[];
  readonly pending: readonly Point[];
  /** Tried before a model is asked, in this order. */
  readonly portfolio: readonly Familiar[];
  /** What other data sets taught about such a space; `null`: nothing. */
  readonly experience: Experience | null;
  /** The score at which the search ends, in the scores' own orientation. */
  readonly goal: number;
  readonly seed: number;
}

export interface Suggestion {
  readonly point: Point;
  /** For people: why this point, in a few words. */
  readonly why: string;
  /** The model's probability that a trial there reaches the goal; `null`: no model was asked. */
  readonly chance: number | null;
}

/** Chooses what to try next. Pure: no clock, no randomness but the question's seed. */
export interface Optimiser {
  readonly name: string;
  /** `null` when the space holds no point that was not tried. Never suggests a tried point again. */
  suggest(question: Question): Suggestion | null;
  /** The probability that a trial at a point reaches the goal, as far as the results tell; `null`: there is no model. */
  chanceAt(question: Question): ((point: Point) => number) | null;
}
