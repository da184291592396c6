import { reproduceScript } from './reproduce-script.ts';
import type { Reproduction } from './reproduce-script.ts';

const about: Reproduction = {
  study: 'train-1a2b3c',
  script: 'models/train.py',
  directory: 'models',
  arguments: ['--name', "it's $HOME; rm -rf /"],
  python: '3.11.7',
  steps: [
    { kind: 'lock', file: '/retune/images/keras/requirements.txt', hashed: true, index: null },
    { kind: 'names', names: ['seaborn'], within: [] },
  ],
  commit: 'abc123',
  changed: true,
  data: [{ host: '/data/my digits', inside: null }],
  expected: 'test accuracy 98.4 %\necho gotcha',
};

test('it makes the environment, applies the diff and trains', () => {
  const script = reproduceScript(about);
  expect(script).toContain('install --no-deps --require-hashes --requirement "$here"/environment/1-requirements.txt');
  expect(script).toContain('install seaborn');
  expect(script).toContain('cp -R "$here/changed/." "$into/work/"');
  expect(script).toContain('cd "$into/work"/models\n');
  expect(script).toContain('"$environment/bin/python" ../models/train.py');
});

test('declared data lies where the script looks for it, if this machine has it', () => {
  const script = reproduceScript(about);
  expect(script).toContain('[ -e "$1" ] || return 0');
  expect(script).toContain("show '/data/my digits' 'my digits'\n");
  expect(reproduceScript({ ...about, data: [] })).not.toContain('show');
});

test('what comes from a user stays one word, and a comment one line', () => {
  const script = reproduceScript(about);
  expect(script).toContain(String.raw`--name 'it'\''s $HOME; rm -rf /'`);
  expect(script).toContain('# Expected: test accuracy 98.4 % echo gotcha\n');
});

test('a script that reaches its target as it is needs no patch', () => {
  expect(reproduceScript({ ...about, changed: false })).not.toContain('changed/');
});

test('the cells of a notebook are played, as Python cannot run its JSON', () => {
  const script = reproduceScript({ ...about, script: 'models/train.ipynb' });
  expect(script).toContain('python" "$here"/environment/notebook/play_notebook.py ../models/train.ipynb');
});
