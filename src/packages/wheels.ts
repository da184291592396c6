import { clausesOf, compareVersions, readVersion, satisfies } from './version.ts';
import { companions, wheels } from './wheels.data.ts';
import type { Companions, Series } from './wheels.data.ts';

/** Every minor version of Python that an environment can be made with. */
export const servedPythons = ['3.9', '3.10', '3.11', '3.12', '3.13', '3.14'] as const;

/**
 * The Pythons for which a version that fits is built, of those that serve us. A distribution that is not in
 * the table is taken to be built for all: then the installer has the word.
 */
export function pythonsWith(distribution: string, specifier: string): readonly string[] {
  const series = Object.hasOwn(wheels, distribution) ? wheels[distribution] : undefined;
  if (series === undefined) return servedPythons;
  const fitting = series.filter((one) => fits(one, specifier));
  // Newer than the table: what the newest series has.
  const [newest] = fitting.length === 0 && isNewer(series, specifier) ? series.slice(-1) : [];
  const found = [...fitting, ...(newest === undefined ? [] : [newest])];
  return servedPythons.filter((python) => found.some(({ pythons }) => within(python, pythons)));
}

/** All the Pythons of a version, also those that are too old for us, as `3.6 to 3.8`; for people. */
export function builtFor(distribution: string, specifier: string): string {
  const series = (Object.hasOwn(wheels, distribution) ? wheels[distribution] : undefined) ?? [];
  const found = series.filter((one) => fits(one, specifier));
  const [oldest, newest] = [found[0]?.pythons[0], found.at(-1)?.pythons[1]];
  return oldest === undefined || newest === undefined ? '' : oldest === newest ? oldest : `${oldest} to ${newest}`;
}

/** What has to stand beside every version that a specifier takes, and what beside that. */
export function companionsOf(distribution: string, specifier: string): Companions['needs'] {
  const found = Object.hasOwn(companions, distribution) ? companions[distribution] : undefined;
  if (found === undefined || !endsAt(specifier, found.below)) return [];
  return found.needs.flatMap(([name, needed]) => [[name, needed] as const, ...companionsOf(name, needed)]);
}

/** Whether a specifier takes only versions below one. */
function endsAt(specifier: string, below: string): boolean {
  const limit = readVersion(below);
  return clausesOf(specifier).some((clause) => {
    const version = readVersion(clause?.version.replace(/\.\*$/, '') ?? '');
    if (clause === null || version === null || limit === null) return false;
    const order = compareVersions(version, limit);
    return clause.operator === '<' ? order <= 0 : ['<=', '==', '==='].includes(clause.operator) && order < 0;
  });
}

/** Whether a specifier takes one of a series: its ends, or a version in it that the specifier itself names. */
function fits({ from, to }: Series, specifier: string): boolean {
  const [first, last] = [readVersion(from), readVersion(to)];
  const named = clausesOf(specifier).map((clause) => clause?.version.replace(/\.\*$/, '') ?? '');
  const inside = named.filter((text) => {
    const version = readVersion(text);
    return version !== null && first !== null && last !== null
      ? compareVersions(version, first) >= 0 && compareVersions(version, last) <= 0
      : false;
  });
  return [from, to, ...inside].some((version) => satisfies(version, specifier));
}

function isNewer(series: readonly Series[], specifier: string): boolean {
  const last = readVersion(series.at(-1)?.to ?? '');
  return clausesOf(specifier).some((clause) => {
    const version = readVersion(clause?.version.replace(/\.\*$/, '') ?? '');
    return (
      last !== null && version !== null && compareVersions(version, last) > 0 && !/^[<!]/.test(clause?.operator ?? '')
    );
  });
}

function within(python: string, [from, to]: readonly [string, string]): boolean {
  const minor = Number(python.slice(2));
  return minor >= Number(from.slice(2)) && minor <= Number(to.slice(2));
}
