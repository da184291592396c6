import type { Hyperparameter } from '../hyperparameters/hyperparameter.ts';
import { rewrite } from '../hyperparameters/rewrite.ts';
import { metricNamed } from '../metrics.ts';
import { unifiedDiff } from '../python/edits.ts';
import type { SourceFile } from '../python/source.ts';
import type { Change, Confirmation, Mattered, Outcome, TrialLine } from '../report/outcome.ts';
import { changesOf } from '../report/progress.ts';
import { importanceOf } from '../search/gaussian-process/importance.ts';
import type { Point } from '../search/space.ts';
import { isRefused, spentSeconds } from '../study/budget.ts';
import type { Goal, Target } from '../study/events.ts';
import { lateFailureOf } from '../study/late-failure.ts';
import { intervalOverRows, intervalOverRuns } from '../study/interval.ts';
import { completed } from '../study/state.ts';
import type { Attempt, State, Trial } from '../study/state.ts';
import { observationOf } from '../study/observation.ts';
import { questionOf } from '../study/question.ts';
import { oriented, reaches, standingsOf } from '../study/verdict.ts';
import type { Standing } from '../study/verdict.ts';
import { wearOf } from '../study/wear.ts';
import type { Wear } from '../study/wear.ts';

/** The tuned script as the study knows it. */
export interface Subject {
  readonly script: string;
  readonly study: string;
  readonly files: readonly SourceFile[];
  readonly hyperparameters: readonly Hyperparameter[];
}

/** What a study came to, ready to be told. `null` before the baseline has run. */
export async function outcomeOf(state: State, subject: Subject, files: Outcome['files']): Promise<Outcome | null> {
  const { goal, trials } = state;
  const baseline = trials[0];
  if (goal === null || baseline === undefined) return null;
  const standings = standingsOf(trials, goal).flatMap((standing, index) => {
    const trial = trials[index];
    return trial === undefined ? [] : [{ trial, standing }];
  });
  const [first] = standings;
  if (first === undefined || first.standing.kind === 'open') return null;
  const lines = standings.map(({ trial, standing }) => lineOf(trial, standing, goal, subject.hyperparameters));
  const best = bestOf(standings, state);
  const bestLine = best === null ? null : (lines[best.trial.trial] ?? null);
  return {
    script: subject.script,
    study: subject.study,
    target: goal.target,
    verdict: verdictOf(state, best),
    baseline: lineOf(baseline, first.standing, goal, subject.hyperparameters),
    best: bestLine,
    confirmation: best === null ? null : confirmationOf(best.trial, best.standing, goal),
    crossValidated: best === null ? null : crossValidatedOf(baseline, best.trial, goal.target),
    wear: best === null ? null : wearOfTestSet(standings, best, goal),
    trials: lines.slice(1).filter((_, index) => trials[index + 1]?.attempts.some(({ ending }) => ending !== null)),
    undone: best === null ? [] : undoneOf(standings, best, subject.hyperparameters),
    mattered: matteredIn(state, goal, standings, subject.hyperparameters),
    minimal: state.verdict?.kind === 'reached' && state.verdict.minimal,
    diff: best === null ? '' : await diffOf(subject, best.trial.values),
    lateFailure: lateFailureOf(baseline, goal.target),
    disagreement: completed(baseline, 'baseline')?.disagreement ?? null,
    reproduction: null,
    seconds: spentSeconds(state),
    files,
  };
}

interface Judged {
  readonly trial: Trial;
  readonly standing: Standing;
}

/** The winner, else the simplest confirmed trial, else the one with the best score. */
function bestOf(standings: readonly Judged[], { goal, verdict }: State): Judged | null {
  const winner = verdict?.kind === 'reached' ? verdict.winner : null;
  const confirmed =
    standings.find(({ trial }) => trial.trial === winner) ??
    standings.findLast(({ standing }) => standing.kind === 'confirmed');
  if (confirmed !== undefined) return confirmed;
  const scoreOf = ({ standing }: Judged): number =>
    goal !== null && 'score' in standing ? oriented(standing.score, goal.target) : -Infinity;
  const best = standings.reduce<Judged | null>((a, b) => (a === null || scoreOf(b) > scoreOf(a) ? b : a), null);
  return best === null || scoreOf(best) === -Infinity ? null : best;
}

/** What the trial that the search found changes and the winner does not, be that one proven itself or not. */
function undoneOf(standings: readonly Judged[], best: Judged, hyperparameters: readonly Hyperparameter[]): Change[] {
  const found = best.trial.undoes === null ? undefined : standings[best.trial.undoes];
  if (found === undefined) return [];
  const kept = new Set(changesOf(best.trial.values, hyperparameters).map(({ hyperparameter }) => hyperparameter.id));
  return changesOf(found.trial.values, hyperparameters).filter(({ hyperparameter }) => !kept.has(hyperparameter.id));
}

/** A smaller share tells nobody anything. */
const leastShare = 0.1;

