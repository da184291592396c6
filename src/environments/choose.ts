import { UserError } from '../errors.ts';
import { canonicalName } from '../packages/requirement.ts';
import { frameworks } from '../program/program.ts';
import type { Framework, Program, RequiredPackage } from '../program/program.ts';
import type { EnvironmentPlan, ImagePlan, InstallStep, Interpreter } from './environment.ts';
import { markerVariables } from '../packages/marker.ts';
import { contentsOf, indexOf, pythonsOf } from './lock-text.ts';
import type { LockFile } from './lock-text.ts';
import { notesOf, pythonsForWishes, requirementsOf, toldOf, unmet, wishesOf } from './versions.ts';
import type { Versions, Wish } from './versions.ts';

/**
 * The image families, the pickiest first: a script that uses several gets the first one, and the rest
 * as extra packages. PyTorch leads, since its CPU build comes from an index of its own.
 */
export const families = ['pytorch', 'keras', 'boosting', 'scikit-learn'] as const;
export type FamilyName = (typeof families)[number];

export interface FamilyFiles {
  /** What was asked for. */
  readonly requirements: LockFile;
  /** What is installed, in order: from the ordinary index, or with PyTorch's CPU build. */
  readonly default: readonly LockFile[];
  readonly cpu: readonly LockFile[];
  /** The image's Dockerfile and what it runs. */
  readonly recipe: string;
}

/** The requirement files that come with Retune, and the function that names what is made of them. */
export interface Locks {
  readonly files: ReadonlyMap<FamilyName, FamilyFiles>;
  readonly digest: (text: string) => string;
}

export interface EnvironmentChoice {
  readonly pytorch: 'cpu' | 'default';
  readonly versions: Versions;
  readonly python: Interpreter;
}

export interface ImageChoice {
  readonly pytorch: 'cpu' | 'default';
  readonly versions: Versions;
  /** The image that the family's is made from. */
  readonly base: string;
}

/** What has to be installed for a script, and the name of the folder that will hold it. */
export function chooseEnvironment(program: Program, choice: EnvironmentChoice, locks: Locks): EnvironmentPlan {
  const needs = needsOf(program, choice.pytorch, locks);
  const { version, platform } = choice.python;
  const variables = markerVariables(version, platform);
  const wishes = wishesOf(program, choice.versions, variables);
  const versions = toldOf(wishes);
  if (unmet(wishes, needs.installed, variables).length > 0) {
    const requirements = requirementsOf(program.packages, wishes, variables);
    const step: InstallStep = { kind: 'resolved', requirements, index: indexFor(needs.installed, program) };
    const hash = locks.digest(JSON.stringify([step, version, platform]));
    const { family, reason } = needs;
    return { family, reason, hash, requirements: requirements.join(' + '), extra: [], versions, steps: [step] };
  }
  insistOnWheels(needs.family, needs.installed, choice.python);
  const plan = planFor(needs, (names) => locks.digest(JSON.stringify([needs.texts, names, version, platform])));
  return { ...plan, versions };
}

/** The same as an image: the family's, and one layer more where the script needs packages of its own. */
export function chooseImage(program: Program, { pytorch, base, versions }: ImageChoice, locks: Locks): ImagePlan {
  const needs = needsOf(program, pytorch, locks);
  const wishes = wishesOf(program, versions, null);
  insistOnLocks(wishes, needs.installed);
  const hash = (names: readonly string[]): string =>
    locks.digest(JSON.stringify([needs.texts, names, base, filesOf(needs.family, locks).recipe]));
  const plan = planFor(needs, hash);
  const tag = (of: string): string => `retune/${needs.family}:${of}`;
  return { ...plan, versions: toldOf(wishes), base, pytorch, tag: tag(plan.hash), familyTag: tag(hash([])) };
}

interface Needs {
  readonly family: FamilyName;
  readonly reason: string;
  readonly installed: readonly LockFile[];
  readonly texts: readonly string[];
  readonly extra: readonly RequiredPackage[];
}

function needsOf(program: Program, pytorch: 'cpu' | 'default', locks: Locks): Needs {
  const { family, reason } = familyOf(program) ?? { family: 'scikit-learn', reason: 'it names no framework' };
  const files = filesOf(family, locks);
  const installed = files[pytorch];
  const extra = extraOf(program, contentsOf(files.requirements, installed));
  return { family, reason, installed, texts: installed.map(({ text }) => text), extra };
}

function planFor(needs: Needs, hash: (extra: readonly string[]) => string): Omit<EnvironmentPlan, 'versions'> {
  const { family, reason, installed, extra } = needs;
  const steps = stepsOf(installed, extra);
  return {
    family,
    reason,
    hash: hash(extra.map(({ distribution }) => distribution)),
    requirements: [...installed.map(shortName), ...extra.map(({ distribution }) => distribution)].join(' + '),
    extra,
    steps,
  };
}

const familyOfFramework: Readonly<Record<Framework, FamilyName | null>> = {
  keras: 'keras',
  tensorflow: 'keras',
  pytorch: 'pytorch',
  lightning: 'pytorch',
  'hf-transformers': 'pytorch',
  xgboost: 'boosting',
  lightgbm: 'boosting',
  catboost: 'boosting',
  'scikit-learn': 'scikit-learn',
  statsmodels: 'scikit-learn',
  flax: 'scikit-learn',
  jax: 'scikit-learn',
  numpy: 'scikit-learn',
  none: null,
};

