import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { changedScripts } from './changed-scripts.ts';

const trains = `from sklearn.svm import SVC
model = SVC(C=1.0).fit([[0.0], [1.0]], [0, 1])
print("accuracy:", model.score([[0.0]], [0]))
`;
const files: Readonly<Record<string, string>> = {
  'readme.md': '# Models',
  'plain/train.py': trains,
  'split/train.py': `from network import build\nimport tools.data\n${trains}`,
  'split/network.py': 'def build():\n    return 1\n',
  'split/tools/__init__.py': '',
  'split/tools/data.py': 'rows = 1\n',
  'split/unused.py': 'x = 1\n',
  'library/run.py': 'from fitting import go\ngo()\n',
  'library/fitting.py': `from sklearn.svm import SVC\ndef go():\n    SVC().fit([[0.0]], [0])\nif __name__ == '__main__':\n    go()\n`,
  'part/run.py': 'from inner import go\ngo()\nprint("accuracy:", 1.0)\n',
  'part/inner.py': 'from sklearn.svm import SVC\ndef go():\n    SVC().fit([[0.0]], [0])\n',
  'tests/test_model.py': trains,
  'set/train.py': `import yaml\nC = yaml.safe_load(open('conf/svm.yaml'))['C']\n${trains}`,
  'set/conf/svm.yaml': 'C: 1.0\n',
  'set/other.yaml': 'C: 1.0\n',
  'broken/train.py': 'import torch\nloss.backward(\n',
  'broken/other.py': 'print "hello"\n',
};
const root = mkdtempSync(join(tmpdir(), 'retune-changed-'));
for (const [path, text] of Object.entries(files)) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

test.each([
  [['plain/train.py'], [['plain/train.py', ['plain/train.py']]]],
  [['readme.md', 'split/unused.py'], []],
  [['split/network.py'], [['split/train.py', ['split/network.py']]]],
  [['split/tools/data.py'], [['split/train.py', ['split/tools/data.py']]]],
  [['set/conf/svm.yaml'], [['set/train.py', ['set/conf/svm.yaml']]]],
  [['set/other.yaml'], []],
  [['tests/test_model.py'], []],
  [['broken/train.py', 'broken/other.py'], [['broken/train.py', ['broken/train.py']]]],
  // A module that trains for another script is a script of its own only where it can be started.
  [['part/inner.py'], [['part/run.py', ['part/inner.py']]]],
  [
    ['library/fitting.py'],
    [
      ['library/run.py', ['library/fitting.py']],
      ['library/fitting.py', ['library/fitting.py']],
    ],
  ],
])('a change of %j concerns %j', async (changed, concerned) => {
  const found = await changedScripts(Object.keys(files), changed, { root, data: [] });
  expect(found.map(({ path, because }) => [path, because])).toEqual(concerned);
});

test('without a commit to compare with, every training script is concerned', async () => {
  const found = await changedScripts(Object.keys(files), null, { root, data: [] });
  expect(found.map(({ path }) => path)).toEqual([
    'plain/train.py',
    'split/train.py',
    'library/run.py',
    'library/fitting.py',
    'part/run.py',
    'set/train.py',
    'broken/train.py',
  ]);
});