function matteredIn(
  state: State,
  goal: Goal,
  standings: readonly Judged[],
  hyperparameters: readonly Hyperparameter[],
): Mattered[] {
  const { verdict, space } = state;
  const missed = verdict?.kind === 'below-target' || verdict?.kind === 'impossible' || verdict?.kind === 'exhausted';
  if (!missed || space === null) return [];
  const seen = standings.map(({ standing }) => standing);
  const shares = importanceOf(questionOf(state, goal, space, seen, { portfolio: [], experience: null, seed: 0 }));
  return hyperparameters
    .map((hyperparameter) => ({ hyperparameter, share: shares?.get(hyperparameter.id) ?? 0 }))
    .filter(({ share }) => share >= leastShare)
    .toSorted((a, b) => b.share - a.share);
}

function verdictOf({ verdict, goal }: State, best: Judged | null): Outcome['verdict'] {
  switch (verdict?.kind) {
    case 'reached':
    case 'exhausted':
    case 'no-target':
    case 'below-target':
    case 'impossible':
      return verdict.kind;
    case 'no-metric':
    case 'baseline-failed':
    case undefined:
      break;
  }
  if (goal?.target.value === null) return 'no-target';
  const reached =
    best !== null && 'score' in best.standing && goal !== null && reaches(best.standing.score, goal.target);
  return reached ? 'reached-unconfirmed' : 'below-target';
}

function lineOf(
  trial: Trial,
  standing: Standing,
  { target }: Goal,
  hyperparameters: readonly Hyperparameter[],
): TrialLine {
  const attempt = shownAttempt(trial);
  return {
    trial: trial.trial,
    undoes: trial.undoes,
    refused: isRefused(trial),
    changes: changesOf(trial.values, hyperparameters),
    observation: attempt === undefined ? null : observationOf(attempt, target),
    trained: attempt === undefined ? null : trainedIn(attempt, target),
    problem:
      standing.kind === 'failed'
        ? standing.why
        : standing.kind === 'refuted'
          ? 'reached once, not when repeated'
          : null,
    seconds: attempt?.seconds ?? 0,
  };
}

/** What a run told of the metric on the data that it was trained on. */
function trainedIn({ observations }: Attempt, target: Target): number | null {
  const training = observations.filter(({ split }) => split === 'train');
  return observationOf({ observations: training }, { ...target, trainMetric: true })?.value ?? null;
}

/** The run of a trial that people are shown: its first complete one. */
function shownAttempt({ attempts }: Trial): Attempt | undefined {
  const ended = attempts.filter(({ ending }) => ending !== null);
  const whole = ended.filter(({ purpose }) => purpose.kind !== 'dry-build');
  return whole.find(({ ending }) => ending?.kind === 'finished') ?? whole[0] ?? ended[0];
}

function confirmationOf(trial: Trial, standing: Standing, { target, repeats }: Goal): Confirmation | null {
  if (standing.kind !== 'confirmed') return null;
  const { values, score, note } = standing;
  const over = intervalOverRuns(values, metricNamed(target.metric)?.fraction === true);
  const rows = rowsOf(trial, target);
  const share = rows === null ? null : intervalOverRows(score, rows);
  const interval =
    over !== null ? { ...over, over: 'seeds' as const } : share !== null ? { ...share, over: 'rows' as const } : null;
  return { values, mean: score, interval, note: values.length < repeats ? note : null };
}

/** Both complete and as the author seeded them, so that the folds are the same. */
function crossValidatedOf(baseline: Trial, winner: Trial, { metric }: Target): Outcome['crossValidated'] {
  const before = completed(baseline, 'baseline')?.crossValidated ?? null;
  const after = completed(winner, 'confirmation')?.crossValidated ?? null;
  if (winner === baseline || before?.name !== metric || after?.name !== metric) return null;
  const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  return { before: meanOf(before.values), after: meanOf(after.values), folds: after.values.length };
}

/** How often the test set has chosen before it chose this trial. */
function wearOfTestSet(standings: readonly Judged[], { trial, standing }: Judged, { target }: Goal): Wear | null {
  const rows = rowsOf(trial, target);
  if (standing.kind !== 'confirmed' || trial.trial === 0 || rows === null || target.value === null) return null;
  const results = standings.filter((one) => 'score' in one.standing).length;
  const margin = oriented(standing.score, target) - oriented(target.value, target);
  return wearOf(results, rows, standing.score, margin);
}

/** The rows of which the metric is a share; `null` where it is none, or they are not known. */
function rowsOf({ attempts }: Trial, target: Target): number | null {
  if (metricNamed(target.metric)?.fraction !== true) return null;
  return attempts.map((attempt) => observationOf(attempt, target)?.size ?? null).find((size) => size !== null) ?? null;
}

/** The unified diff of the user's own source under these values; empty for the values it has. */
export async function diffOf(
  { files, hyperparameters }: Pick<Subject, 'files' | 'hyperparameters'>,
  values: Point,
): Promise<string> {
  const { files: edited } = await rewrite(files, hyperparameters, values);
  const diffs = edited.map(({ path, text }) => {
    const before = files.find((file) => file.path === path)?.text ?? '';
    return before === text ? '' : unifiedDiff(path, before, text);
  });
  return diffs.join('');
}
