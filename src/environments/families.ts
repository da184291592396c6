import { canonicalName } from '../packages/requirement.ts';
import { frameworks } from '../program/program.ts';
import type { Framework, Program } from '../program/program.ts';
import { pythonsOf } from './lock-text.ts';
import type { LockFile } from './lock-text.ts';

/**
 * The image families, the pickiest first: a script that uses several gets the first one, and the rest
 * as extra packages. PyTorch leads, since its CPU build comes from an index of its own.
 */
export const families = ['pytorch', 'keras', 'boosting', 'scikit-learn'] as const;
/** An image of older versions beside these; on a machine itself the installer finds them. */
export const legacy = 'legacy';
export type FamilyName = (typeof families)[number] | typeof legacy;

export interface FamilyFiles {
  /** What was asked for. */
  readonly requirements: LockFile;
  /** What is installed, in order: from the ordinary index, or with PyTorch's CPU build. */
  readonly default: readonly LockFile[];
  readonly cpu: readonly LockFile[];
  /** With CUDA, where `--build cuda` is another set of packages; else empty. */
  readonly cuda: readonly LockFile[];
  /** The image's Dockerfile and what it runs. */
  readonly recipe: string;
}

/** The requirement files that come with Retune, and the function that names what is made of them. */
export interface Locks {
  readonly files: ReadonlyMap<FamilyName, FamilyFiles>;
  readonly digest: (text: string) => string;
}

/** Which builds of the frameworks are wanted that come in several. */
export interface Builds {
  readonly pytorch: 'cpu' | 'default';
  readonly build: 'cpu' | 'cuda';
}

/** What is installed for a family, of its builds the one that is wanted. */
export function installedFor(family: FamilyName, locks: Locks, { pytorch, build }: Builds): readonly LockFile[] {
  const files = filesOf(family, locks);
  return build === 'cuda' && files.cuda.length > 0 ? files.cuda : files[pytorch];
}

/** A family's requirement files. */
export function filesOf(family: FamilyName, { files }: Locks): FamilyFiles {
  const found = files.get(family);
  if (found === undefined) throw new Error(`No requirement files for ${family}`);
  return found;
}

/** The Pythons for which every one of several locks has wheels. */
export function commonPythons([first, ...others]: readonly LockFile[]): readonly string[] {
  if (first === undefined) return [];
  return pythonsOf(first).filter((python) => others.every((lock) => pythonsOf(lock).includes(python)));
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
