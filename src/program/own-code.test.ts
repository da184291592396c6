import { detectProgram } from './detect.ts';
import type { Program } from './program.ts';

async function detect(text: string): Promise<Program> {
  return detectProgram({ path: 'train.py', text }, [], () => 'present');
}

test.each([
  [
    'PyTorch',
    'pytorch',
    'import torch\nw = torch.zeros(1, requires_grad=True)\nfor i in range(9):\n  loss = ((w * x - y) ** 2).mean()\n  loss.backward()\n  w.data -= 0.1 * w.grad.data\n',
  ],
  [
    'a tape',
    'tensorflow',
    'import tensorflow as tf\nimport numpy as np\nw = tf.Variable(0.0)\nfor i in range(9):\n  with tf.GradientTape() as tape:\n    loss = (w * x - y) ** 2\n  grads = tape.gradient(loss, w)\n  w = w - 0.1 * grads\n',
  ],
  [
    'JAX',
    'jax',
    'import jax\nimport numpy as np\ngrad = jax.grad(loss)\nfor i in range(9):\n  grads = grad(w)\n  w = w - 0.1 * grads\n',
  ],
])('steps along a gradient that the author takes himself: %s', async (_, framework, text) => {
  expect(await detect(text)).toMatchObject({ trains: true, framework });
});

test.each([
  [
    'a static method of an own class',
    'class Models:\n  @staticmethod\n  def make():\n    m = Sequential()\n    m.add(Conv2D(8, 3))\n    return m\nmodel = Models.make()\nmodel.fit(x, y)\n',
  ],
  [
    'a method of the same object',
    'class Run:\n  def build(self):\n    m = Sequential([Conv2D(8, 3)])\n    return m\n  def go(self):\n    model = self.build()\n    model.fit(x, y)\nRun().go()\n',
  ],
  [
    'a method of an object',
    'class Maker:\n  def build(self):\n    return Sequential([Conv2D(8, 3)])\nmaker = Maker()\nmaker.build().fit(x, y)\n',
  ],
])('a model that comes out of %s', async (_, text) => {
  const start = 'from keras.models import Sequential\nfrom keras.layers import Conv2D\n';
  expect(await detect(start + text)).toMatchObject({ trains: true, framework: 'keras', family: 'cnn' });
});

test('a list of models of several libraries is all of them', async () => {
  const text =
    'from sklearn.svm import SVC\nfrom xgboost import XGBClassifier\nmodels = [SVC(), XGBClassifier()]\nfor i in range(2):\n  models[i].fit(X, y)\n  print("accuracy", models[i].score(X, y))\n';
  expect((await detect(text)).framework.split('+').sort()).toEqual(['scikit-learn', 'xgboost']);
});

test('of several wildcard imports the one that has a name is meant', async () => {
  const text =
    'from torch.nn import *\nfrom torch.optim import *\nfrom sklearn.metrics import *\nclass M(Module):\n  def __init__(self):\n    self.a = Linear(4, 8)\n    self.b = Linear(8, 2)\nm = M()\no = Adam(m.parameters())\nCrossEntropyLoss()(m(x), y).backward()\no.step()\n';
  expect(await detect(text)).toMatchObject({ framework: 'pytorch', family: 'mlp' });
});

test.each([
  [3, 'mlp'],
  [1, 'logistic-regression'],
])('%d matrices that are learned by hand: %s', async (count, family) => {
  const weights = Array.from({ length: count }, (_, i) => `w${i} = torch.randn(8, 8, requires_grad=True)\n`).join('');
  const text = `import torch\n${weights}opt = torch.optim.SGD([w0], lr=0.1)\nfor e in range(3):\n  torch.nn.functional.cross_entropy(x @ w0, y).backward()\n  opt.step()\n`;
  expect(await detect(text)).toMatchObject({ framework: 'pytorch', family });
});

