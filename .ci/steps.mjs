// The steps of `.ci/run`, in order. Each prints its own output and is counted by what its runner says.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const root = new URL('..', import.meta.url).pathname;
const cache = process.env.RETUNE_CI_CACHE ?? join(homedir(), '.cache', 'retune-ci');
const home = join(cache, 'home');
const tools = join(cache, 'tools');
const node24 = join(cache, 'node24', 'node_modules', 'node', 'bin');
mkdirSync(home, { recursive: true });

const environment = {
  ...process.env,
  PATH: `${join(tools, 'bin')}:${process.env.PATH}`,
  RETUNE_HOME: home,
  RETUNE_NODE24: join(node24, 'node'),
  RETUNE_PYTORCH: 'default',
};

const steps = [
  { name: 'unit tests', command: ['npm', 'test'], count: jest },
  { name: 'types', command: ['npx', 'tsc', '--noEmit'] },
  { name: 'lint', command: ['npx', 'eslint', '.'] },
  { name: 'format', command: ['npx', 'prettier', '--check', '.'] },
  { name: 'honest verdicts', command: ['npm', 'run', '-s', 'benchmark:honesty'] },
  { name: 'dist is fresh', command: ['node', '.ci/build.mjs', '--check'] },
  {
    name: 'runtime tests',
    command: ['python3', '-m', 'unittest', 'discover', 'images/runtime/tests'],
    count: unittest,
  },
  {
    name: 'tools: uv',
    command: ['bash', '-c', `command -v uv || { python3 -m venv '${tools}' && '${tools}/bin/pip' install -q uv; }`],
  },
  {
    name: 'tools: Node 24',
    command: [
      'bash',
      '-c',
      `[ -x '${node24}/node' ] || npm install --prefix '${join(cache, 'node24')}' --no-save --no-audit --no-fund node@24`,
    ],
  },
  { name: 'end to end', command: ['npm', 'run', 'test:end-to-end'], count: jest },
];

let passed = 0;
let failed = 0;
for (const step of steps) {
  const started = Date.now();
  console.log(`\n=== ${step.name}`);
  const [program, ...args] = step.command;
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: root,
    env: environment,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const output = `${stdout ?? ''}${stderr ?? ''}`;
  process.stdout.write(output);
  const count = (step.count ?? single)(output, status);
  passed += count.passed;
  failed += count.failed;
  console.log(
    `--- ${step.name}: ${count.passed} passed, ${count.failed} failed, ${Math.round((Date.now() - started) / 1000)} s`,
  );
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function single(_, status) {
  return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 };
}

/** "Tests:  1 failed, 2 skipped, 9 passed, 12 total": whatever did not pass has failed, also a suite that did not start. */
function jest(output, status) {
  const line = output.split('\n').findLast((text) => text.startsWith('Tests:')) ?? '';
  const count = Number(/(\d+) passed/.exec(line)?.[1] ?? 0);
  const total = Number(/(\d+) total/.exec(line)?.[1] ?? 0);
  return atLeastOneFailure({ passed: count, failed: total - count }, status !== 0 || total === 0);
}

/** "Ran 12 tests in 1s" and "FAILED (failures=1, errors=1, skipped=2)" or "OK (skipped=1)". */
function unittest(output, status) {
  const total = Number(/Ran (\d+) tests? in/.exec(output)?.[1] ?? 0);
  const bad = [...output.matchAll(/(failures|errors|skipped|unexpected successes)=(\d+)/g)].reduce(
    (sum, match) => sum + Number(match[2]),
    0,
  );
  return atLeastOneFailure({ passed: total - bad, failed: bad }, status !== 0 || total === 0);
}

function atLeastOneFailure(count, broken) {
  return { passed: count.passed, failed: broken ? Math.max(count.failed, 1) : count.failed };
}
