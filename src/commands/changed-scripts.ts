import { posix } from 'node:path';
import { detectProgram } from '../program/detect.ts';
import { configurationsOf } from '../hyperparameters/configuration/loaded.ts';
import { withLocalModules } from '../python/modules.ts';
import { readSources } from '../wiring.ts';
import type { Program } from '../program/program.ts';
import type { Settings } from '../settings/settings.ts';

/** A training script that a push concerns. */
export interface ChangedScript {
  /** Relative to the repository. */
  readonly path: string;
  readonly program: Program;
  /** The changed files that it is made of: itself, modules that it imports, settings that it reads. Empty where everything counts. */
  readonly because: readonly string[];
}

/** Which of the repository's files train a model and are concerned; `changed` is `null` where all are. */
export async function changedScripts(
  files: readonly string[],
  changed: readonly string[] | null,
  { root, data }: Pick<Settings, 'data'> & { readonly root: string },
): Promise<ChangedScript[]> {
  const possible = files.filter((path) => isScript(path) && (changed === null || nearChange(path, changed)));
  const read = await Promise.all(possible.map((path) => concernOf(path, changed, root, data)));
  const concerned = read.filter((one) => one !== null);
  const imported = new Set(concerned.flatMap(({ modules }) => modules));
  return concerned
    .filter(({ path, runsAlone }) => runsAlone || !imported.has(path))
    .map(({ path, program, because }) => ({ path, program, because }));
}

/** Files that train only to test or to install something. */
const notMeant = /(^|\/)(test_[^/]*|[^/]*_test|conftest|setup)\.py$/;

function isScript(path: string): boolean {
  return /\.(py|ipynb)$/.test(path) && !notMeant.test(path);
}

/** A script's modules are looked for beside and below it, its settings anywhere: another change is none of its. */
function nearChange(path: string, changed: readonly string[]): boolean {
  const folder = posix.dirname(path);
  return changed.some(
    (one) =>
      one === path ||
      /^[^.].*\.(ya?ml|json|toml)$/.test(one) ||
      (one.endsWith('.py') && (folder === '.' || one.startsWith(`${folder}/`))),
  );
}

interface Concern extends ChangedScript {
  /** The repository's files that it imports. */
  readonly modules: readonly string[];
  readonly runsAlone: boolean;
}

async function concernOf(
  path: string,
  changed: readonly string[] | null,
  root: string,
  data: Settings['data'],
): Promise<Concern | null> {
  const {
    root: own,
    script,
    siblings,
    configurations,
    dataState,
  } = await readSources(posix.join(root, path), data, null);
  const readings = path.endsWith('.py') ? await withLocalModules(script, siblings) : [script];
  // Without a repository a script's root is its own folder.
  const inRepository = (one: string): string => posix.relative(root, posix.join(own, one));
  const modules = readings.map((one) => inRepository(one.path));
  const settings = await configurationsOf(script, siblings, configurations);
  const madeOf = [...modules, ...settings.map(inRepository)];
  const because = changed === null ? [] : madeOf.filter((module) => changed.includes(module));
  if (changed !== null && because.length === 0) return null;
  const program = await detectProgram(script, siblings, dataState);
  // A training script with a mistake in its syntax must not pass in silence: its job says where the mistake is.
  const broken = program.refused?.code === 'syntax-error' && usesFramework.test(script.text);
  if (!program.trains && !broken) return null;
  const others = modules.filter((module) => module !== path);
  return { path, program, because, modules: others, runsAlone: mainGuard.test(script.text) };
}

const usesFramework =
  /^\s*(import|from)\s+(keras|tensorflow|torch|lightning|pytorch_lightning|sklearn|xgboost|lightgbm|catboost|transformers|jax|flax|statsmodels)\b/m;
const mainGuard = /^if\s+__name__\s*==/m;
