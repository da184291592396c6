import type { Point, Space } from './space.ts';

/** What came of an earlier point. `score` is the metric, turned so that more is better; `null`: it failed. */
export interface Result {
  readonly point: Point;
  readonly score: number | null;
}

/** Everything a suggestion may depend on: equal questions get equal answers, in any process. */
export interface Question {
  readonly space: Space;
  /** In the order of the trials; the baseline first. Running trials have no result yet and stand in `pending`. */
  readonly results: readonly Result[];
  readonly pending: readonly Point[];
  /** Configurations that did well elsewhere, best first. Partial: what they leave out stays as the author has it. */
  readonly portfolio: readonly Point[];
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
}
