import { UserError } from '../errors.ts';
import { canonicalName } from '../packages/requirement.ts';
import type { Program, RequiredPackage } from '../program/program.ts';
import type { EnvironmentPlan, InstallStep } from './environment.ts';
import { familyOf, filesOf, installedFor } from './families.ts';
import type { Builds, FamilyFiles, FamilyName, Locks } from './families.ts';
import { contentsOf, indexOf } from './lock-text.ts';
import type { LockFile } from './lock-text.ts';

/** What a script needs of one family, and beyond it. */
export interface Needs {
  readonly family: FamilyName;
  readonly reason: string;
  readonly installed: readonly LockFile[];
  readonly texts: readonly string[];
  readonly extra: readonly RequiredPackage[];
}

/** By the family that the script's own lines call for. */
export function needsOf(program: Program, builds: Builds, locks: Locks): Needs {
  const { family, reason } = familyOf(program) ?? { family: 'scikit-learn', reason: 'it names no framework' };
  const told = [reason, withoutCuda(family, builds)].filter((one) => one !== null).join('; ');
  return needsFrom(program, filesOf(family, locks), installedFor(family, locks, builds), { family, reason: told });
}

/** What a build for GPUs has more, measured in an environment of it: the CUDA libraries, and the framework's own for CUDA. */
function withoutCuda(family: FamilyName, { pytorch, build }: Builds): string | null {
  if (family === 'pytorch' && pytorch === 'cpu')
    return 'for processors, 4.6 GB smaller than with CUDA (--pytorch default)';
  const larger = largerWithCuda[family];
  return build === 'cpu' && larger !== undefined
    ? `for processors, ${larger} smaller than with CUDA (--build cuda)`
    : null;
}

const largerWithCuda: Partial<Record<FamilyName, string>> = { keras: '5 GB', boosting: '0.7 GB' };

export function needsFrom(
  program: Program,
  { requirements }: FamilyFiles,
  installed: readonly LockFile[],
  which: Pick<Needs, 'family' | 'reason'>,
): Needs {
  const extra = extraOf(program, contentsOf(requirements, installed));
  return { ...which, installed, texts: installed.map(({ text }) => text), extra };
}

/** The plan of what the family holds; `hash` names it by the names of the packages beyond. */
export function planFor(needs: Needs, hash: (extra: readonly string[]) => string): Omit<EnvironmentPlan, 'versions'> {
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

/** `images/keras/requirements.txt`. */
function shortName({ path }: LockFile): string {
  return path.split('/').slice(-3).join('/');
}
