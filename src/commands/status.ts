import { statSync } from 'node:fs';
import { exitCodes, UserError } from '../errors.ts';
import { statusText } from '../report/status-text.ts';
import type { StudyLine } from '../report/status-text.ts';
import type { Settings } from '../settings/settings.ts';
import type { RecordedEvent } from '../study/events.ts';
import { searchedTrials } from '../study/budget.ts';
import { fold } from '../study/state.ts';
import { oriented, standingsOf } from '../study/verdict.ts';
import { isInUse, journalOf, listStudies, sizeOnDisk } from '../wiring.ts';
import type { StudyEntry } from '../wiring.ts';
import type { Terminal } from './terminal.ts';

/** `status`: one line a study. */
export async function status(settings: Settings, terminal: Terminal): Promise<number> {
  const studies = await Promise.all((await listStudies(settings.home)).map(studyLine));
  terminal.out(
    settings.json ? `${JSON.stringify(studies, null, 2)}\n` : statusText(studies, settings.home, Date.now()),
  );
  return exitCodes.done;
}

/** A search without a verdict that nobody runs: given back in good order, or not. */
const unfinished: Readonly<Record<StudyEntry['holding']['kind'], string>> = {
  free: 'stopped',
  held: 'running',
  elsewhere: 'running',
  orphaned: 'died',
};

/** How a study stands, in one line. */
export async function studyLine({ folder, record, problem, holding }: StudyEntry): Promise<StudyLine> {
  const { events, damage } = problem === null ? await readEvents(folder) : { events: [], damage: problem };
  const { goal, trials, verdict } = fold(events);
  const scores =
    goal === null ? [] : standingsOf(trials, goal).flatMap((standing) => ('score' in standing ? [standing.score] : []));
  return {
    name: folder.id,
    script: record?.script ?? '?',
    target: goal?.target ?? null,
    best:
      goal === null || scores.length === 0
        ? null
        : scores.reduce((a, b) => (oriented(a, goal.target) >= oriented(b, goal.target) ? a : b)),
    trials: searchedTrials({ goal, trials }),
    budget: goal?.budget.trials ?? null,
    state: damage !== null ? 'damaged' : isInUse(holding) ? 'running' : (verdict?.kind ?? unfinished[holding.kind]),
    bytes: await sizeOnDisk(folder.root),
    active: events.at(-1)?.at ?? statSync(folder.root).mtimeMs,
  };
}

/** A journal that cannot be read is one line of the list, not its end; a command about that study says why. */
async function readEvents(
  folder: StudyEntry['folder'],
): Promise<{ readonly events: readonly RecordedEvent[]; readonly damage: string | null }> {
  try {
    return { events: await journalOf(folder).read(), damage: null };
  } catch (error) {
    if (error instanceof UserError) return { events: [], damage: error.message };
    throw error;
  }
}
