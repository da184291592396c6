/** Trials before a target may be called out of reach. */
const fewestTrials = 15;
/** The chance of all that is left of the budget, at most. */
const hopeless = 0.01;

/**
 * Whether a target is to be given up: the best that can be tried next has so small a chance that all remaining trials together
 * would have next to none. `chance` `null`: no model was asked. Measured by `benchmarks/search/impossible.mjs`.
 */
export function isHopeless(chance: number | null, tried: number, left: number): boolean {
  return chance !== null && tried >= fewestTrials && chance * Math.max(1, left) < hopeless;
}
