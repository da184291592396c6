import { UserError } from '../errors.ts';
import type { ErrorKind } from '../errors.ts';
import { findHyperparameters } from '../hyperparameters/find.ts';
import type { Hyperparameter } from '../hyperparameters/hyperparameter.ts';
import { lineName, withoutName } from '../report/program-wording.ts';
import { detectProgram } from '../program/detect.ts';
import type { Program } from '../program/program.ts';
import { nothingToTune } from '../program/refusals.ts';
import type { SourceFile } from '../python/source.ts';
import type { LeftAlone } from '../study/events.ts';
import { readSources } from '../wiring.ts';
import type { Settings } from '../settings/settings.ts';

/** Job 2 for one script: what it is, and what can be changed in it. */
export interface Script {
  /** Absolute; the repository, or the script's folder where there is none. */
  readonly root: string;
  readonly program: Program;
  /** The script, its Python siblings and the configuration files beside them. */
  readonly files: readonly SourceFile[];
  readonly hyperparameters: readonly Hyperparameter[];
  readonly left: readonly LeftAlone[];
}

/** Reads and understands a script; `within` is its root where that is known. A refusal is not thrown: `program.refused`. */
export async function readScript(path: string, settings: Settings, within?: string): Promise<Script> {
  const { root, script, siblings, configurations, manifests, dataState } = await readSources(
    path,
    settings.data,
    settings.directory,
    within,
  );
  const program = await detectProgram(script, siblings, dataState, manifests);
  const files = [script, ...siblings, ...configurations];
  const unreadable =
    program.refused !== null && ['syntax-error', 'not-python', 'too-large'].includes(program.refused.code);
  // What trains nothing has nothing to tune, whatever stands in its idle code.
  const { found, left } =
    unreadable || !program.trains
      ? { found: [], left: [] }
      : await findHyperparameters(files, program, settings.arguments);
  // Who names the metric knows that it is told, if by a way that reading does not see: the first run shows it.
  const isNamed = program.refused?.code === 'no-metric' && settings.metric !== null;
  const known = isNamed ? null : program.refused;
  const refused = known ?? (program.trains && found.length === 0 ? nothingToTune(program, left) : null);
  return { root, program: { ...program, refused }, files, hyperparameters: found, left };
}

/** Refusals that are a mistake in the script's text, and so exit with 2. */
const mistakes: readonly string[] = ['syntax-error', 'not-python'];

/** Stops with the refusal, where there is one that this user has not overruled. */
export function insist({ program }: Script): void {
  const { script, refused } = program;
  if (refused === null) return;
  const kind: ErrorKind = mistakes.includes(refused.code) ? 'mistake' : 'refused';
  const { line, column, cell } = refused;
  const reason = withoutName(refused.reason, script);
  // A line of a cell is none of the file that tools would point at.
  const inCell = cell === undefined || line === undefined ? null : lineName({ cell, line });
  const at = inCell === null && line !== undefined ? { line, ...(column === undefined ? {} : { column }) } : {};
  throw new UserError(kind, refused.code, inCell === null ? reason : `${inCell}: ${reason}`, {
    help: refused.help,
    place: { file: script, ...at },
  });
}
