import { describeError, UserError } from '../errors.ts';
import { cut, safeText } from './terminal-safe.ts';

/** A note that GitHub shows at a line of a file: lines from 1, columns from 1. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
  readonly file?: string;
  readonly startLine?: number;
  readonly startColumn?: number;
}

/** GitHub cuts annotations at 4,096 characters, without a word. */
const most = 4000;

/** What went wrong, at its place in the user's files. `workspace` is absolute; places in it are shown relative to it. */
export function annotationOf(thrown: unknown, workspace: string): Annotation {
  if (!(thrown instanceof UserError)) {
    return { level: 'error', title: 'A bug in Retune', message: cut(safeText(describeError(thrown)), most) };
  }
  const { message, help, place, kind } = thrown;
  const text = cut(safeText(help === undefined ? message : `${message}\n→ ${help}`), most);
  return { level: 'error', title: titles[kind], message: text, ...placed(place, workspace) };
}

const titles: Readonly<Record<UserError['kind'], string>> = {
  mistake: 'Retune: something has to be corrected',
  refused: 'Retune refuses',
  machine: 'Retune: the machine prevents it',
};

function placed(place: UserError['place'], workspace: string): Partial<Annotation> {
  if (place === undefined) return {};
  const { file, line, column } = place;
  const inside = file.startsWith(`${workspace}/`) ? file.slice(workspace.length + 1) : file;
  // A file outside the repository cannot be annotated: GitHub would drop the note as a whole.
  if (inside.startsWith('/')) return {};
  return {
    file: inside,
    ...(line === undefined ? {} : { startLine: line }),
    // GitHub places a column only with a line.
    ...(line === undefined || column === undefined ? {} : { startColumn: column + 1 }),
  };
}
