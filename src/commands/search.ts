import type { Ready } from '../environments/environment.ts';
import { fetchData } from '../environments/fetch-data.ts';
import type { Download, FetchedData } from '../environments/fetch-data.ts';
import { metrics } from '../metrics.ts';
import { layersAmong } from '../hyperparameters/shapes.ts';
import { thisBoot } from '../monitor/this-boot.ts';
import { experienceOf } from '../hyperparameters/experience.ts';
import { portfolioOf } from '../hyperparameters/portfolio.ts';
import type { Outcome } from '../report/outcome.ts';
import type { Familiar } from '../search/optimiser.ts';
import { lasting } from '../settings/decisions.ts';
import type { Settings } from '../settings/settings.ts';
import type { Stage } from '../study/command.ts';
import { didBestIn } from '../study/earlier.ts';
import type { Goal } from '../study/events.ts';
import { runStudy } from '../study/loop.ts';
import type { Session } from '../study/session.ts';
import type { Happening, Parts } from '../study/parts.ts';
import { fold } from '../study/state.ts';
import type { State } from '../study/state.ts';
import { machine, optimiser, runtime } from '../wiring.ts';
import type { Study } from '../wiring.ts';
import { refuseBaseline, refuseMetric } from './baseline.ts';
import { keepOutcome } from './keep.ts';
import { targetOf } from './prepare.ts';
import type { Prepared } from './prepare.ts';
import type { Terminal } from './terminal.ts';

/** What the watcher is told while a stage runs. */
export interface Watcher {
  readonly say: (text: string) => void;
  readonly see: (happening: Happening) => void;
}

/** Goes through the study as far as the stage reaches; `null`: interrupted, the same command goes on. */
export async function search(
  prepared: Prepared,
  settings: Settings,
  stage: Stage,
  terminal: Terminal,
  watcher: Watcher,
): Promise<Outcome | null> {
  const { study } = prepared;
  await using lease = await study.take();
  const interrupted = terminal.interrupted();
  if (settings.fresh || (await hasFailedBaseline(study))) await study.clear();
  const parts = await begin(prepared, settings, stage, interrupted, watcher, lease.fence);
  await setGoal(study, prepared.goal, watcher);
  const state = await towardsMetric(await runStudy(parts), parts, prepared, settings, watcher);
  if (interrupted.aborted) return await stop(study, interrupted);
  refuseBaseline(state, prepared);
  return await keepOutcome(state, prepared);
}

/** Simplifies the winner of a study under the goal that it has; `null`: interrupted, the same command goes on. */
export async function simplify(
  prepared: Prepared,
  settings: Settings,
  terminal: Terminal,
  watcher: Watcher,
): Promise<Outcome | null> {
  const { study } = prepared;
  await using lease = await study.take();
  const interrupted = terminal.interrupted();
  const parts = await begin(prepared, settings, 'minimal', interrupted, watcher, lease.fence);
  const state = await runStudy(parts);
  return interrupted.aborted ? await stop(study, interrupted) : await keepOutcome(state, prepared);
}

/** Makes what is still missing for the first attempt: snapshot, record, environment. */
async function begin(
  prepared: Prepared,
  settings: Settings,
  stage: Stage,
  interrupted: AbortSignal,
  { say, see }: Watcher,
  fence: number,
): Promise<Parts> {
  const { study, environment } = prepared;
  await study.begin();
  await study.journal.append({ kind: 'session-started', ...sessionOf(stage, settings) });
  const ready = await environment.make(say, await study.image());
  if (ready.kind === 'image') await study.keepImage(ready);
  const fetched = await dataFor(prepared, ready, settings, say);
  const earlier = didBestIn(settings.fresh ? [] : await study.earlier()).map((point) => ({ point, why: before }));
  return partsOf(prepared, settings, stage, { ready, fetched, earlier, fence, say, see, interrupted });
}

/** Data of known loaders, for containers: a process of this machine has the user's own caches, and the network. */
export async function dataFor(
  { script, study }: Prepared,
  ready: Ready,
  { home, network }: Settings,
  say: Watcher['say'],
): Promise<readonly FetchedData[]> {
  if (ready.kind === 'interpreter') return [];
  const missing: Download[] = [];
  for (const download of script.program.downloads) if (!(await study.holds(download))) missing.push(download);
  return await fetchData(missing, { home, image: ready.id, runtime, say, needed: network === 'none' });
}

