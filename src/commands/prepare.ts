import { join, resolve } from 'node:path';
import type { ChosenEnvironment } from '../environments/environment.ts';
import { provide } from '../environments/provide.ts';
import { UserError } from '../errors.ts';
import { metricNamed } from '../metrics.ts';
import { selects } from '../hyperparameters/selection.ts';
import type { Plan } from '../report/plan.ts';
import type { Settings } from '../settings/settings.ts';
import { resolveTarget } from '../settings/target.ts';
import type { Goal, Target } from '../study/events.ts';
import { lateFailureOf } from '../study/late-failure.ts';
import { completed, fold } from '../study/state.ts';
import { images, openStudy, reopenStudy } from '../wiring.ts';
import type { Study, StudyEntry, StudyRecord } from '../wiring.ts';
import { insist, readScript } from './script.ts';
import type { Script } from './script.ts';

/** Everything that is known before anything is spent. */
export interface Prepared {
  readonly script: Script;
  readonly plan: Plan;
  readonly goal: Goal;
  readonly environment: ChosenEnvironment;
  readonly study: Study;
}

/** Jobs 1 and 2: reads the script, finds or opens its study, and says what would be done. */
export async function prepare(path: string, settings: Settings): Promise<Prepared> {
  const script = await readScript(path, settings);
  return await preparedOf(script, settings, (environmentHash) => openStudy(resolve(path), settings, environmentHash));
}

/** The same for a study that is there already, from nothing but its folder. */
export async function prepareAgain(
  { folder, record }: { readonly folder: StudyEntry['folder']; readonly record: StudyRecord },
  settings: Settings,
): Promise<Prepared> {
  const at = { ...settings, directory: join(folder.source, record.directory) };
  const script = await readScript(join(folder.source, record.script), at, folder.source);
  return await preparedOf(script, settings, (environmentHash) => {
    if (environmentHash === record.environmentHash) return reopenStudy(folder, record, settings);
    throw new UserError(
      'refused',
      'other-environment',
      `Study ${folder.id} was begun with other package versions than this version of Retune installs.`,
      { help: `Run it on its script, which begins a new study: retune run ${record.script}` },
    );
  });
}

async function preparedOf(
  script: Script,
  settings: Settings,
  open: (environmentHash: string) => Study | Promise<Study>,
): Promise<Prepared> {
  insist(script);
  const environment = await provide(script.program, settings, images);
  const goal = goalOf(script, settings);
  const study = await open(environment.plan.hash);
  const [first] = fold(await study.journal.read()).trials;
  const baseline = first && completed(first, 'baseline');
  const hyperparameters = script.hyperparameters
    .filter((one) => !selects(settings.keep, one))
    .filter((one) => settings.tune.length === 0 || selects(settings.tune, one));
  const plan: Plan = {
    program: script.program,
    environment: { ...environment.plan, ready: environment.ready, on: environment.on },
    target: goal.target,
    budget: goal.budget,
    repeats: goal.repeats,
    hyperparameters,
    left: script.left,
    runner: settings.runner,
    isolated: settings.runner === 'docker',
    network: settings.runner === 'local' || settings.network === 'bridge',
    lateFailure: lateFailureOf(first, goal.target),
    guess: baseline === undefined ? null : baseline.seconds * (goal.budget.trials + goal.repeats),
    study: study.folder,
  };
  return { script, plan, goal, environment, study };
}

/** The goal that the settings and the script's own metric make together. */
function goalOf({ program }: Script, settings: Settings): Goal {
  const metric = settings.metric ?? program.metric?.name ?? 'accuracy';
  return {
    target: targetOf(metric, settings, program.metric?.direction ?? 'maximise'),
    budget: {
      trials: settings.trials,
      seconds: settings.time,
      ...(settings.totalEpochs === null ? {} : { epochs: settings.totalEpochs }),
    },
    repeats: settings.repeats,
  };
}

export function targetOf(metric: string, settings: Settings, direction: Target['direction']): Target {
  const known = metricNamed(metric);
  return {
    metric: known?.name ?? metric,
    direction: settings.direction ?? known?.direction ?? direction,
    value: targetValue(settings, metric),
    trainMetric: settings.trainMetric,
  };
}

/** Accuracy is to be 80 % where nobody says otherwise; other metrics have no target of their own. */
const defaultTargets: Readonly<Record<string, number>> = { accuracy: 0.8 };

function targetValue({ target }: Settings, metric: string): number | null {
  if (target === null) return defaultTargets[metric] ?? null;
  const meant = resolveTarget(target, metric);
  if (meant.ok) return meant.value;
  throw new UserError('mistake', 'target', `--target: ${meant.problem}`);
}
