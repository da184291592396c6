import { readFile } from 'node:fs/promises';
import { readLocks } from './locks.ts';
import { chooseImage } from './choose-image.ts';
import { chooseEnvironment, pythonsFor } from './choose.ts';
import type { Interpreter } from './environment.ts';
import { commonPythons, filesOf } from './families.ts';
import { heldBack } from '../packages/wheels.data.ts';
import { detectProgram } from '../program/detect.ts';
import type { Program } from '../program/program.ts';

const locks = await readLocks(new URL('../../images', import.meta.url).pathname);
const has = { venv: true, ensurepip: true, pip: true };
const python: Interpreter = { path: '/python', version: '3.11.7', platform: 'linux-x86_64', has };

async function script(start: string, manifests: Readonly<Record<string, string>> = {}): Promise<Program> {
  const text = `${start}from sklearn.svm import SVC\nm = SVC().fit(X, y)\nprint('accuracy', m.score(X, y))\n`;
  const files = Object.entries(manifests).map(([path, said]) => ({ path, text: said }));
  return detectProgram({ path: 'train.py', text }, [], () => 'present', files);
}

const author = { pytorch: 'default', build: 'cpu', versions: 'author', python } as const;

test('what the locks hold is taken, and the plan says what asked for it', async () => {
  const plain = chooseEnvironment(await script(''), author, locks);
  const asked = chooseEnvironment(await script('', { 'requirements.txt': 'scikit-learn>=1.2\n' }), author, locks);
  expect(asked.hash).toBe(plain.hash);
  expect(plain.versions).toEqual([]);
  expect(asked.versions).toEqual([{ requirement: 'scikit-learn>=1.2', because: 'requirements.txt, line 1' }]);
});

test('another version is found by the installer, for all that the script imports', async () => {
  const pinned = await script('import numpy as np\n', { 'requirements.txt': 'scikit-learn==1.1.3\npandas==1.0\n' });
  const plan = chooseEnvironment(pinned, author, locks);
  expect(plan.steps).toEqual([
    { kind: 'resolved', requirements: ['numpy<2', 'numpy<2.4', 'scikit-learn==1.1.3'], index: null },
  ]);
  expect(pythonsFor(pinned, author, locks)).toEqual(['3.9', '3.10', '3.11']);
  const ours = chooseEnvironment(pinned, { ...author, versions: 'retune' }, locks);
  expect(ours.steps).toMatchObject([{ kind: 'lock' }]);
  const other = await script('import numpy as np\n', { 'requirements.txt': 'scikit-learn==1.1.2\n' });
  expect(chooseEnvironment(other, author, locks).hash).not.toBe(plan.hash);
});

test('the age of the code counts beside what the author says', async () => {
  const old = await script('from sklearn.datasets import load_boston\n', { 'requirements.txt': 'scikit-learn>=1.0\n' });
  const { steps, versions } = chooseEnvironment(old, author, locks);
  expect(steps).toMatchObject([{ requirements: ['numpy<2', 'scikit-learn>=1.0,<1.2'] }]);
  expect(versions[1]!.because).toBe('line 1 of train.py: sklearn.datasets.load_boston, gone in scikit-learn 1.2');
  expect(chooseEnvironment(old, { ...author, versions: 'retune' }, locks).steps[0]!.kind).toBe('resolved');
});

test('versions that no Python of today has are refused with the reason', async () => {
  const old = await script('', { 'requirements.txt': '# old\nscikit-learn==0.19.1\n' });
  expect(() => pythonsFor(old, author, locks)).toThrow(
    'The script needs scikit-learn==0.19.1 (requirements.txt, line 2): built for Python 3.4 to 3.7 only',
  );
  const both = await script('from sklearn.datasets import load_boston\n', {
    'requirements.txt': 'scikit-learn==1.3\n',
  });
  expect(() => pythonsFor(both, author, locks)).toThrow(/there is no such version/);
});

test('one that was compiled for NumPy 1 brings it along', async () => {
  const old = await script('import numpy as np\n', { 'requirements.txt': 'scikit-learn==1.4.2\n' });
  expect(chooseEnvironment(old, author, locks).steps).toMatchObject([
    { requirements: ['numpy<2.4', 'scikit-learn==1.4.2'] },
  ]);
});

test('what an old version cannot stand beside is not put there, and counts for the Python too', async () => {
  const plots = await script('import seaborn as sns\nimport pandas as pd\nsns.factorplot(x="a", data=d)\n');
  expect(chooseEnvironment(plots, author, locks).steps).toMatchObject([
    { requirements: ['matplotlib<3.7', 'numpy<2', 'pandas<2', 'pandas<3', 'scikit-learn', 'seaborn<0.12'] },
  ]);
  expect(pythonsFor(plots, author, locks)).toEqual(['3.9', '3.10', '3.11']);
  const trees = await script('import lightgbm as lgb\nb = lgb.train({}, d, verbose_eval=5)\n');
  expect(chooseEnvironment(trees, author, locks).steps).toMatchObject([
    { requirements: ['lightgbm<4', 'numpy<2', 'scikit-learn', 'scikit-learn<1.6'] },
  ]);
});

