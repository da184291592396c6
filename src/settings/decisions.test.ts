import { lasting, settingsAgain } from './decisions.ts';
import { readCommandLine } from './from-command-line.ts';
import { settingsIn } from './from-file.ts';
import { resolveSettings } from './resolve.ts';

const surroundings = { directory: '/repository/models', home: '/home/ada', retuneHome: undefined };

test('what was decided means the same again, elsewhere', () => {
  const argv = [
    'run',
    'train.py',
    '--target',
    '97 %',
    '--data',
    '../digits',
    '--keep',
    'p',
    '--fresh',
    '--',
    '-e',
    '5',
  ];
  const asked = readCommandLine(argv, surroundings.directory);
  if (asked.kind !== 'command') throw new Error('expected a command');
  const file = settingsIn('trials: 7\npython: env/bin/python', '../.github/retune.yml', '/repository');
  const first = resolveSettings('run', [asked.reading, file], surroundings).settings;
  const again = settingsAgain('tweak', lasting(first.decisions), 'models/train.py', {
    ...surroundings,
    directory: '/copy',
  });
  expect({ ...again, decisions: [] }).toEqual({
    ...first,
    scripts: ['models/train.py'],
    fresh: false,
    decisions: [],
  });
});

test('secrets, and what was meant for one call, are not kept', () => {
  const names = ['script', 'token', 'fresh', 'apply', 'json', 'home', 'target'];
  expect(lasting(names.map((name) => ({ name, texts: ['x'], base: '/' }))).map(({ name }) => name)).toEqual(['target']);
});
