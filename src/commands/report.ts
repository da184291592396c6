import { UserError } from '../errors.ts';
import type { Settings } from '../settings/settings.ts';
import { fold } from '../study/state.ts';
import { applyOutcome } from './apply.ts';
import { keepOutcome } from './keep.ts';
import { prepare } from './prepare.ts';
import { codeOf, noteStudy, tell } from './run.ts';
import type { Terminal } from './terminal.ts';

/** `report`: how the study of a script stands, told again from its journal; trains nothing. */
export async function report(settings: Settings, terminal: Terminal): Promise<number> {
  const [path = ''] = settings.scripts;
  const prepared = await prepare(path, settings);
  const state = fold(await prepared.study.journal.read());
  if (!state.trials[0]?.attempts.some(({ ending }) => ending?.kind === 'finished')) {
    throw new UserError('mistake', 'no-study', `There is no finished run of ${path} to report on.`, {
      help: `Start one: retune run ${path}`,
    });
  }
  noteStudy(prepared, terminal);
  const lease = await prepared.study.take();
  const outcome = await keepOutcome(state, prepared).finally(() => lease.release());
  if (settings.apply) await applyOutcome(outcome, prepared);
  tell(outcome, settings, terminal);
  return codeOf(outcome);
}
