import type { Purpose } from './events.ts';
import type { Usage } from './messages.ts';
import { completed } from './state.ts';
import type { Attempt, State, Trial } from './state.ts';
import { whyOnce } from './verdict.ts';

/** What the machine has that trains: cores, and bytes of memory. */
export interface Machine {
  readonly cores: number;
  readonly memory: number;
}

/**
 * Processor seconds, and the share of all, that helping threads may have used of a script that trains in one: our own heartbeat.
 * Two trainings whose threads wait for each other spinning take ten times as long side by side on two cores.
 */
const helping = { seconds: 0.05, share: 0.03 };
/** The share of the memory that repeats side by side may take. */
const roomy = 0.5;

/**
 * A repeat of a proof that will be needed whatever those tell that run: none beyond the fewest that there have to be, and none
 * where one run is all the proof there can be.
 */
export function repeatBeside({ attempts }: Trial, repeats: number): Purpose | null {
  const told = attempts.findLast(({ ending }) => ending?.kind === 'finished');
  if (told === undefined || whyOnce(told) !== null) return null;
  const begun = attempts.filter(({ ending }) => ending === null || ending.kind === 'finished').flatMap(repeatOf);
  for (let repeat = 0; repeat < repeats; repeat += 1)
    if (!begun.includes(repeat)) return { kind: 'confirmation', repeat };
  return null;
}

/**
 * How many attempts may run while a proof does: what was asked for, and where the script trains in one thread, as many as the
 * machine has cores and memory for. Nobody waits for that to be asked for: the repeats take nothing from each other.
 */
export function mostBeside(
  { trials }: Pick<State, 'trials'>,
  { parallel, machine }: { readonly parallel: number; readonly machine: Machine },
): number {
  if (!trials.some(({ attempts }) => attempts.some(isRunningProof))) return parallel;
  const [first] = trials;
  const usage = (first && completed(first, 'baseline'))?.usage ?? null;
  // Those of the search are mostly forked: what imports do in threads of their own is not in them.
  const searched = trials.flatMap(({ attempts }) =>
    attempts.flatMap((one) => (one.purpose.kind === 'search' ? (one.usage ?? []) : [])),
  );
  const isSingle = searched.length > 0 && searched.every(usesOneThread);
  if (usage === null || usage.accelerator || !isSingle) return parallel;
  const fits = Math.floor((roomy * machine.memory) / Math.max(1, usage.memory));
  return Math.max(parallel, Math.min(machine.cores, fits));
}

function usesOneThread({ cpu, main }: Usage): boolean {
  return cpu - main <= Math.max(helping.seconds, helping.share * cpu);
}

function isRunningProof({ ending, purpose }: Attempt): boolean {
  return ending === null && purpose.kind === 'confirmation';
}

function repeatOf({ purpose }: Attempt): number[] {
  return purpose.kind === 'confirmation' ? [purpose.repeat] : [];
}