/** What it takes to start this command again when it dies. */
function sessionOf(stage: Stage, { decisions, partOf }: Settings): Session {
  return { command: commandOf[stage], decisions: lasting(decisions), partOf };
}

const commandOf = { baseline: 'train', winner: 'tweak', minimal: 'run' } as const;

/** It was asked to stop: recorded, so that nobody takes it for dead, with the place, so that a shut-down is told apart. */
async function stop({ journal }: Study, interrupted: AbortSignal): Promise<null> {
  const signal = interrupted.reason === 'SIGTERM' ? 'SIGTERM' : 'SIGINT';
  await journal.append({ kind: 'session-stopped', signal, ...thisBoot() });
  return null;
}

/** Whoever asks for a training gets one: what was missing outside of the script may have come meanwhile. */
async function hasFailedBaseline(study: Study): Promise<boolean> {
  return fold(await study.journal.read()).verdict?.kind === 'baseline-failed';
}

const elsewhere = 'did well on other data with models of this kind';
const before = 'did best in an earlier study of this script';

interface Live {
  readonly ready: Ready;
  readonly fetched: readonly FetchedData[];
  readonly earlier: readonly Familiar[];
  readonly fence: number;
  readonly say: Watcher['say'];
  readonly see: Watcher['see'];
  readonly interrupted: AbortSignal;
}

function partsOf({ script, study }: Prepared, settings: Settings, stage: Stage, live: Live): Parts {
  return {
    journal: study.journal,
    runner: study.runner(live.ready, live.fetched, live.say),
    rules: {
      stage,
      optimiser,
      portfolio: [...live.earlier, ...portfolioOf(script.hyperparameters).map((point) => ({ point, why: elsewhere }))],
      experience: experienceOf(script.hyperparameters),
      layers: layersAmong(script.hyperparameters),
      parallel: settings.parallel,
      machine: machine(),
      seed: settings.seed,
    },
    choice: { tune: settings.tune, keep: settings.keep },
    files: script.files,
    hyperparameters: script.hyperparameters,
    order: { ...study.order, fence: live.fence },
    limit: (baselineSeconds) => settings.trialTime ?? learntLimit(baselineSeconds),
    placeOf: study.placeOf,
    see: live.see,
    interrupted: live.interrupted,
  };
}

/** Room for ten times the epochs and a slower model; a run beyond that is stuck, not thorough. */
function learntLimit(baselineSeconds: number | null): number | null {
  return baselineSeconds === null ? null : Math.max(300, 20 * baselineSeconds);
}

/** Records the goal where it is new or changed: that opens an ended search again. */
async function setGoal(study: Study, goal: Goal, watcher: Watcher): Promise<void> {
  const state = fold(await study.journal.read());
  const known = state.goal;
  const sameMetric = known !== null && known.target.metric === goal.target.metric;
  if (sameMetric && JSON.stringify(known) === JSON.stringify(goal)) return;
  const { event, at } = await study.journal.append({ kind: 'goal-set', ...goal });
  watcher.see({ kind: 'event', event, at });
}

/** A script that tells another metric than its text made us expect: taken, unless the user named one. */
async function towardsMetric(
  state: State,
  parts: Parts,
  prepared: Prepared,
  settings: Settings,
  watcher: Watcher,
): Promise<State> {
  if (state.verdict?.kind !== 'no-metric') return state;
  const { seen } = state.verdict;
  const asked = state.goal?.target.metric;
  const told = metrics.find(({ name }) => seen.includes(name) && name !== 'loss' && name !== asked);
  if (settings.metric !== null || told === undefined) throw refuseMetric(state, prepared);
  await setGoal(prepared.study, { ...prepared.goal, target: targetOf(told.name, settings, told.direction) }, watcher);
  const again = await runStudy(parts);
  // What was seen may have been told on training data only.
  if (again.verdict?.kind === 'no-metric') throw refuseMetric(again, prepared);
  return again;
}
