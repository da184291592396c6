import { isProofBegun, isSearchCheap } from './screening.ts';
import type { Trial } from './state.ts';
import type { Standing } from './verdict.ts';

/**
 * Whether what a candidate does not need is undone before it is proven: then one proof is enough, that of what is left. Where
 * search runs are dear, a candidate that owes all to a lucky seed would cost more in undoing than a second proof does.
 */
export function isUndoneFirst(candidate: Trial, trials: readonly Trial[], standings: readonly Standing[]): boolean {
  const isSearched = candidate.undoes === null && standings[candidate.trial]?.kind === 'candidate';
  if (!isSearched || isProofBegun(candidate) || !isSearchCheap(candidate, trials)) return false;
  // A simpler version that fails its proof puts the candidate itself in doubt.
  return !trials.some((trial) => trial.undoes === candidate.trial && failedProof(trial, standings));
}

function failedProof(trial: Trial, standings: readonly Standing[]): boolean {
  const kind = standings[trial.trial]?.kind;
  return isProofBegun(trial) && kind !== 'candidate' && kind !== 'confirmed';
}
