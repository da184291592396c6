import { completed } from './state.ts';
import type { Trial } from './state.ts';

/** A search run that takes less than this share of a complete one is worth the risk that both are needed. */
const worthwhile = 0.4;

/**
 * Whether a simpler version of a winner is first looked at in a search run. Most are not enough, and where a complete run
 * is mostly its start (imports, which a forked search run is spared) that is known for a fraction of it. What passes is
 * proven by complete runs like any other: the search run is no evidence. `trials`: all of the study.
 */
export function isScreened({ trial, undoes, attempts }: Trial, trials: readonly Trial[]): boolean {
  const winner = undoes === null ? undefined : trials[undoes];
  return winner !== undefined && !isProofBegun({ attempts }) && isSearchCheap(winner, trials.slice(0, trial));
}

export function isProofBegun({ attempts }: Pick<Trial, 'attempts'>): boolean {
  return attempts.some(({ purpose }) => purpose.kind === 'confirmation');
}

/** Whether a search run takes little beside a complete one; `before`: the trials to tell from, the baseline first. */
export function isSearchCheap(winner: Trial, before: readonly Trial[]): boolean {
  const [first] = before;
  const whole = completed(winner, 'confirmation') ?? (first && completed(first, 'baseline'));
  // The winner's own search run may have ended early, at the target: what runs usually take counts.
  const searched = before.flatMap((one) => (one.undoes === null ? (completed(one, 'search') ?? []) : []));
  const longest = Math.max(...searched.map(({ seconds }) => seconds));
  return whole !== undefined && searched.length > 0 && longest < worthwhile * whole.seconds;
}
