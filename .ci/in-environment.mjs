// `node .ci/in-environment.mjs EXAMPLE ARGUMENT…`: runs Python with these arguments in the environment that the
// product makes for an example.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { environment, home, root } from './places.mjs';

const [example, ...args] = process.argv.slice(2);
const script = `examples/${example}/train.py`;

const planned = plan();
if (!planned.ready) retune('train', script);
const python = join(home, 'environments', planned.hash, 'bin', 'python');
process.exitCode = spawnSync(python, args, { cwd: root, env: environment, stdio: 'inherit' }).status ?? 1;

function plan() {
  return JSON.parse(retune('plan', script, '--json')).environment;
}

function retune(...words) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['dist/cli.js', ...words, '--pytorch', environment.RETUNE_PYTORCH],
    { cwd: root, env: environment, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`${words.join(' ')} ended with ${status}:\n${stderr}`);
  return stdout;
}