/** Packages that are large or special enough to decide the family, even where they only help. */
const familyOfPackage: Readonly<Record<string, FamilyName>> = {
  torch: 'pytorch',
  torchvision: 'pytorch',
  keras: 'keras',
  tensorflow: 'keras',
  'tensorflow-cpu': 'keras',
  xgboost: 'boosting',
  lightgbm: 'boosting',
  catboost: 'boosting',
};

/** The family of a script, and which of its lines say so; `null` when nothing in it trains. */
export function familyOf(program: Program): { readonly family: FamilyName; readonly reason: string } | null {
  const used = frameworks.filter((name) => program.framework.split('+').includes(name));
  const wanted = new Set([
    ...used.map((name) => familyOfFramework[name]),
    ...program.packages.map(({ distribution }) => familyOfPackage[canonicalName(distribution)] ?? null),
  ]);
  const family = families.find((name) => wanted.has(name));
  return family === undefined ? null : { family, reason: reasonFor(family, program) };
}

function reasonFor(family: FamilyName, { framework, packages, evidence }: Program): string {
  const modules = packages
    .filter(({ distribution }) => familyOfPackage[canonicalName(distribution)] === family)
    .map(({ module }) => module);
  const line = evidence.find(({ text }) => modules.some((module) => text.split(/\W+/).includes(module)));
  if (line !== undefined) return `line ${line.line}: ${line.text.trim()}`;
  return modules.length > 0 ? `it imports ${modules.join(' and ')}` : `it uses ${framework}`;
}

/** The Pythons with which a script's family can be installed: what an interpreter is looked for by. */
export function pythonsFor(
  program: Program,
  { pytorch, versions }: Pick<EnvironmentChoice, 'pytorch' | 'versions'>,
  locks: Locks,
): readonly string[] {
  const family = familyOf(program)?.family ?? 'scikit-learn';
  return pythonsForWishes(wishesOf(program, versions, null), commonPythons(filesOf(family, locks)[pytorch]));
}

/** What an image holds is not moved for one script. */
function insistOnLocks(wishes: readonly Wish[], installed: readonly LockFile[]): void {
  for (const python of commonPythons(installed)) {
    const [first] = unmet(wishes, installed, markerVariables(`${python}.0`, 'linux-x86_64')).flatMap(notesOf);
    if (first === undefined) continue;
    throw new UserError('refused', 'versions', `The images hold no ${first.requirement} (${first.because}).`, {
      help: 'Train on this machine, where it can be installed: --runner local; or take our versions: --versions retune.',
    });
  }
}

/** Where PyTorch's CPU build comes from, if it is wanted. */
function indexFor(installed: readonly LockFile[], { packages }: Program): string | null {
  const needsTorch = packages.some(({ distribution }) => distribution.startsWith('torch'));
  return needsTorch ? (installed.map(indexOf).find((index) => index !== null) ?? null) : null;
}

function commonPythons([first, ...others]: readonly LockFile[]): readonly string[] {
  if (first === undefined) return [];
  return pythonsOf(first).filter((python) => others.every((lock) => pythonsOf(lock).includes(python)));
}

function insistOnWheels(family: FamilyName, installed: readonly LockFile[], { path, version }: Interpreter): void {
  const pythons = commonPythons(installed);
  if (pythons.includes(minorOf(version))) return;
  throw new UserError('machine', 'no-python', `${path} is Python ${version}, for which not every package is built.`, {
    help: `The ${family} environment needs Python ${pythons.join(', ')}: name one by --python.`,
  });
}

/** `3.11` of `3.11.7`. */
export function minorOf(version: string): string {
  return version.split('.').slice(0, 2).join('.');
}

/** Names become arguments of the installer: an option, an address or a path is none of a script's business. */
function insistOnNames(packages: readonly RequiredPackage[]): void {
  for (const { distribution, module } of packages)
    if (!/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(canonicalName(distribution)))
      throw new UserError('mistake', 'package-name', `${JSON.stringify(distribution)} is no package's name.`, {
        help: `The script imports ${module}; name a package as the package index spells it.`,
      });
}

function extraOf({ packages }: Program, contents: ReadonlySet<string>): readonly RequiredPackage[] {
  insistOnNames(packages);
  const missing = new Map<string, RequiredPackage>();
  for (const one of packages) {
    const name = canonicalName(one.distribution);
    if (!contents.has(name)) missing.set(name, one);
  }
  return [...missing].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

function stepsOf(installed: readonly LockFile[], extra: readonly RequiredPackage[]): readonly InstallStep[] {
  const locks = installed.map((lock): InstallStep => {
    const index = indexOf(lock);
    return { kind: 'lock', file: lock.path, hashed: index === null, index };
  });
  if (extra.length === 0) return locks;
  const names = extra.map(({ distribution }) => distribution);
  return [...locks, { kind: 'names', names, within: installed.map(({ path }) => path) }];
}

function filesOf(family: FamilyName, { files }: Locks): FamilyFiles {
  const found = files.get(family);
  if (found === undefined) throw new Error(`No requirement files for ${family}`);
  return found;
}

/** `images/keras/requirements.txt`. */
function shortName({ path }: LockFile): string {
  return path.split('/').slice(-3).join('/');
}
