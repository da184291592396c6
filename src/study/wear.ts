/**
 * How worn a test set is: every result that it has judged makes the best of them look better by chance.
 * Of N equally good results on n rows the best is too good by about E[max of N normals] standard errors,
 * and E[max] ≤ √(2 ln N) (Boucheron, Lugosi & Massart 2013, "Concentration Inequalities", §2.5). Results
 * share their rows, so this is a bound and no estimate.
 */
export interface Wear {
  /** Results that the test set has judged, the baseline included. */
  readonly results: number;
  readonly rows: number;
  /** By how much the best can look too good, at most, in the metric's unit. */
  readonly optimism: number;
  /** Whether the margin over the target is smaller than that: a fresh test set would tell. */
  readonly advisable: boolean;
}

/** `share`: the winner's metric, a share of `rows`; `margin`: how far it lies beyond the target. */
export function wearOf(results: number, rows: number, share: number, margin: number): Wear {
  const error = Math.sqrt((share * (1 - share)) / rows);
  const optimism = results < 2 ? 0 : error * Math.sqrt(2 * Math.log(results));
  return { results, rows, optimism, advisable: optimism > 0 && margin < optimism };
}
