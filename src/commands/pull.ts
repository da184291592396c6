import { relative, resolve, sep } from 'node:path';
import { exitCodes } from '../errors.ts';
import { mostLegs, pullText } from '../report/pull-text.ts';
import type { Settings } from '../settings/settings.ts';
import { changesSince, filesUnder } from '../wiring.ts';
import { changedScripts } from './changed-scripts.ts';
import { namedFiles } from './named-files.ts';
import type { Terminal } from './terminal.ts';

/** `pull`: which training scripts a push changed, one leg of the matrix each. */
export async function pull(settings: Settings, terminal: Terminal): Promise<number> {
  const here = process.cwd();
  const { root, files } = await filesUnder(here);
  const candidates = settings.scripts.length === 0 ? files : namedFiles(settings.scripts, files, { here, root });
  const { since, paths, missing } = await changesSince(
    root,
    settings.since.length > 0 ? settings.since : ['HEAD^'],
    settings.token,
  );
  // Other settings may mean another result of the same script.
  const all = since === null || paths.includes('.github/retune.yml');
  const found = await changedScripts(candidates, all ? null : paths, { root, data: settings.data });
  const scripts = found.map(({ path, program, because }) => ({
    path: relative(here, resolve(root, path)).split(sep).join('/'),
    framework: program.framework,
    because,
  }));
  const legs = scripts.slice(0, mostLegs).map(({ path }) => path);
  const told = pullText({ scripts, since, changed: paths.length, missing });
  terminal.note({ kind: 'scripts', scripts: legs, told });
  terminal.out(settings.json ? `${JSON.stringify(legs)}\n` : told);
  if (settings.json) terminal.err(told);
  return exitCodes.done;
}
