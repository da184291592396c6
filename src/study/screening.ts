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
  if (winner === undefined || attempts.some(({ purpose }) => purpose.kind === 'confirmation')) return false;
  const whole = completed(winner, 'confirmation');
  // The winner's own search run may have ended early, at the target: what runs usually take counts.
  const searched = trials
    .slice(0, trial)
    .flatMap((one) => (one.undoes === null ? (completed(one, 'search') ?? []) : []));
  const longest = Math.max(...searched.map(({ seconds }) => seconds));
  return whole !== undefined && searched.length > 0 && longest < worthwhile * whole.seconds;
}
