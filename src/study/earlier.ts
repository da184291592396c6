import { startOf } from '../search/spread.ts';
import type { Point } from '../search/space.ts';
import type { State } from './state.ts';
import { oriented, standingsOf } from './verdict.ts';

/**
 * The best configuration of each of these studies that was better than its baseline, in the order of the studies: only what
 * it changed, as the author may have changed the rest since.
 */
export function didBestIn(studies: readonly State[]): Point[] {
  return studies.map(bestChangesIn).filter((changes) => changes !== null);
}

function bestChangesIn({ goal, space, trials, verdict }: State): Point | null {
  if (goal === null || space === null) return null;
  const { target } = goal;
  const scores = standingsOf(trials, goal).map((standing) =>
    'score' in standing ? oriented(standing.score, target) : -Infinity,
  );
  const highest = Math.max(...scores);
  if (highest === scores[0]) return null;
  const best = verdict?.kind === 'reached' ? verdict.winner : scores.indexOf(highest);
  const values = trials[best]?.values ?? {};
  const start = startOf(space);
  const changes = Object.entries(values).filter(([id, value]) => value !== start[id]);
  return changes.length > 0 ? Object.fromEntries(changes) : null;
}
