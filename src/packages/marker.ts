import { readVersion, satisfies } from './version.ts';

/** What a marker asks about (PEP 508): `python_version`, `sys_platform`, `platform_machine`, … */
export type MarkerVariables = Readonly<Record<string, string>>;

/** The variables of CPython on `linux-x86_64`, `macosx-14.0-arm64`, …; `version` is whole, `3.11.7`. */
export function markerVariables(version: string, platform: string): MarkerVariables {
  const system = platform.startsWith('linux') ? 'linux' : platform.startsWith('mac') ? 'darwin' : 'win32';
  return {
    python_version: version.split('.').slice(0, 2).join('.'),
    python_full_version: version,
    implementation_name: 'cpython',
    platform_python_implementation: 'CPython',
    implementation_version: version,
    os_name: system === 'win32' ? 'nt' : 'posix',
    sys_platform: system,
    platform_system: { linux: 'Linux', darwin: 'Darwin', win32: 'Windows' }[system],
    platform_machine: platform.split('-').at(-1) ?? '',
    extra: '',
  };
}

/** Whether a marker holds; one that cannot be read holds, so that what it guards is not forgotten. */
export function markerHolds(marker: string | null, variables: MarkerVariables): boolean {
  if (marker === null) return true;
  const words = marker.match(/'[^']*'|"[^"]*"|[()]|===|~=|[<>=!]=|[<>]|\w+/g) ?? [];
  try {
    return evaluate(words, variables);
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return true;
    throw thrown;
  }
}

/** `or` of `and` of comparisons, with parentheses; throws a `SyntaxError` where it is none. */
function evaluate(words: readonly string[], variables: MarkerVariables): boolean {
  let at = 0;
  const takes = (word: string): boolean => {
    const there = words[at] === word;
    if (there) at += 1;
    return there;
  };
  const next = (): string => {
    const word = words[at];
    if (word === undefined) throw new SyntaxError('the marker ends early');
    at += 1;
    return word;
  };
  const value = (): string => {
    const word = next();
    if (/^['"]/.test(word)) return word.slice(1, -1);
    const known = Object.hasOwn(variables, word) ? variables[word] : undefined;
    if (known === undefined) throw new SyntaxError(`no variable ${word}`);
    return known;
  };
  const single = (): boolean => {
    if (takes('(')) {
      const inside = either();
      if (!takes(')')) throw new SyntaxError('a parenthesis is open');
      return inside;
    }
    const left = value();
    const negated = takes('not');
    const operator = next();
    return compares(left, operator, value()) !== negated;
  };
  const both = (): boolean => {
    let all = single();
    while (takes('and')) all = single() && all;
    return all;
  };
  const either = (): boolean => {
    let any = both();
    while (takes('or')) any = both() || any;
    return any;
  };
  const whole = either();
  if (at < words.length) throw new SyntaxError('more behind the marker');
  return whole;
}

function compares(left: string, operator: string, right: string): boolean {
  if (operator === 'in') return right.includes(left);
  if (readVersion(left) !== null && readVersion(right.replace(/\.\*$/, '')) !== null)
    return satisfies(left, `${operator}${right}`);
  switch (operator) {
    case '==':
      return left === right;
    case '!=':
      return left !== right;
    default:
      throw new SyntaxError(`no comparison ${operator} of texts`);
  }
}
