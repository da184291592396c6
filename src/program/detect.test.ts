import type { SourceFile } from '../python/source.ts';
import { detectProgram } from './detect.ts';
import type { DataFile, Program } from './program.ts';
import { nothingToTune } from './refusals.ts';

const ridge = 'from sklearn.linear_model import Ridge\nm = Ridge().fit(X, y)\nprint("R2:", m.score(X_test, y_test))\n';

function notebookOf(cells: readonly string[], language = 'python'): string {
  const code = cells.map((source) => ({ cell_type: 'code', source: source.split(/(?<=\n)/), outputs: [] }));
  return JSON.stringify({ cells: code, metadata: { kernelspec: { language } }, nbformat: 4 });
}

async function detect(
  text: string,
  siblings: readonly SourceFile[] = [],
  data: Readonly<Record<string, DataFile['state']>> = {},
): Promise<Program> {
  return detectProgram({ path: 'train.py', text }, siblings, (path) => data[path] ?? 'missing');
}

test.each([
  ['print "loss", x', true],
  ['exec code', true],
  ['print(loss) x', false],
  ['x = = 3', false],
])('%j is told to be Python 2: %j', async (line, isOld) => {
  const { refused } = await detect(`x = 1\n${line}\n`);
  expect(refused?.reason.includes('is written in Python 2')).toBe(isOld);
  expect(refused?.help.includes('2to3')).toBe(isOld);
});

test.each([
  ['a syntax error', 'train.py', 'x = 1\nmodel.fit(x,\n', 'syntax-error', { line: 2 }],
  ['Python 2', 'train.py', 'print "loss", x\n', 'syntax-error', { line: 1, column: 0 }],
  ['a shell script', 'train.sh', 'python train.py\n', 'not-python', {}],
  ['no notebook', 'train.ipynb', '{}', 'not-python', {}],
  ['a notebook in R', 'train.ipynb', notebookOf([], 'R'), 'not-python', {}],
  ['a broken cell', 'train.ipynb', notebookOf(['x = 1', 'y = 2\nx = = 3']), 'syntax-error', { line: 2, cell: 1 }],
  ['data written as Python', 'train.py', `x = [${'1, '.repeat(700_000)}]`, 'too-large', {}],
  ['bytes', 'train.py', 'PK\u0003\0\0', 'not-python', {}],
  ['an empty file', 'train.py', '', 'does-not-train', {}],
  [
    'only preparation',
    'train.py',
    'from sklearn.preprocessing import StandardScaler\nStandardScaler().fit(X)\n',
    'does-not-train',
    {},
  ],
  [
    'decoys in text',
    'train.py',
    '# model.fit(x, epochs=3)\ns = "from keras import *; model.fit(x)"\n',
    'does-not-train',
    {},
  ],
  [
    'an unknown package',
    'train.py',
    `x = 1\nimport nosuchthing.deep\n${ridge}`,
    'unknown-package',
    { line: 2, column: 0 },
  ],
  ['a name like that of an object’s own', 'train.py', `import constructor\n${ridge}`, 'unknown-package', { line: 1 }],
  ['no metric', 'train.py', 'from sklearn.svm import SVC\nSVC().fit(X, y)\nprint("done")\n', 'no-metric', {}],
  [
    'data that is missing',
    'train.py',
    `import pandas as pd\nd = pd.read_csv('data/a.csv')\n${ridge}`,
    'missing-data',
    { line: 2 },
  ],
  [
    'data that is a pointer',
    'train.py',
    `import numpy as np\nd = np.load('big.npy')\n${ridge}`,
    'data-pointer',
    { line: 2 },
  ],
])('it refuses %s, and says what to do', async (_, path, text, code, place) => {
  const exists = (file: string): DataFile['state'] => (file === 'big.npy' ? 'pointer' : 'missing');
  const { refused } = await detectProgram({ path, text }, [], exists);
  expect(refused).toMatchObject({ code, ...place });
  expect(refused?.reason).not.toBe('');
  expect(refused?.help).not.toBe('');
});

test('it refuses nothing that is in order', async () => {
  expect(await detect(ridge)).toMatchObject({
    trains: true,
    framework: 'scikit-learn',
    family: 'linear-regression',
    refused: null,
  });
});

test('nothing to tune is said with what was left alone', () => {
  expect(
    nothingToTune({ script: 'train.py', family: 'linear-regression' }, [
      { id: 'train.py::::Dense#0.units', why: 'it may be the output layer' },
    ]),
  ).toMatchObject({
    code: 'nothing-to-tune',
    reason: expect.stringContaining('it may be the output layer') as string,
    help: expect.stringContaining('Ridge(alpha=1.0)') as string,
  });
});

test.each([
  ['keras and its backend', 'import keras', ['keras', 'tensorflow']],
  ['an alias', 'import tensorflow as tf', ['tensorflow']],
  ['names that differ', 'import cv2, yaml\nfrom PIL import Image', ['opencv-python-headless', 'pyyaml', 'pillow']],
  ['the standard library', 'import os, sys, json, tomllib, distutils\nfrom __future__ import annotations', []],
  ['a module of one’s own', 'import settings\nfrom models.net import Net', []],
  ['a module of one’s own with a package’s name', 'import tqdm', []],
  ['an optional one that nobody knows', 'try:\n    import apex_own\nexcept ImportError:\n    pass', []],
])('packages: %s', async (_, imports, distributions) => {
  const siblings = ['settings.py', 'models/net.py', 'tqdm.py'].map((path) => ({ path, text: '' }));
  const { packages, refused } = await detect(`${imports}\n${ridge}`, siblings);
  expect(packages.map(({ distribution }) => distribution).filter((name) => name !== 'scikit-learn')).toEqual(
    distributions,
  );
  expect(refused).toBeNull();
});

