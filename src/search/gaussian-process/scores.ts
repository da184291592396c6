/** Scores in the model's own unit: mean 0, standard deviation 1 or less. */
export interface Scale {
  readonly values: Float64Array;
  readonly best: number;
  readonly goal: number;
}

const reach = 2;
const compression = 4;
/** The goal lies at most so many units from the mean. */
const farthestGoal = 4;

/**
 * Standardises scores after winsorising the bad side: what lies further below the median than twice the best
 * lies above it is compressed 4 : 1, because how bad a bad trial is tells nothing about the good ones. A failed
 * trial (`null`) counts as the worst that did not fail. At least one score is not `null`.
 *
 * The goal is taken to be within reach: when all scores lie close together far below it, they are a plateau in a
 * landscape that rises elsewhere, and not a landscape whose tiny hills are worth climbing. So the unit grows with the
 * distance of the goal.
 */
export function standardised(scores: readonly (number | null)[], goal: number): Scale {
  const seen = scores.filter((score) => score !== null).toSorted((a, b) => a - b);
  const best = seen.at(-1) ?? 0;
  const median = (seen[(seen.length - 1) >> 1]! + seen[seen.length >> 1]!) / 2;
  const floor = median - reach * (best - median);
  const compressed = (score: number): number => (score < floor ? floor - (floor - score) / compression : score);
  const worst = compressed(seen[0] ?? 0);
  const values = scores.map((score) => (score === null ? worst : compressed(score)));
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  const distance = Number.isFinite(goal) ? (goal - mean) / farthestGoal : 0;
  const unit = Math.max(deviation, distance, 1e-9 * Math.abs(mean)) || 1;
  return {
    values: Float64Array.from(values, (value) => (value - mean) / unit),
    best: (best - mean) / unit,
    goal: (goal - mean) / unit,
  };
}
