import { rewrite } from '../hyperparameters/rewrite.ts';
import type { SourceFile } from '../python/source.ts';
import type { Point } from '../search/space.ts';
import type { Command } from './command.ts';
import type { Order, Watch } from './order.ts';
import type { Parts } from './parts.ts';
import { completed } from './state.ts';
import type { State, Trial } from './state.ts';

/** The program with these values in it, and where a run shows whether they arrive. */
export async function edit(
  values: Point,
  { files, hyperparameters }: Parts,
): Promise<{ edited: readonly SourceFile[]; watch: Watch[] }> {
  const { files: edited, places } = await rewrite(files, hyperparameters, values);
  const watch = [...places].map(([id, place]) => ({ id, ...place }));
  return { edited, watch };
}

export function orderOf(
  command: Extract<Command, { kind: 'start' }>,
  state: State,
  watch: readonly Watch[],
  parts: Parts,
): Order {
  const { trial, attempt, seed, purpose } = command;
  const dry = purpose.kind === 'dry-build';
  const steers = dry || purpose.kind === 'search';
  const usual = baselineSeconds(state.trials[0]);
  const limit = parts.limit(usual);
  return {
    v: 1,
    ...parts.order,
    trial,
    attempt,
    seed,
    limits: { seconds: dry ? limitOfDryBuild(limit, usual) : limit, epochs: null },
    watch,
    warm: steers,
    saveModel: !steers,
    dry,
    crossValidate: !steers && seed === null,
  };
}

/** A training that no hook sees runs on: it must not cost a trial of its own. */
function limitOfDryBuild(limit: number | null, usual: number | null): number | null {
  return usual === null ? limit : Math.min(limit ?? Infinity, usual / 2);
}

function baselineSeconds(baseline: Trial | undefined): number | null {
  return (baseline && completed(baseline, 'baseline'))?.seconds ?? null;
}
