import { UserError } from '../errors.ts';
import { readAction } from './from-action.ts';
import { readCommandLine } from './from-command-line.ts';
import { settingsIn } from './from-file.ts';
import type { Reading } from './given.ts';
import { resolveSettings } from './resolve.ts';
import { defaults, type Settings } from './settings.ts';
import type { Decided } from './setting.ts';
import { table } from './table.ts';

const surroundings = { directory: '/repository/models', home: '/home/ada', retuneHome: undefined };

function resolved(argv: readonly string[], ...others: readonly Reading[]): Settings {
  const asked = readCommandLine(argv, surroundings.directory);
  if (asked.kind !== 'command') throw new Error('expected a command');
  return resolveSettings(asked.command, [asked.reading, ...others], surroundings).settings;
}

function problemsOf(argv: readonly string[], ...others: readonly Reading[]): string {
  try {
    resolved(argv, ...others);
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
  throw new Error('expected problems');
}

const inFile = (text: string): Reading => settingsIn(text, '../.github/retune.yml', '/repository');
const inputs = (env: Record<string, string>): Reading => readAction(env, '/repository').reading;

/** For each setting a text, and the value it means on the command line in `/repository/models`. */
const samples: { [K in Decided]: readonly [string, Settings[K]] } = {
  scripts: ['train.py', ['train.py']],
  arguments: ['--epochs', ['--epochs']],
  since: ['main', ['main']],
  pullRequest: ['none', 'none'],
  token: ['ghs_x', 'ghs_x'],
  metric: ['Test R²', 'r2'],
  direction: ['max', 'maximise'],
  target: ['80 %', { text: '80 %', value: 80, percent: true }],
  trials: ['40', 40],
  time: ['1h30m', 5400],
  totalEpochs: ['300', 300],
  trialTime: ['90s', 90],
  repeats: ['5', 5],
  parallel: ['4', 4],
  seed: ['7', 7],
  tune: ['units', ['units']],
  keep: ['epochs', ['epochs']],
  trainMetric: ['true', true],
  data: ['/data:in', [{ host: '/data', inside: 'in' }]],
  directory: ['/tmp', '/tmp'],
  runner: ['docker', 'docker'],
  baseImage: ['debian:12', 'debian:12'],
  memory: ['8g', 8 * 2 ** 30],
  cpus: ['1.5', 1.5],
  network: ['bridge', 'bridge'],
  noWarm: ['true', true],
  python: ['python3.11', 'python3.11'],
  gpus: ['all', 'all'],
  pytorch: ['default', 'default'],
  build: ['cuda', 'cuda'],
  versions: ['retune', 'retune'],
  home: ['~/elsewhere', '/home/ada/elsewhere'],
  cache: ['none', 'none'],
  fresh: ['true', true],
  asFound: ['true', true],
  reproduce: ['true', true],
  apply: ['true', true],
  json: ['true', true],
  metricText: ['true', true],
  failBelowTarget: ['true', true],
  olderThan: ['7d', 604800],
  all: ['true', true],
  workflow: ['train.yml', 'train.yml'],
  restarts: ['9', 9],
  labels: ['gpu', ['gpu']],
  action: [`ada/retune@${'0'.repeat(40)}`, `ada/retune@${'0'.repeat(40)}`],
  force: ['true', true],
};

describe.each(table)('$name', ({ name, key, commands, flag, shape, input, file }) => {
  const [text, value] = samples[key];
  const verb = commands[0]!;
  const script = ['run', 'plan', 'train', 'tweak', 'report', 'detect', 'resume'].includes(verb) ? ['train.py'] : [];

  test('reaches Settings from wherever it may be given', () => {
    const flags = {
      flag: [`--${name}`, ...(shape === 'switch' ? [] : [text])],
      scripts: [],
      rest: ['--', text],
      none: [],
    };
    if (flag !== 'none') expect(resolved([verb, ...script, ...flags[flag]])[key]).toEqual(value);
    const named = flag === 'scripts' ? [] : script;
    const expected = flag === 'scripts' ? ['../train.py'] : value;
    if (input)
      expect(resolved([verb, ...named], inputs({ [`INPUT_${name.toUpperCase()}`]: text }))[key]).toEqual(expected);
    if (file) expect(resolved([verb, ...named], inFile(`${name}: ${text}`))[key]).toEqual(expected);
    expect(flag !== 'none' || input || file).toBe(true);
  });

  test('without it, the default holds', () => {
    const expected = key === 'home' ? '/home/ada/.retune' : key === 'scripts' ? script : defaults[key];
    expect(resolved([verb, ...script])[key]).toEqual(expected);
  });
});

test('a setting for every field, each with a name of its own', () => {
  const told = Object.keys(defaults).filter((key) => !['decisions', 'partOf'].includes(key));
  expect(table.map(({ key }) => key).sort()).toEqual(told.sort());
  expect(new Set(table.map(({ name }) => name)).size).toBe(table.length);
  for (const { name, key } of table) {
    const camel = name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
    expect([camel, `${camel}s`]).toContain(key);
  }
});

test('the defaults that help shows are the defaults', () => {
  for (const { key, shown, read, shape } of table) {
    const value = defaults[key];
    if (shape === 'switch') expect([shown, value]).toEqual(['off', false]);
    else if (key !== 'home' && (typeof value === 'number' || typeof value === 'string')) {
      const draft = { ...defaults };
      expect(read([shown], draft, String)).toBeNull();
      expect(draft[key]).toEqual(value);
    }
  }
});

test('the command line wins over the action, the action over the file', () => {
  const file = inFile('trials: 1\nrepeats: 2\nseed: 3');
  const action = inputs({ INPUT_TRIALS: '10', INPUT_REPEATS: '20' });
  expect(resolved(['run', 'a.py', '--trials', '100'], action, file)).toMatchObject({
    trials: 100,
    repeats: 20,
    seed: 3,
  });
});

test('relative paths start where they were written', () => {
  const file = inFile('data: [digits, ~/mnist:in]\npython: env/bin/python');
  expect(resolved(['run', 'a.py', '--directory', '..'], file)).toMatchObject({
    data: [
      { host: '/repository/digits', inside: null },
      { host: '/home/ada/mnist', inside: 'in' },
    ],
    python: '/repository/env/bin/python',
    directory: '/repository',
  });
});

test('settings are frozen, the defaults stay what they are', () => {
  const settings = resolved(['run', 'a.py', '--keep', 'x']);
  expect(Object.isFrozen(settings) && Object.isFrozen(settings.keep)).toBe(true);
  expect(resolveSettings('status', [], { ...surroundings, retuneHome: '/big/disk' }).settings.home).toBe('/big/disk');
});

test('all problems at once, each with its origin', () => {
  const file = inFile('trials: many\ntimes: 2h\nruner: local');
  const action = inputs({ INPUT_SEED: '-1' });
  const argv = [
    'run',
    '--target',
    'banana',
    '--time',
    '30',
    '--jsn',
    '--fresh=soon',
    '--repeats',
    '1',
    '--repeats',
    '2',
  ];
  expect(problemsOf(argv, file, action)).toBe(
    [
      '10 problems:',
      '  - unknown flag --jsn, did you mean --json?',
      '  - ../.github/retune.yml:2: unknown setting "times", did you mean time?',
      '  - ../.github/retune.yml:3: unknown setting "runer", did you mean runner?',
      '  - ../.github/retune.yml:1: trials: expected a whole number from 1 to 10000, got "many"',
      '  - input seed: expected a whole number from 0 to 4294967295, got "-1"',
      '  - --target: expected a number like 0.8 or "80 %", got "banana"',
      '  - --time: expected a time with its unit, got "30": did you mean 30s, 30m or 30h?',
      '  - --fresh: expected true or false, got "soon"',
      '  - --repeats: expected one value, got 2: 1, 2',
      '  - run needs a script',
    ].join('\n'),
  );
});

test.each([
  [['run', 'a.py', '--target', '0,8'], '--target: expected a number, got "0,8": write it with a point, 0.8'],
  [['run', 'a.py', '--metric', 'accuracy', '--target', '180'], /^--target: a target for accuracy lies between 0 and 1/],
  [
    ['run', 'a.py', '--metric', 'rmse', '--target', '80%'],
    '--target: a target for rmse is a plain number, not a percentage, got "80%"',
  ],
  [['run', 'a.py', '--metric', 'dice'], '--metric: it is not known whether more or less dice is better'],
  [['run', 'a.py', '--metric', 'acc', '--direction', 'min'], '--direction: accuracy is a metric to maximise'],
  [['run', 'a.py', '--direction', 'up'], '--direction: expected max or min, got "up"'],
  [['run', 'a.py', 'b.py'], 'run takes one script, got 2: a.py, b.py'],
  [['status', 'a.py'], 'status takes no script, got a.py'],
  [['detect'], 'detect needs a script'],
  [['run', 'a.py', '--data', 'a:b:c'], '--data: expected a folder or file as HOST or HOST:INSIDE, got "a:b:c"'],
  [['run', 'a.py', '--pytorch', 'gpu'], '--pytorch: expected cpu or default, got "gpu"'],
  [['run', 'a.py', '--home', ''], '--home: expected a path, got an empty one'],
])('%j', (argv, expected) => {
  expect(problemsOf(argv)).toMatch(expected);
});
