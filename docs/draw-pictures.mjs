// `node docs/draw-pictures.mjs [ARGUMENT…]`: runs the README's first command on a terminal of its own (a study that
// has ended is only told again: add --fresh to train anew) and draws what it showed into this folder.
// Needs `script` of util-linux, which gives the command a terminal.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { drawScreen } from './draw-screen.mjs';
import { drawSearch } from './draw-search.mjs';
import { screenOf } from './screen.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const command = ['examples/keras-cnn/train.py', '--target', '0.97'];
const more = process.argv.slice(2);
const shown = `node dist/cli.js run ${command.join(' ')}`;

const typed = `stty cols 104; exec node dist/cli.js run ${[...command, ...more].join(' ')}`;
const { stdout } = spawnSync('script', ['-qec', typed, '/dev/null'], {
  cwd: join(here, '..'),
  encoding: 'utf8',
  env: asOnATerminal(process.env),
  maxBuffer: 1 << 28,
});
const told = spawnSync(
  'node',
  ['dist/cli.js', 'report', ...command, ...more.filter((one) => one !== '--fresh'), '--json'],
  {
    cwd: join(here, '..'),
    encoding: 'utf8',
  },
);

const lines = screenOf(stdout);
const end = lines.findIndex(({ text }) => text.startsWith('Target '));
const files = lines.findIndex(({ text }) => text === 'Files');
writeFileSync(join(here, 'run.svg'), drawScreen(shown, lines.slice(end, files < 0 ? undefined : files)));
writeFileSync(join(here, 'search.svg'), drawSearch(JSON.parse(told.stdout)));

/** As a person's shell has it: in CI no line is rewritten, and `NO_COLOR` takes the colours away. */
function asOnATerminal(environment) {
  const kept = Object.entries(environment).filter(([name]) => !['CI', 'NO_COLOR'].includes(name));
  return { ...Object.fromEntries(kept), TERM: 'xterm-256color' };
}
