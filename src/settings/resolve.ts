import { join, relative, resolve } from 'node:path';
import { UserError } from '../errors.ts';
import { metricNamed } from '../metrics.ts';
import { commandNamed, type CommandName } from './commands.ts';
import type { Given, Problem, Reading } from './given.ts';
import { defaults, type Origin, type Settings } from './settings.ts';
import type { Draft } from './setting.ts';
import { table } from './table.ts';
import { resolveTarget } from './target.ts';
import type { RunIdentity } from './run-identity.ts';

/** What the process knows about where it stands. */
export interface Surroundings {
  /** The current directory. */
  readonly directory: string;
  /** The user's home directory. */
  readonly home: string;
  /** `$RETUNE_HOME`. */
  readonly retuneHome: string | undefined;
  readonly partOf?: RunIdentity | null;
}

export interface Resolved {
  readonly command: CommandName;
  readonly settings: Settings;
  /** Who decided each setting, by its name, for messages: `--target`, `.github/retune.yml:3: target`. */
  readonly origins: Readonly<Record<string, string>>;
}

/** Later ones win. */
const precedence: readonly Origin[] = ['default', 'file', 'action', 'command line'];

/** Puts readings together, the command line over the action over the file over the defaults; or tells all problems. */
export function resolveSettings(
  command: CommandName | null,
  readings: readonly Reading[],
  surroundings: Surroundings,
): Resolved {
  const draft: Draft = { ...defaults, home: homeOf(surroundings) };
  const winners = new Map<string, Given>();
  const problems = readings.flatMap((reading) => reading.problems);
  for (const given of inOrder(readings)) {
    const setting = table.find(({ name }) => name === given.name);
    const wrong = setting?.read(given.texts, draft, absolutePath(given, surroundings)) ?? null;
    if (wrong === null) winners.set(given.name, given);
    else problems.push({ ...placeOf(given), sentence: `${given.where}: ${wrong}` });
  }
  const script = winners.get('script');
  if (script !== undefined) draft.scripts = draft.scripts.map((path) => fromHere(path, script, surroundings));
  const metric = draft.metric === null ? undefined : metricNamed(draft.metric);
  if (metric !== undefined) draft.metric = metric.name;
  problems.push(...wrongScripts(command, draft, script), ...wrongGoal(draft, winners));
  if (command === null || problems.length > 0) throw asError(problems);
  draft.decisions = [...winners.values()].map(({ name, texts, base }) => ({ name, texts, base }));
  draft.partOf = surroundings.partOf ?? null;
  const origins = Object.fromEntries([...winners].map(([name, { where }]) => [name, where]));
  return { command, settings: freeze(draft), origins };
}

function homeOf({ directory, home, retuneHome }: Surroundings): string {
  return retuneHome === undefined || retuneHome === ''
    ? resolve(home, defaults.home.slice('~/'.length))
    : resolve(directory, retuneHome);
}

function inOrder(readings: readonly Reading[]): Given[] {
  const all = readings.flatMap(({ given }) => given);
  return precedence.flatMap((origin) => all.filter((given) => given.origin === origin));
}

function absolutePath({ base }: Given, { home }: Surroundings): (path: string) => string {
  // A shell expands ~ only where a word begins with it: neither in --home=~/x nor in a file.
  return (path) => (path === '~' || path.startsWith('~/') ? join(home, path.slice(1)) : resolve(base, path));
}

function fromHere(path: string, { base }: Given, { directory }: Surroundings): string {
  return base === directory ? path : relative(directory, resolve(base, path));
}

function wrongScripts(command: CommandName | null, { scripts }: Draft, given: Given | undefined): Problem[] {
  const allowed = command === null ? undefined : commandNamed(command)?.scripts;
  if (command === null || allowed === undefined) return [];
  if (allowed === 'none') {
    return given?.origin === 'command line'
      ? [{ sentence: `${command} takes no script, got ${scripts.join(', ')}` }]
      : [];
  }
  if (allowed === 'any') return [];
  if (allowed === 'study') {
    const help = 'status lists the names of all studies';
    return scripts.length === 1 ? [] : [{ sentence: `${command} needs the name of one study`, help }];
  }
  if (scripts.length === 0) {
    return [{ sentence: `${command} needs a script`, help: `name it, such as: ${command} train.py` }];
  }
  if (allowed === 'some' || scripts.length === 1) return [];
  const sentence = `${command} takes one script, got ${scripts.length}: ${scripts.join(', ')}`;
  return [{ ...placeOf(given), sentence, help: 'arguments for the script go after --' }];
}

/** Metric, direction and target have to make sense together. */
function wrongGoal({ metric, direction, target }: Draft, winners: ReadonlyMap<string, Given>): Problem[] {
  if (metric === null) return [];
  const at = (name: string): Omit<Problem, 'sentence'> => placeOf(winners.get(name));
  const known = metricNamed(metric);
  const problems: Problem[] = [];
  if (known === undefined && direction === null) {
    const sentence = `${winners.get('metric')?.where ?? 'metric'}: it is not known whether more or less ${metric} is better`;
    problems.push({ ...at('metric'), sentence, help: 'say --direction max or --direction min' });
  }
  if (known !== undefined && direction !== null && direction !== known.direction) {
    const sentence = `${winners.get('direction')?.where ?? 'direction'}: ${metric} is a metric to ${known.direction}`;
    problems.push({ ...at('direction'), sentence });
  }
  const meant = target === null ? null : resolveTarget(target, metric);
  if (meant?.ok === false) {
    problems.push({ ...at('target'), sentence: `${winners.get('target')?.where ?? 'target'}: ${meant.problem}` });
  }
  return problems;
}

function placeOf(given: Given | undefined): Omit<Problem, 'sentence'> {
  return given?.place === undefined ? {} : { place: given.place };
}

function asError(problems: readonly Problem[]): UserError {
  const helps = [...new Set(problems.flatMap(({ help }) => help ?? []))];
  const help = helps.length === 0 ? undefined : helps.join('\n  → ');
  const [first] = problems;
  if (problems.length === 1 && first !== undefined)
    return new UserError('mistake', 'settings', first.sentence, { help });
  const lines = problems.map(({ sentence }) => `  - ${sentence}`);
  return new UserError('mistake', 'settings', [`${problems.length} problems:`, ...lines].join('\n'), { help });
}

function freeze(draft: Draft): Settings {
  for (const value of Object.values(draft)) if (Array.isArray(value)) Object.freeze(value);
  return Object.freeze(draft);
}
