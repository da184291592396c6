import type { Purpose } from './events.ts';
import type { Attempt, Trial } from './state.ts';
import { whyOnce } from './verdict.ts';

/**
 * A repeat of a proof that will be needed whatever those tell that run: none beyond the fewest that there have to be, and none
 * where one run is all the proof there can be.
 */
export function repeatBeside({ attempts }: Trial, repeats: number): Purpose | null {
  const told = attempts.findLast(({ ending }) => ending?.kind === 'finished');
  if (told === undefined || whyOnce(told) !== null) return null;
  const begun = attempts
    .filter((attempt) => attempt.ending === null || attempt.ending.kind === 'finished')
    .flatMap(repeatOf);
  for (let repeat = 0; repeat < repeats; repeat += 1)
    if (!begun.includes(repeat)) return { kind: 'confirmation', repeat };
  return null;
}

function repeatOf({ purpose }: Attempt): number[] {
  return purpose.kind === 'confirmation' ? [purpose.repeat] : [];
}
