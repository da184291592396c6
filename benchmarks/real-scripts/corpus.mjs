// The scripts, and what their heads say of the measurement.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cli, root } from '../measure.mjs';

const corpus = fileURLToPath(new URL('corpus/', import.meta.url));
export const home = process.env.RETUNE_HOME ?? join(homedir(), '.retune');

/**
 * Every script whose name holds `only`: `# target: VALUE METRIC`, `# metric: EXPRESSION` in the script's own names, `# grow:
 * ARGUMENT` that the classic way makes larger, `# data: FOLDER` below the benchmark's data where it reads files.
 */
export function scriptsLike(only, data) {
  return readdirSync(corpus)
    .filter((file) => file.endsWith('.py') && file.includes(only))
    .map((file) => scriptAt(file, data));
}

function scriptAt(file, data) {
  const path = join(corpus, file);
  const text = readFileSync(path, 'utf8');
  const said = (key) => new RegExp(`^# ${key}: (.+)$`, 'm').exec(text)?.[1];
  const folder = said('data') ?? null;
  const [target, metric] = (said('target') ?? '').split(' ');
  return {
    name: file.replace('.py', ''),
    path,
    target: Number(target),
    metric,
    expression: said('metric'),
    grows: said('grow'),
    data: folder === null ? null : join(data, folder),
    missing: folder !== null && !existsSync(join(data, folder)),
  };
}

/** What the product sees in a script: the places that hold a written value, and the interpreter of its environment. */
export function readingOf({ path, name }) {
  const { stdout, status } = spawnSync(process.execPath, [cli, 'detect', '--json', path], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`detect ended with ${status} for ${name}`);
  const [{ hyperparameters, environment }] = JSON.parse(stdout);
  const places = hyperparameters.filter(({ form, value }) => form !== 'layer' && form !== 'insertion' && value !== '');
  return { places, python: interpreterOf(environment.image.replace('retune/', '')) };
}

function interpreterOf(family) {
  const folder = join(home, 'environments');
  const found = readdirSync(folder).find((each) => {
    const complete = join(folder, each, 'complete.json');
    return (
      existsSync(complete) &&
      JSON.parse(readFileSync(complete, 'utf8')).requirements === `images/${family}/requirements.txt`
    );
  });
  if (found === undefined) throw new Error(`No environment for ${family} in ${folder}: run one of its scripts once.`);
  return join(folder, found, 'bin', 'python');
}
