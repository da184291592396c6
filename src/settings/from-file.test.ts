import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettingsFile, settingsIn } from './from-file.ts';

const file = '.github/retune.yml';
const read = (text: string) => settingsIn(text, file, '/repository');
const problemsOf = (text: string) => read(text).problems.map(({ sentence }) => sentence);

test('flat keys, as they are written', () => {
  const text =
    'script: train.py\ntarget: 80 %\nseed: 007\ntrain-metric: True\nkeep: [a, b]\narguments: --epochs "5 6"\n';
  const { given, problems } = read(text);
  expect(problems).toEqual([]);
  expect(given.map(({ name, texts }) => [name, texts])).toEqual([
    ['script', ['train.py']],
    ['target', ['80 %']],
    ['seed', ['007']],
    ['train-metric', ['true']],
    ['keep', ['a', 'b']],
    ['arguments', ['--epochs', '5 6']],
  ]);
  expect(given[1]).toMatchObject({ where: '.github/retune.yml:2: target', place: { file, line: 2 } });
});

test.each([
  ['', []],
  ['# nothing yet\n', []],
  ['targte: 0.9\n', [`${file}:1: unknown setting "targte", did you mean target?`]],
  ['\ntrials: [1, 2]\n', [`${file}:2: trials: expected one value, got a list`]],
  ['trials:\n', [`${file}:1: trials: has no value`]],
  ['target:\n  train.py: 0.9\n', [`${file}:1: target: expected a plain value, got a section`]],
  ['keep: [{a: 1}]\n', [`${file}:1: keep: expected a list of plain values`]],
  ['- target\n', [`${file}:1: expected settings as "name: value", one a line`]],
  ['apply: true\n', [`${file}:1: apply cannot be set in a file; use the flag --apply`]],
  ['fail-below-target: yes\n', []],
  ['trials: 1\ntrials: 2\n', [`${file}:2: Map keys must be unique`]],
  ['a: "open\n', [`${file}:2: Missing closing "quote`]],
])('%j', (text, problems) => {
  expect(problemsOf(text)).toEqual(problems);
});

test('the nearest file upwards, but not out of the repository', () => {
  const root = mkdtempSync(join(tmpdir(), 'retune-settings-'));
  try {
    mkdirSync(join(root, '.github'));
    writeFileSync(join(root, file), 'trials: 5\n');
    mkdirSync(join(root, 'models', 'deep'), { recursive: true });
    const [given] = readSettingsFile(join(root, 'models', 'deep')).given;
    expect(given).toMatchObject({ name: 'trials', where: '../../.github/retune.yml:1: trials', base: root });
    mkdirSync(join(root, 'models', '.git'));
    expect(readSettingsFile(join(root, 'models', 'deep'))).toEqual({ given: [], problems: [] });
  } finally {
    rmSync(root, { recursive: true });
  }
});
