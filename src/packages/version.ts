/** A version as PEP 440 orders them; what stands behind `+` is left out, since it names a build. */
export interface Version {
  readonly epoch: number;
  readonly release: readonly number[];
  /** Where it stands beside its release: before 0 a development or pre-release, after 0 a post-release. */
  readonly phase: readonly [rank: number, number: number];
}

const written =
  /^v?(?:(\d+)!)?(\d+(?:\.\d+)*)(?:[-_.]?(a|alpha|b|beta|c|rc|pre|preview)[-_.]?(\d*))?(?:[-_.]?(post|rev|r)[-_.]?(\d*)|-(\d+))?(?:[-_.]?dev[-_.]?(\d*))?(?:\+[a-z0-9.]+)?$/i;

/** `null` where it is no version. */
export function readVersion(text: string): Version | null {
  const found = written.exec(text.trim());
  if (found === null) return null;
  const [, epoch, release = '', stage, number, post, postNumber, dashed] = found;
  return {
    epoch: Number(epoch ?? 0),
    release: release.split('.').map(Number),
    phase: phaseOf(stage, number, post ?? dashed, postNumber ?? dashed, /dev/i.test(text)),
  };
}

const stages: Readonly<Record<string, number>> = { a: -3, b: -2, c: -1, r: -1, p: -1 };

function phaseOf(
  stage: string | undefined,
  number: string | undefined,
  post: string | undefined,
  postNumber: string | undefined,
  development: boolean,
): Version['phase'] {
  if (stage !== undefined) return [stages[stage.charAt(0).toLowerCase()] ?? -1, Number(number ?? 0)];
  if (post !== undefined) return [1, Number(postNumber ?? 0)];
  return [development ? -4 : 0, 0];
}

/** Below 0 where the first is older. */
export function compareVersions(one: Version, other: Version): number {
  const length = Math.max(one.release.length, other.release.length);
  for (let index = 0; index < length; index += 1) {
    const step = (one.release[index] ?? 0) - (other.release[index] ?? 0);
    if (one.epoch === other.epoch && step !== 0) return step;
  }
  return one.epoch - other.epoch || one.phase[0] - other.phase[0] || one.phase[1] - other.phase[1];
}

/** Whether a version fits a specifier, `>=1.2,<2`; the empty one fits all, one that cannot be read none. */
export function satisfies(version: string, specifier: string): boolean {
  const given = readVersion(version);
  if (given === null) return false;
  return clausesOf(specifier).every((clause) => clause !== null && fits(given, clause));
}

export interface Clause {
  readonly operator: string;
  readonly version: string;
}

/** The parts of a specifier; `null` for what is none. */
export function clausesOf(specifier: string): readonly (Clause | null)[] {
  return specifier
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const found = /^(===|~=|==|!=|<=|>=|<|>)\s*([^\s,;]+)$/.exec(part);
      return found === null ? null : { operator: found[1] ?? '', version: found[2] ?? '' };
    });
}

function fits(given: Version, { operator, version }: Clause): boolean {
  const wanted = readVersion(version.replace(/\.\*$/, ''));
  if (wanted === null) return false;
  const begins = startsWith(given, wanted);
  const order = compareVersions(given, wanted);
  switch (operator) {
    case '==':
    case '===':
      return version.endsWith('.*') ? begins : order === 0;
    case '!=':
      return version.endsWith('.*') ? !begins : order !== 0;
    case '>=':
      return order >= 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '<':
      // A pre-release of the bound itself is not below it.
      return order < 0 && !(given.phase[0] < 0 && startsWith(given, wanted) && wanted.phase[0] >= 0);
    case '~=':
      return order >= 0 && startsWith(given, { ...wanted, release: wanted.release.slice(0, -1) });
    default:
      return false;
  }
}

function startsWith({ epoch, release }: Version, other: Version): boolean {
  return epoch === other.epoch && other.release.every((part, index) => (release[index] ?? 0) === part);
}
