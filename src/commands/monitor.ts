import { exitCodes, UserError } from '../errors.ts';
import { connect, type GitHub } from '../github/client.ts';
import { startAgain } from '../monitor/start-again.ts';
import { rebootedSince } from '../monitor/this-boot.ts';
import { judge, type Evidence, type Finding } from '../monitor/verdict.ts';
import { monitorText, type MonitorLine } from '../report/monitor-text.ts';
import type { Settings } from '../settings/settings.ts';
import { emptyState, fold, type State } from '../study/state.ts';
import { cli, journalOf, listStudies, neverCompleted, noteRestart, readRestarts, studyNamed } from '../wiring.ts';
import type { StudyEntry } from '../wiring.ts';
import { monitorCaches } from './monitor-caches.ts';
import { monitorRuns } from './monitor-runs.ts';
import type { Terminal } from './terminal.ts';

/** `monitor`: looks at every study once, starts again what has died, and says why in one line each. */
export async function monitor(settings: Settings, terminal: Terminal): Promise<number> {
  const lines: MonitorLine[] = [];
  const running = new Set<number>();
  for (const entry of await listStudies(settings.home)) {
    const { line, livingRun } = await attend(entry, settings);
    lines.push(line);
    if (livingRun !== null) running.add(livingRun);
  }
  const github = await connected(settings);
  if (github !== null) lines.push(...(await monitorRuns(github, settings, running)), ...(await monitorCaches(github)));
  terminal.out(settings.json ? `${JSON.stringify(lines, null, 2)}\n` : monitorText(lines, settings.home));
  return lines.some(({ done }) => done === 'needs-you') ? exitCodes.machine : exitCodes.done;
}

/** GitHub, seen from a job of the repository; `null` outside of one. */
async function connected({ partOf, token }: Settings): Promise<GitHub | null> {
  if (partOf === null || token === null) return null;
  const [owner = '', repo = ''] = partOf.repository.split('/');
  return await connect({ owner, repo, apiUrl: partOf.api }, token);
}

/** What came of it, and the workflow run that has a living process here, if the study belongs to one. */
async function attend(
  entry: StudyEntry,
  settings: Settings,
): Promise<{ readonly line: MonitorLine; readonly livingRun: number | null }> {
  const { state, problem } = await read(entry);
  const finding = judge(await evidenceOf(entry, state, problem));
  const of = { study: entry.folder.id, script: entry.record?.script ?? null, cause: finding.cause };
  const livingRun = finding.cause === 'running' ? (state.session?.partOf?.run ?? null) : null;
  return { line: { ...of, ...(await act(finding, entry, state, settings)) }, livingRun };
}

async function act(
  { action, why }: Finding,
  { folder }: StudyEntry,
  state: State,
  { home }: Settings,
): Promise<Pick<MonitorLine, 'done' | 'why'>> {
  switch (action) {
    case 'leave':
      return { done: 'left-alone', why };
    case 'wait':
      return { done: 'waiting', why };
    case 'give-up':
      return { done: 'needs-you', why };
    case 'rerun':
      return { done: 'waiting', why: `${why}; its workflow has to run it again` };
    case 'restart':
      break;
  }
  const holding = async (): Promise<StudyEntry['holding']> => (await studyNamed(home, folder.id)).holding;
  await noteRestart(folder, { at: Date.now(), ended: endedRuns(state) });
  const started = await startAgain([process.execPath, cli, 'resume', folder.id, '--home', home], {
    log: folder.restartLog,
    taken: async (pid) => {
      const now = await holding();
      return now.kind === 'held' && now.holder.pid === pid;
    },
  });
  if (started.kind === 'running') return { done: 'started-again', why: `${why}; goes on as process ${started.pid}` };
  // Another monitor was faster, or all that was left to do is done.
  if ((await holding()).kind === 'held')
    return { done: 'started-again', why: `${why}; another command goes on with it` };
  return started.code === exitCodes.done || started.code === exitCodes.belowTarget
    ? { done: 'started-again', why: `${why}; has ended since` }
    : { done: 'needs-you', why: `${why}; could not be started again, see ${folder.restartLog}` };
}

async function evidenceOf(
  { folder, holding, problem: unreadable }: StudyEntry,
  state: State,
  problem: string | null,
): Promise<Evidence> {
  const { session, verdict, space } = state;
  const restarts = await readRestarts(folder);
  const fruitless = restarts.filter(({ ended }) => ended === endedRuns(state)).length;
  const last = restarts.at(-1);
  const leftToSimplify = verdict?.kind === 'reached' && !verdict.minimal && session?.command === 'run';
  return {
    // A command that died before there was a record has left nothing to go on with.
    problem: unreadable === neverCompleted ? null : (unreadable ?? problem),
    verdict: leftToSimplify ? null : (verdict?.kind ?? null),
    atRest: session?.command === 'train' && space !== null,
    session: session === null ? null : { stopped: stopOf(session), inWorkflow: session.partOf !== null },
    holding:
      holding.kind === 'elsewhere'
        ? { kind: holding.kind, host: holding.holder.host, silent: holding.silent }
        : holding,
    restarts: { fruitless, sinceLast: last === undefined ? null : (Date.now() - last.at) / 1000 },
  };
}

function stopOf({ stopped }: NonNullable<State['session']>): NonNullable<Evidence['session']>['stopped'] {
  return stopped === null ? null : { signal: stopped.signal, rebooted: rebootedSince(stopped) };
}

async function read({ folder }: StudyEntry): Promise<{ readonly state: State; readonly problem: string | null }> {
  try {
    return { state: fold(await journalOf(folder).read()), problem: null };
  } catch (error) {
    if (error instanceof UserError) return { state: emptyState, problem: error.message };
    throw error;
  }
}

/** Runs of a study that have ended by themselves: progress, as a restart is concerned. */
function endedRuns({ trials }: State): number {
  const attempts = trials.flatMap((trial) => trial.attempts);
  return attempts.filter(({ ending }) => ending !== null && ['finished', 'failed', 'timed-out'].includes(ending.kind))
    .length;
}