test('what libraries take for something else today is held back, but for an author who names it', async () => {
  const bought = 'import pandas as pd\nfrom sklearn.datasets import load_boston\nd = pd.read_csv("a.csv")\n';
  const filled = await script(`${bought}d["a"].fillna(0, inplace=True)\n`);
  expect(chooseEnvironment(filled, author, locks).steps).toMatchObject([
    { requirements: ['numpy<2', 'pandas<3,<3', 'scikit-learn<1.2'] },
  ]);
  const own = await script(`${bought}d["a"].fillna(0, inplace=True)\n`, { 'requirements.txt': 'pandas>=3\n' });
  expect(own.packages.find(({ distribution }) => distribution === 'pandas')?.wanted).toHaveLength(1);
});

test('every lock stops where the table says', async () => {
  for (const family of ['boosting', 'keras', 'pytorch', 'scikit-learn']) {
    const file = new URL(`../../images/${family}/requirements.in`, import.meta.url);
    const lines = (await readFile(file, 'utf8')).split('\n');
    const held = lines.filter((line) => /^\w+<[\d.]+$/.test(line));
    expect(held.sort()).toEqual(Object.entries(heldBack).map((one) => one.join('')));
  }
});

test('however many lines ask for a version, the plan names one', async () => {
  const keras = 'from keras.layers.core import Dense\nfrom keras.utils import np_utils\nd = Dense(3)\n';
  const { versions } = chooseEnvironment(await script(keras), author, locks);
  expect(versions.map(({ requirement }) => requirement)).toEqual(['keras<2.13, tensorflow<2.13']);
});

test('an image holds what it holds', async () => {
  const choice = { pytorch: 'default', build: 'cpu', versions: 'author', base: 'debian' } as const;
  const old = await script('', { 'requirements.txt': 'scikit-learn==1.1.2\n' });
  expect(() => chooseImage(old, choice, locks)).toThrow('The images hold no scikit-learn==1.1.2');
  expect(chooseImage(old, { ...choice, versions: 'retune' }, locks).family).toBe('scikit-learn');
});

test.each([
  ['Keras 2', 'import keras\nfrom keras.utils import np_utils\nd = keras.layers.Dense(3)\n', /^keras<2.13 \(line 2/],
  ['an argument of its optimizers', 'from tensorflow.keras.optimizers import SGD\ns = SGD(lr=0.1)\n', /^\w+<2.11/],
  ['the libraries of those years', 'from sklearn.datasets import load_boston\n', /^scikit-learn<1.2/],
])('there is one image of older versions, for %s', async (_, start, reason) => {
  const choice = { pytorch: 'default', build: 'cpu', versions: 'author', base: null } as const;
  const plan = chooseImage(await script(start), choice, locks);
  expect(plan).toMatchObject({ family: 'legacy', base: 'python:3.10-slim-bookworm', extra: [] });
  expect(plan.reason).toMatch(reason);
  expect(plan.tag).toMatch(/^retune\/legacy:/);
  expect(chooseImage(await script(''), choice, locks).base).toBe('python:3.12-slim-bookworm');
});

test('who wants new Keras beside an old library gets neither image', async () => {
  const both = await script('import keras\nfrom sklearn.datasets import load_boston\nd = keras.layers.Dense(3)\n');
  const choice = { pytorch: 'default', build: 'cpu', versions: 'author', base: null } as const;
  expect(() => chooseImage(both, choice, locks)).toThrow('The images hold no scikit-learn<1.2');
});

test('PyTorch without CUDA is said, with what it saves', async () => {
  const torch = await script('import torch\nm = torch.nn.Linear(3, 2)\n');
  const plan = chooseEnvironment(torch, { ...author, pytorch: 'cpu' }, locks);
  expect(plan.reason).toMatch(/; for processors, 4\.6 GB smaller than with CUDA/);
  expect(chooseEnvironment(torch, author, locks).reason).not.toContain('CUDA');
});

test.each([
  ['import keras\nd = keras.layers.Dense(3)\n', 'keras', 'tensorflow'],
  ['import xgboost\nm = xgboost.XGBClassifier(max_depth=3)\n', 'boosting', 'xgboost'],
] as const)('with CUDA a family is another set of packages: %s', async (text, family, framework) => {
  const program = await script(text);
  const image = { pytorch: 'default', build: 'cpu', versions: 'author', base: 'debian' } as const;
  const [cpu, cuda] = (['cpu', 'cuda'] as const).map((build) => chooseImage(program, { ...image, build }, locks));
  expect([cpu!.requirements, cuda!.requirements]).toEqual([
    `images/${family}/requirements.txt`,
    `images/${family}/requirements.cuda.txt`,
  ]);
  expect(cpu!.tag).not.toBe(cuda!.tag);
  expect([cpu!.reason.includes('--build cuda'), cuda!.reason.includes('CUDA')]).toEqual([true, false]);
  const local = chooseEnvironment(program, { ...author, build: 'cuda' }, locks);
  expect(local).toMatchObject({ family, requirements: cuda!.requirements });
  const { cpu: lean, cuda: whole } = filesOf(family, locks);
  expect(commonPythons(whole)).toEqual(commonPythons(lean));
  expect(whole[0]!.text).toMatch(new RegExp(`^${framework}==`, 'm'));
  expect(whole[0]!.text).toContain('nvidia-nccl');
});

test('a condition of the author’s is asked of the interpreter', async () => {
  const said = 'scikit-learn==1.1.3 ; python_version < "3.10"\nscikit-learn>=1.2 ; python_version >= "3.10"\n';
  const { steps, versions } = chooseEnvironment(await script('', { 'requirements.txt': said }), author, locks);
  expect(steps[0]!.kind).toBe('lock');
  expect(versions).toEqual([{ requirement: 'scikit-learn>=1.2', because: 'requirements.txt, line 2' }]);
});
