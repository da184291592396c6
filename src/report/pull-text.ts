import { columns } from './columns.ts';
import { safeLine } from './terminal-safe.ts';
import { count } from './wording.ts';

/** What a push concerns, as `pull` found it. */
export interface Pull {
  readonly scripts: readonly {
    readonly path: string;
    readonly framework: string;
    readonly because: readonly string[];
  }[];
  /** The commit compared with; `null`: none, everything counts. */
  readonly since: string | null;
  /** Files that changed, of any kind. */
  readonly changed: number;
  readonly missing: readonly string[];
}

/** GitHub runs a matrix of so many jobs at most. */
export const mostLegs = 256;

export function pullText({ scripts, since, changed, missing }: Pull): string {
  const lost = missing.map((commit) => `Commit ${safeLine(commit, 60)} could not be had to compare with.\n`).join('');
  const compared =
    since === null ? 'all scripts count' : `${count(changed, 'file')} changed since ${since.slice(0, 12)}`;
  if (scripts.length === 0) {
    const all = since === null ? 'No training script was found' : 'No training script changed';
    return `${lost}${all}: ${compared}. There is nothing to do.\n`;
  }
  const rows = scripts.map(({ path, framework, because }) => {
    const others = because.filter((one) => one !== path);
    const why =
      because.includes(path) || others.length === 0
        ? ''
        : `imports ${others.map((one) => safeLine(one, 60)).join(', ')}`;
    return [safeLine(path, 100), framework === 'none' ? '' : framework, why];
  });
  const more =
    scripts.length > mostLegs ? `\nOnly the first ${mostLegs} are taken: a matrix has no room for more.\n` : '';
  return `${lost}${count(scripts.length, 'training script')} to look at; ${compared}.\n${columns(rows).join('\n')}\n${more}`;
}
