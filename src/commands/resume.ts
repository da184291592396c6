import { homedir } from 'node:os';
import { UserError } from '../errors.ts';
import { commandNamed, type CommandName } from '../settings/commands.ts';
import { settingsAgain } from '../settings/decisions.ts';
import type { Settings } from '../settings/settings.ts';
import type { Stage } from '../study/command.ts';
import { fold } from '../study/state.ts';
import { journalOf, studyNamed } from '../wiring.ts';
import { prepareAgain } from './prepare.ts';
import { bring } from './run.ts';
import type { Terminal } from './terminal.ts';

/** `resume`: goes on with a study from its folder alone, with the settings of the command that had it last. */
export async function resume(settings: Settings, terminal: Terminal): Promise<number> {
  const [id = ''] = settings.scripts;
  const { folder, record, problem } = await studyNamed(settings.home, id);
  if (record === null) {
    throw new UserError('mistake', 'no-study', `There is no study ${id} to go on with: ${problem ?? 'not found'}.`, {
      help: 'See the names of all studies with: retune status',
    });
  }
  const { session, goal } = fold(await journalOf(folder).read());
  const command = commandNamed(session?.command ?? '')?.name ?? 'tweak';
  const { home, json, partOf } = settings;
  const surroundings = { directory: folder.source, home: homedir(), retuneHome: home, partOf };
  const again = settingsAgain(command, session?.decisions ?? [], record.script, surroundings);
  const prepared = await prepareAgain({ folder, record }, again);
  // The goal as it is in the journal: a command like `report` says nothing of the budget.
  return await bring(
    { ...prepared, goal: goal ?? prepared.goal },
    stageOf[command] ?? 'winner',
    { ...again, json },
    terminal,
  );
}

const stageOf: Partial<Record<CommandName, Stage>> = { train: 'baseline', tweak: 'winner', run: 'minimal' };