test.each([
  ['a string that means data', 'x = load("digits", kind="train")\n', false],
  ['a string that is looked up', 'globals()["train"](load("digits"))\n', true],
])('a function is reached by %s', async (_, last, trains) => {
  const text =
    'from sklearn.svm import SVC\ndef load(name, kind=None):\n  return open(name).read()\ndef train(x):\n  SVC().fit(x, x)\n';
  expect(await detect(text + last)).toMatchObject({ trains });
});

test('a word in an imported module does not call a function of the script', async () => {
  const script = {
    path: 'train.py',
    text: 'from sklearn.svm import SVC\nfrom data import load\ndef train(x):\n  SVC().fit(x, x)\nx = load()\n',
  };
  const data = { path: 'data.py', text: 'def load():\n  train, test = read()\n  return train\n' };
  expect(await detectProgram(script, [data], () => 'present')).toMatchObject({ trains: false });
});

test.each([
  ['named only by its import', 'from net import Net\ndef train(net: Net):\n  net.step(0.1)\n', false],
  ['used', 'from net import Net\nNet().step(0.1)\n', true],
  ['used under another name', 'from net import Net as Network\nNetwork().step(0.1)\n', true],
])('a class of another file that is %s', async (_, text, trains) => {
  const net = {
    path: 'net.py',
    text: 'import numpy as np\nclass Net:\n  def step(self, lr):\n    for i in range(3):\n      self.w[i] -= lr * self.grads[i]\n',
  };
  expect(await detectProgram({ path: 'train.py', text }, [net], () => 'present')).toMatchObject({ trains });
});

const learner = 'class Base:\n  def fit(self, X, y):\n    self.X = X\nclass Nearest(Base):\n  pass\n';

test('a learner of the author’s may have its fit from another class of his', async () => {
  const text = `import numpy as np\n${learner}Nearest().fit(X, y)\n`;
  expect(await detect(text)).toMatchObject({ trains: true, framework: 'numpy' });
});

test.each([
  ['updates', 'def train(row):\n  model.partial_fit(row, 1)\ntrain([3])\n'],
  ['asks', 'def classify(row):\n  return model.predict(row)\nclassify([3])\n'],
])('a function that only %s a stored model is no learner by hand', async (_, text) => {
  const start = 'import pickle\nimport numpy as np\nmodel = pickle.load(open("m.pkl", "rb"))\n';
  expect(await detect(start + text)).toMatchObject({ trains: false });
});

test('centroids that are moved by hand are clusters', async () => {
  const text = 'import numpy as np\ndef cluster_centroids(X, k):\n  return X[:k]\nprint(cluster_centroids(data, 3))\n';
  expect(await detect(text)).toMatchObject({ trains: true, framework: 'numpy', family: 'clustering' });
});

test('a method that nobody names does not run, one that a library asks for does', async () => {
  const model = (base: string, asked: string): string =>
    `import keras\nfrom keras.models import Sequential\nclass Recogniser${base}:\n  def __init__(self):\n    self.net = Sequential()\n` +
    `  def learn_all(self):\n    self.net.fit(x, y)\nr = Recogniser()\nr.${asked}()\n`;
  expect(await detect(model('', 'show'))).toMatchObject({ trains: false });
  expect(await detect(model('', 'learn_all'))).toMatchObject({ trains: true });
  expect(await detect(model('(keras.callbacks.Callback)', 'show'))).toMatchObject({ trains: true });
});

test('what the author’s own transformer prepares is not scikit-learn’s training', async () => {
  const text =
    'from sklearn.base import BaseEstimator, TransformerMixin\nfrom keras.models import Sequential\nfrom keras.layers import Dense\n' +
    'class Words(BaseEstimator, TransformerMixin):\n  def fit(self, X):\n    return self\nw = Words()\nw.fit(x)\n' +
    'model = Sequential([Dense(3), Dense(2)])\nmodel.fit(x, y)\n';
  expect(await detect(text)).toMatchObject({ framework: 'keras' });
  const predicts = text.replace('TransformerMixin)', 'ClassifierMixin)');
  expect((await detect(predicts)).framework).toContain('scikit-learn');
});

