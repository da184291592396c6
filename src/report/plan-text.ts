import type { DataFile } from '../program/program.ts';
import { columns, labelled } from './columns.ts';
import { formatSeconds } from './format-number.ts';
import type { Plan } from './plan.ts';
import { describeLateFailure } from './proof-wording.ts';
import { describeEvidence, describeProgram, describeRefusal, lineName, placeRows } from './program-wording.ts';
import { paint, plain, type Style } from './style.ts';
import { safeLine } from './terminal-safe.ts';
import { count, describeTarget } from './wording.ts';

/** What is shown before anything is spent. */
export function planText(plan: Plan, style: Style = plain): string {
  const { program } = plan;
  const refused = program.refused;
  const lines = [
    paint(style, 'bold', describeProgram(program)),
    '',
    ...labelled([
      ['why', describeEvidence(program.evidence, program.script)],
      ...(refused === null ? spending(plan) : []),
    ]),
    ...(refused === null ? places(plan, style) : ['', ...describeRefusal(refused, program.script, style)]),
  ];
  return `${lines.join('\n')}\n`;
}

function spending(plan: Plan): (readonly [string, string | readonly string[]])[] {
  const { environment, budget, repeats, guess } = plan;
  const state = environment.ready ? 'ready' : 'will be made now, and kept';
  const extra = environment.extra.map(({ distribution }) => safeLine(distribution, 60)).join(', ');
  const time = budget.seconds === null ? '' : `, ${formatSeconds(budget.seconds)} in all`;
  const limit = budget.epochs === undefined ? time : `${time}, ${count(budget.epochs, 'epoch')} in all`;
  const target = plan.target.value === null ? 'one run' : `${count(budget.trials, 'trial')} at most${limit}`;
  return [
    ['environment', `${environment.family}, ${state}: ${safeLine(environment.reason)}`],
    [plan.runner === 'local' ? 'python' : 'image', safeLine(environment.on)],
    ...(extra === '' ? [] : [['packages', extra] as const]),
    ...(environment.versions.length === 0 ? [] : [['versions', describeVersions(plan)] as const]),
    ['metric', describeMetric(plan)],
    ['target', describeTarget(plan.target)],
    ...(plan.program.data.length === 0 ? [] : [['data', describeData(plan.program.data)] as const]),
    ...(plan.program.downloads.length === 0 ? [] : [['downloads', describeDownloads(plan)] as const]),
    ['budget', target],
    ['time', guess === null ? 'known after the first run' : `about ${formatSeconds(guess)} at most`],
    ...(plan.lateFailure === null ? [] : [['fails late', describeLateFailure(plan)] as const]),
    ...(plan.target.value === null ? [] : [['proof', describeProof(repeats)] as const]),
    ['runner', `${plan.runner}; ${describeIsolation(plan)}`],
    ['study', plan.study],
  ];
}

function describeVersions({ environment }: Plan): string[] {
  return environment.versions.map(
    ({ requirement, because }) => `${safeLine(requirement, 60)}: ${safeLine(because, 200)}`,
  );
}

function describeIsolation({ isolated, network }: Plan): string {
  if (!isolated) return 'no isolation: the script runs as you, with a clean environment';
  return `isolated: a copy of the repository, read-only data, ${network ? 'the network' : 'no network'}, nothing else of this machine`;
}

function describeMetric({ program, target }: Plan): string {
  const { metric } = program;
  const better = target.direction === 'maximise' ? 'more is better' : 'less is better';
  if (metric === null) return `${safeLine(target.metric, 40)}, ${better}; where it comes from, the first run shows`;
  const how = {
    hook: 'read from the call in',
    printed: 'read from what is printed by',
    file: 'read from the file written by',
    notebook: 'read from the value of',
  }[metric.source];
  return `${safeLine(metric.name, 40)}, ${how} ${lineName(metric)}; ${better}`;
}

function describeData(data: readonly DataFile[]): string {
  return data.map(({ path, state, ...at }) => `${safeLine(path, 60)} (${lineName(at)}, ${state})`).join(', ');
}

function describeDownloads({ program, runner }: Plan): string {
  const named = program.downloads.map(({ loader, line }) => `${safeLine(loader, 60)} (line ${line})`).join(', ');
  return runner === 'docker' ? `${named}; fetched once, before the training` : named;
}

function describeProof(repeats: number): string {
  if (repeats === 1) return 'the winner runs once more, complete, as you seeded it';
  const more = repeats === 2 ? 'once' : `${repeats - 1} times`;
  return (
    `the winner runs ${repeats} times, complete: once as you seeded it, ${more} with the training re-seeded, ` +
    'more often where it is close; the first run and the mean of all must reach the target'
  );
}

function places({ hyperparameters, left, program, target }: Plan, style: Style): string[] {
  const heading = target.value === null ? 'Hyper-parameters (tuned once there is a target)' : 'Hyper-parameters';
  const kept = left.map(({ id, why }) => [safeLine(id, 60), safeLine(why)]);
  return [
    '',
    paint(style, 'bold', `${heading}: ${hyperparameters.length === 0 ? 'none found' : hyperparameters.length}`),
    ...placeRows(hyperparameters, program.script),
    ...(kept.length === 0 ? [] : ['', paint(style, 'bold', 'Left as they are'), ...columns(kept)]),
  ];
}
