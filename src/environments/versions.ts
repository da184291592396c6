import { UserError } from '../errors.ts';
import { markerHolds } from '../packages/marker.ts';
import type { MarkerVariables } from '../packages/marker.ts';
import { canonicalName } from '../packages/requirement.ts';
import { satisfies } from '../packages/version.ts';
import { heldBack } from '../packages/wheels.data.ts';
import { builtFor, companionsOf, pythonsWith, servedPythons } from '../packages/wheels.ts';
import type { Program, RequiredPackage, WantedVersion } from '../program/program.ts';
import { pinsOf } from './lock-text.ts';
import type { LockFile } from './lock-text.ts';

/** Whose versions count: the author's manifests, or only ours; what the code's age asks for counts always. */
export type Versions = 'author' | 'retune';

/** A package of the script with everything that is asked of its version. */
export interface Wish {
  readonly distribution: string;
  /** All of it together: `>=1.0,<1.2`. */
  readonly specifier: string;
  readonly wanted: readonly WantedVersion[];
}

/** `python` `null`: not known yet, so that every condition may hold. */
export function wishesOf({ packages }: Program, versions: Versions, python: MarkerVariables | null): readonly Wish[] {
  return packages.flatMap(({ distribution, wanted = [] }): readonly Wish[] => {
    const counted = wanted.filter(
      ({ kind, marker }) =>
        (kind === 'api' || versions === 'author') && (python === null || markerHolds(marker, python)),
    );
    if (counted.length === 0) return [];
    const specifier = [...new Set(counted.map((one) => one.specifier))].join(',');
    return [{ distribution: canonicalName(distribution), specifier, wanted: counted }];
  });
}

/** The wishes that the locks do not fulfil: another version stands there, or none and not any will do. */
export function unmet(wishes: readonly Wish[], locks: readonly LockFile[], python: MarkerVariables): readonly Wish[] {
  const held = versionsIn(locks, python);
  return wishes.filter(({ distribution, specifier }) => {
    const version = held.get(distribution) ?? held.get(leanBuild(distribution, python));
    return version === undefined ? /[=<]/.test(specifier.replaceAll('>=', '')) : !satisfies(version, specifier);
  });
}

function versionsIn(locks: readonly LockFile[], python: MarkerVariables): ReadonlyMap<string, string> {
  const pins = locks.flatMap(pinsOf).flatMap((pin) => {
    const [, name = '', version = '', marker = null] = /^([\w.-]+)==([^\s;]+)(?:\s*;\s*(.*))?$/.exec(pin) ?? [];
    return name !== '' && markerHolds(marker, python) ? [[canonicalName(name), version] as const] : [];
  });
  return new Map(pins);
}

/** The build without a graphics driver, where there is one. */
function leanBuild(distribution: string, python: MarkerVariables): string {
  const ordinary = python.sys_platform === 'linux' && python.platform_machine === 'x86_64';
  return ordinary && lean.includes(distribution) ? `${distribution}-cpu` : distribution;
}

const lean = ['tensorflow', 'xgboost'];

/** What an installer has to find versions for: all that the script imports, since they have to fit each other. */
export function requirementsOf(
  packages: readonly RequiredPackage[],
  wishes: readonly Wish[],
  python: MarkerVariables,
): readonly string[] {
  const asked = packages.map(({ distribution }) => {
    const name = canonicalName(distribution);
    const wish = wishes.find(({ distribution: wished }) => wished === name);
    const authors = wish?.wanted.some(({ kind }) => kind === 'manifest') === true;
    const held = authors ? [] : (heldBack[name] ?? []);
    const specifier = [wish?.specifier ?? [], held].flat().join(',');
    // `xgboost-cpu` begins late; an old version is asked for by the old name.
    return `${name === 'tensorflow' ? leanBuild(name, python) : name}${specifier}`;
  });
  const beside = wishes.flatMap(({ distribution, specifier }) => companionsOf(distribution, specifier));
  return [...new Set([...asked, ...beside.map((needed) => needed.join(''))])].sort();
}

/** The Pythons for which everything is built; refuses where there is none among those that serve us. */
export function pythonsForWishes(wishes: readonly Wish[], pythons: readonly string[]): readonly string[] {
  const needed = wishes.flatMap(({ distribution, specifier }) => [
    [distribution, specifier] as const,
    ...companionsOf(distribution, specifier),
  ]);
  const fitting = needed.reduce<readonly string[]>((left, [distribution, specifier]) => {
    const built = pythonsWith(distribution, specifier);
    return left.filter((python) => built.includes(python));
  }, pythons);
  if (fitting.length > 0 || wishes.length === 0) return fitting;
  throw noPythonFor(wishes);
}

function noPythonFor(wishes: readonly Wish[]): UserError {
  const hopeless = wishes.filter(({ distribution, specifier }) => pythonsWith(distribution, specifier).length === 0);
  const culprits = hopeless.length === 0 ? wishes : hopeless;
  const [first] = culprits;
  const built = first === undefined ? '' : builtFor(first.distribution, first.specifier);
  const told = culprits.flatMap(notesOf).map(({ requirement, because }) => `${requirement} (${because})`);
  const why =
    hopeless.length === 0
      ? 'no Python has packages for all of it'
      : `${built === '' ? 'there is no such version' : `built for Python ${built} only`}; ${servedPythons[0]} is the oldest that Retune trains with`;
  const isAuthors = culprits.some(({ wanted }) => wanted.some(({ kind }) => kind === 'manifest'));
  return new UserError('refused', 'versions', `The script needs ${told.join(', ')}: ${why}.`, {
    help: isAuthors
      ? 'Loosen it there, or take the versions that come with Retune: --versions retune.'
      : 'Bring the script up to date at these lines.',
  });
}

/** Every wish once for people, however many lines ask for it; of several packages together. */
export function toldOf(wishes: readonly Wish[]): readonly VersionNote[] {
  const told = new Map<string, VersionNote>();
  const first = (one: WantedVersion, index: number, all: readonly WantedVersion[]): boolean =>
    all.findIndex(({ specifier, kind }) => kind === one.kind && specifier === one.specifier) === index;
  for (const wish of wishes)
    for (const { requirement, because } of notesOf({ ...wish, wanted: wish.wanted.filter(first) })) {
      const before = told.get(because);
      told.set(because, {
        requirement: before === undefined ? requirement : `${before.requirement}, ${requirement}`,
        because,
      });
    }
  return [...told.values()];
}

/** A wish for people: `scikit-learn<1.2`, and which lines ask for it. */
export interface VersionNote {
  readonly requirement: string;
  readonly because: string;
}

export function notesOf({ distribution, wanted }: Wish): readonly VersionNote[] {
  return wanted.map(({ specifier, what, path, line, cell, kind }) => {
    const place = cell === undefined ? `line ${line}` : `cell ${cell}, line ${line}`;
    const because = kind === 'manifest' ? `${path}, ${place}` : `${place} of ${path}: ${what}`;
    return { requirement: `${distribution}${specifier}`, because };
  });
}
