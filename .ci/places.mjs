// Where the checks keep what is dear to make: environments, tools. Everything in it may be deleted at any time.
import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

export const root = new URL('..', import.meta.url).pathname;
const cache = process.env.RETUNE_CI_CACHE ?? join(homedir(), '.cache', 'retune-ci');
export const home = join(cache, 'home');
export const tools = join(cache, 'tools');
export const mypy = join(cache, 'mypy');
/** Where GitHub's own parser of workflows is installed. */
export const parser = join(cache, 'workflow-parser');
export const node24 = join(cache, 'node24', 'node_modules', 'node', 'bin', 'node');
export const node24Prefix = join(cache, 'node24');
mkdirSync(home, { recursive: true });

/** What every step sees. The tools come last on PATH, so that Python stays the machine's own. */
export const environment = {
  ...process.env,
  PATH: `${process.env.PATH}:${join(tools, 'bin')}`,
  RETUNE_HOME: home,
  RETUNE_NODE24: node24,
  RETUNE_PYTORCH: 'default',
};