test('a library in a way to make the model that is not taken is not the framework', async () => {
  const text = `import torch\nfrom torch import nn\nclass GPT(nn.Module):\n  def __init__(self):\n    self.a = nn.Linear(2, 2)\n  @classmethod\n  def from_pretrained(cls):\n    from transformers import GPT2LMHeadModel\n    return GPT2LMHeadModel.from_pretrained('x')\n`;
  expect(
    await detect(
      `${text}model = GPT()\nopt = torch.optim.Adam(model.parameters())\nloss_fn(model(x), y).backward()\nopt.step()\n`,
    ),
  ).toMatchObject({ framework: 'pytorch' });
  expect(
    (
      await detect(
        `${text}model = GPT.from_pretrained()\nopt = torch.optim.Adam(model.parameters())\nloss_fn(model(x), y).backward()\nopt.step()\n`,
      )
    ).framework,
  ).toContain('hf-transformers');
});

test.each([
  ['epochs and batches', 'epochs=5, batch_size=32', '', 'keras'],
  ['epochs and batches of a library that fits so too', 'epochs=5, batch_size=32', 'import mxnet\n', 'none'],
  ['epochs alone', 'epochs=5', '', 'none'],
])('a model that is made out of sight and fitted with %s', async (_, given, imports, framework) => {
  const text = `${imports}from nets import build\nmodel = build(10)\nmodel.fit(x, y, ${given})\n`;
  expect(await detect(text)).toMatchObject({ trains: framework !== 'none', framework });
});

test('a step that walks the weights in a function of its own trains for whoever calls it', async () => {
  const script = {
    path: 'train.py',
    text: 'from steps import *\nimport numpy as np\nfor epoch in range(9):\n  sgd_update(weights, 0.1)\n',
  };
  const steps = {
    path: 'steps.py',
    text: 'def sgd_update(weights, learning_rate):\n  for w in weights:\n    w.value -= learning_rate * w.gradients[w]\n',
  };
  expect(await detectProgram(script, [steps], () => 'present')).toMatchObject({ trains: true, framework: 'numpy' });
});

test('the model of the script comes before one that a module of its own makes on the way', async () => {
  const script = {
    path: 'train.py',
    text: 'from sklearn.svm import SVC\nfrom words import encode\nSVC().fit(encode(x), y)\n',
  };
  const words = {
    path: 'words.py',
    text: 'from sklearn.cluster import KMeans\ndef encode(x):\n  return KMeans(9).fit_transform(x)\n',
  };
  expect(await detectProgram(script, [words], () => 'present')).toMatchObject({ family: 'svm' });
});

test('a trainer out of a configuration fits with its loaders', async () => {
  const text =
    'import pytorch_lightning as pl\nfrom hydra.utils import instantiate\ntrainer = instantiate(cfg.trainer)\ntrainer.fit(model=net, datamodule=data)\n';
  expect(await detect(text)).toMatchObject({ trains: true, framework: 'lightning' });
});

test.each([
  ['nothing but preparation', '', false],
  ['an estimator', ", ('last', SVC())", true],
])('a pipeline of %s', async (_, last, trains) => {
  const text = `from sklearn.pipeline import Pipeline\nfrom sklearn.preprocessing import StandardScaler\nfrom sklearn.svm import SVC\npipe = Pipeline([('first', StandardScaler())${last}])\npipe.fit(x)\n`;
  expect(await detect(text)).toMatchObject({ trains });
});

test('a class that is called after what it learns is not trained by being made', async () => {
  const learner =
    'import numpy as np\nclass Perceptron:\n  def fit(self, X, y):\n    for _ in range(9):\n      self.w += 0.1 * (y - X @ self.w)\n  def predict(self, X):\n    return X @ self.w\n';
  const served = 'model = Perceptron()\nmodel.w = np.load("w.npy")\nprint(model.predict(x))\n';
  expect((await detect(learner + served)).trains).toBe(false);
  expect((await detect(`${learner}model = Perceptron()\nmodel.fit(x, y)\n`)).trains).toBe(true);
});