test.each([
  ['read', "open('a.csv')", ['a.csv']],
  ['by a constant', "P = 'a.csv'\nimport pandas as pd\npd.read_csv(P)", ['a.csv']],
  ['joined', "import os, pandas\npandas.read_csv(os.path.join('data', 'a.csv'))", ['data/a.csv']],
  ['written', "open('a.txt', 'w')", []],
  ['unknown, as bytes', "def read(path):\n    return open(path, 'rb')", []],
  ['unknown, with a separator', "import pandas as pd\ndef read(path):\n    return pd.read_csv(path, sep=';')", []],
  ['by keyword', "import pandas as pd\npd.read_csv(sep=';', filepath_or_buffer='a.csv')", ['a.csv']],
  ['written first', "df.to_csv('a.csv')\nimport pandas as pd\npd.read_csv('a.csv')", []],
  ['from the network', "import pandas as pd\npd.read_csv('https://x.org/a.csv')", []],
  ['asked for first', "import os\nif os.path.exists('a.npy'):\n    open('a.npy')", []],
])('data files: %s', async (_, text, paths) => {
  expect((await detect(`${text}\n${ridge}`)).data.map(({ path }) => path)).toEqual(paths);
});

test('training in a module of one’s own counts, and so do its packages', async () => {
  const siblings = [
    {
      path: 'trainer.py',
      text: 'import seaborn\nfrom sklearn.svm import SVC\ndef run(X, y):\n    return SVC().fit(X, y)\n',
    },
    { path: 'unrelated.py', text: 'import nosuchthing\n' },
  ];
  const program = await detect("from trainer import run\nm = run(X, y)\nprint('Accuracy', m.score(A, b))\n", siblings);
  expect(program).toMatchObject({ trains: true, family: 'svm', refused: null, metric: { name: 'accuracy', line: 3 } });
  expect(program.packages.map(({ distribution }) => distribution)).toEqual(['seaborn', 'scikit-learn']);
});

test.each([
  [
    'two that both train',
    'import xgboost as x\nfrom sklearn.svm import SVC\nx.XGBClassifier().fit(a, b)\nSVC().fit(a, b)',
    'xgboost+scikit-learn',
    'multi',
  ],
  [
    'one in another’s hands',
    'from xgboost import XGBClassifier\nfrom sklearn.model_selection import cross_val_score\ncross_val_score(XGBClassifier(), X, y)',
    'xgboost',
    'boosting',
  ],
  ['one that is only imported', `import keras, torch\n${ridge}`, 'scikit-learn', 'linear-regression'],
  [
    'a linear layer alone',
    'import torch\nm = torch.nn.Linear(3, 1)\no = torch.optim.SGD(m.parameters(), 0.1)\nl = torch.nn.MSELoss()\nl(m(x), y).backward()',
    'pytorch',
    'linear-regression',
  ],
  [
    'convolution and recurrence',
    'from keras.layers import Conv2D, LSTM\nfrom keras import Sequential\nm = Sequential([Conv2D(1, 2), LSTM(3)])\nm.fit(x, y, validation_split=.1)',
    'keras',
    'cnn+rnn',
  ],
  [
    'a meta estimator',
    'from sklearn.ensemble import BaggingClassifier as B\nfrom sklearn.svm import SVC\nB(SVC()).fit(X, y)',
    'scikit-learn',
    'ensemble',
  ],
])('framework and family: %s', async (_, text, framework, family) => {
  expect(await detect(text)).toMatchObject({ framework, family });
});

test('what a test runner would run does not train', async () => {
  const test = "import pytest\n@pytest.mark.parametrize('c', [1])\ndef test_fit(c):\n    SVC(C=c).fit(X, y)\n";
  expect(await detect(`from sklearn.svm import SVC\n${test}`)).toMatchObject({ trains: false });
});

test('evidence is lines of the source, short', async () => {
  const { evidence } = await detect(ridge.replace('Ridge()', `Ridge(${' '.repeat(200)})`));
  expect(evidence[0]).toEqual({ path: 'train.py', line: 1, text: 'from sklearn.linear_model import Ridge' });
  expect(Math.max(...evidence.map(({ text }) => text.length))).toBeLessThanOrEqual(120);
});

test('three hundred lines take far less than a tenth of a second', async () => {
  const text =
    ridge +
    Array.from({ length: 300 }, (_, n) => `v${n} = model${n}(v${n - 1}, alpha=${n}, beta='x') + ${n}`).join('\n');
  await detect(ridge);
  // Processor time, the best of three: a busy machine is no slower.
  const times: number[] = [];
  for (let run = 0; run < 3; run += 1) {
    const start = process.cpuUsage();
    await detect(text);
    const { user, system } = process.cpuUsage(start);
    times.push((user + system) / 1000);
  }
  expect(Math.min(...times)).toBeLessThan(100);
});

test('a notebook is read cell by cell, IPython’s own lines left out', async () => {
  const text = notebookOf([
    '%matplotlib inline\n!pip install scikit-learn',
    'from sklearn.svm import SVC',
    '%%bash\necho it is',
    '\nm = SVC(C=2)\n%time m.fit(X, y)\nprint("accuracy", m.score(X_test, y_test))',
  ]);
  const program = await detectProgram({ path: 'train.ipynb', text }, [], () => 'missing');
  expect(program).toMatchObject({ trains: true, framework: 'scikit-learn', family: 'svm', refused: null });
  expect(program.metric).toEqual({ name: 'accuracy', direction: 'maximise', source: 'hook', line: 4, cell: 3 });
  expect(program.evidence.map(({ line, cell }) => [cell, line])).toEqual([
    [1, 1],
    [3, 2],
    [3, 3],
  ]);
});
