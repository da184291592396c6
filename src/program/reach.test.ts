import type { SourceFile } from '../python/source.ts';
import { detectProgram } from './detect.ts';
import type { Program } from './program.ts';

async function detect(script: SourceFile, ...siblings: readonly SourceFile[]): Promise<Program> {
  return detectProgram(script, siblings, () => 'present');
}

const trainer = 'from sklearn.svm import SVC\ndef train(x):\n  SVC().fit(x, x)\n';

test.each([
  ['append', "sys.path.append('/content/drive/MyDrive/My Notebooks/nets')"],
  ['insert', 'sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "nets"))'],
  ['join', "sys.path.append(os.path.join(os.path.dirname(__file__), '..', 'nets'))"],
])('a module is found in a folder that the script puts on the path: %s', async (_, put) => {
  const script = { path: 'app/train.py', text: `import sys\n${put}\nfrom engine import train\ntrain(x)\n` };
  const engine = { path: 'nets/engine.py', text: trainer };
  expect(await detect(script, engine)).toMatchObject({ trains: true, family: 'svm' });
  expect((await detect(script, engine)).refused?.code).not.toBe('unknown-package');
  expect(await detect({ ...script, text: script.text.replace(put, '') }, engine)).toMatchObject({ trains: false });
});

test('a notebook that is one line of JSON puts folders on the path too', async () => {
  const source = ['import sys\n', "sys.path.append('/content/nets')\n", 'from engine import train\n', 'train(x)'];
  const cells = [{ cell_type: 'code', source, metadata: {}, outputs: [], execution_count: null }];
  const text = JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 });
  const engine = { path: 'nets/engine.py', text: trainer };
  expect(await detect({ path: 'train.ipynb', text }, engine)).toMatchObject({ trains: true, family: 'svm' });
});

test('TensorFlow 1 starts main by itself', async () => {
  const start = 'import tensorflow as tf\nfrom sklearn.svm import SVC\ndef main(_):\n  SVC().fit(x, y)\n';
  expect(await detect({ path: 'train.py', text: `${start}tf.app.run()\n` })).toMatchObject({ trains: true });
  expect(await detect({ path: 'train.py', text: `${start}tf.app.stop()\n` })).toMatchObject({ trains: false });
});

test.each([
  ['the script', 'main()', false],
  ['the module', 'engine.main()', true],
])('main is that of %s', async (_, call, trains) => {
  const script = {
    path: 'show.py',
    text: `import engine\nfrom engine import load\ndef main():\n  print(load())\n${call}\n`,
  };
  const engine = { path: 'engine.py', text: `${trainer}def load():\n  return 1\ndef main():\n  train(2)\n` };
  expect(await detect(script, engine)).toMatchObject({ trains });
});

test('a decorator hands a function of the script to others, one in a module only where it is named', async () => {
  const decorated = `from sklearn.svm import SVC\nimport registry\n@registry.register('svm')\ndef train(x):\n  SVC().fit(x, x)\ndef load():\n  return 1\n`;
  expect(await detect({ path: 'train.py', text: decorated })).toMatchObject({ trains: true });
  const show = (last: string): SourceFile => ({
    path: 'show.py',
    text: `import engine\nprint(engine.load())\n${last}`,
  });
  expect(await detect(show(''), { path: 'engine.py', text: decorated })).toMatchObject({ trains: false });
  expect(await detect(show('engine.train(2)\n'), { path: 'engine.py', text: decorated })).toMatchObject({
    trains: true,
  });
});

const learner = (base: string): string =>
  `import torch\nfrom abc import ABC\nfrom sklearn.svm import SVC\nclass Root(ABC):\n  pass\nclass Learner(${base}):\n  def __init__(self):\n    self.x = 1\n  def learn_all(self):\n    SVC().fit(x, y)\n`;

test.each([
  ['that inherits from one of the author’s does not run unasked', 'Root', 'print(Learner().x)', false],
  ['that inherits from a library’s may be asked', 'torch.nn.Module', 'print(Learner().x)', true],
  ['does not run because a network is set to eval', 'Root', 'Learner().net.eval()', false],
  ['does not run because a flag is looked up', 'Root', "print(getattr(Learner(), 'x'))", false],
  ['may be looked up by a name that is worked out', 'Root', 'getattr(Learner(), sys.argv[1])()', true],
  ['runs where it is named', 'Root', 'Learner().learn_all()', true],
])('a method %s', async (_, base, last, trains) => {
  expect(await detect({ path: 'train.py', text: `${learner(base)}${last}\n` })).toMatchObject({ trains });
});

test.each([
  ["@app.route('/train')", false],
  ["@router.post('/train')", false],
  ['@app.command()', true],
])('what %s decorates runs when it starts: %p', async (decorator, trains) => {
  const text = `from sklearn.svm import SVC\n${decorator}\ndef train():\n  SVC().fit(x, y)\napp.run()\n`;
  expect(await detect({ path: 'serve.py', text })).toMatchObject({ trains });
});

test.each([
  ["MODE = 'test'", "MODE == 'train'", false],
  ["MODE = 'train'", "MODE == 'train'", true],
  ["MODE = 'train'", "MODE != 'train'", false],
  ['TRAIN = False', 'TRAIN', false],
  ['SKIP = True', 'not SKIP', false],
  ['TRAIN = load()', 'TRAIN', true],
  ['TRAIN = False\nTRAIN = load()', 'TRAIN', true],
  ['import sys', 'sys.argv[1]', true],
])('after %p, what stands under %p runs: %p', async (before, condition, trains) => {
  const text = `from sklearn.svm import SVC\n${before}\nif (${condition}):\n  SVC().fit(x, y)\n`;
  expect(await detect({ path: 'train.py', text })).toMatchObject({ trains });
});
