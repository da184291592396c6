import { UserError } from '../errors.ts';
import type { Outcome } from '../report/outcome.ts';
import type { Settings } from '../settings/settings.ts';
import { completed, fold } from '../study/state.ts';
import type { State } from '../study/state.ts';
import { applyOutcome } from './apply.ts';
import { refuseBaseline } from './baseline.ts';
import { keepOutcome } from './keep.ts';
import { prepare } from './prepare.ts';
import type { Prepared } from './prepare.ts';
import { reproduced } from './reproduce.ts';
import { codeOf, noteStudy, stopped, tell } from './run.ts';
import { simplify } from './search.ts';
import type { Terminal } from './terminal.ts';
import { watch } from './watch.ts';

/** `report`: undoes what a confirmed winner does not need, then tells how the study stands. */
export async function report(settings: Settings, terminal: Terminal): Promise<number> {
  const [path = ''] = settings.scripts;
  const prepared = await prepare(path, settings);
  const state = fold(await prepared.study.journal.read());
  const baseline = state.trials[0] && completed(state.trials[0], 'baseline');
  refuseBaseline(state, prepared, true);
  if (baseline === undefined) {
    throw new UserError('mistake', 'no-study', `There is no finished run of ${path} to report on.`, {
      help: `Start one: retune run ${path}`,
    });
  }
  noteStudy(prepared, settings, terminal);
  const finished = await finish(state, prepared, settings, terminal);
  const outcome = finished && (await reproduced(finished, prepared, settings, terminal));
  if (outcome === null) return stopped(terminal);
  if (settings.apply) await applyOutcome(outcome, prepared);
  await tell(outcome, prepared, settings, terminal);
  return codeOf(outcome);
}

/** Trains only where a winner still has to be simplified. */
async function finish(
  state: State,
  prepared: Prepared,
  settings: Settings,
  terminal: Terminal,
): Promise<Outcome | null> {
  const { verdict } = state;
  if (verdict?.kind === 'reached' && !verdict.minimal && !settings.asFound) {
    using watcher = await watch(prepared, terminal);
    return await simplify(prepared, settings, terminal, watcher);
  }
  const lease = await prepared.study.take();
  return await keepOutcome(state, prepared).finally(() => lease.release());
}
