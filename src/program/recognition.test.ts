import type { SourceFile } from '../python/source.ts';
import { detectProgram } from './detect.ts';
import type { Program } from './program.ts';

async function detect(text: string, siblings: Readonly<Record<string, string>> = {}): Promise<Program> {
  const files = Object.entries(siblings).map(([path, code]): SourceFile => ({ path, text: code }));
  return detectProgram({ path: 'train.py', text }, files, () => 'present');
}

const net = 'class Net(nn.Module):\n  def __init__(self):\n    super().__init__()\n';
const torch = 'import torch\nfrom torch import nn\n';
const step = 'opt = torch.optim.Adam(model.parameters())\nloss_fn(model(x), y).backward()\nopt.step()\n';

test.each([
  [
    'lightning',
    'lightning',
    'mlp',
    `import pytorch_lightning as pl\n${torch}class M(pl.LightningModule):\n  def __init__(self):\n    self.a = nn.Linear(4, 8)\n    self.b = nn.Linear(8, 2)\nt = pl.Trainer(max_epochs=3)\nt.fit(M(), data)`,
  ],
  [
    'a trainer of Hugging Face',
    'hf-transformers',
    'transformer',
    'from transformers import Trainer, AutoModelForSequenceClassification as A\nm = A.from_pretrained("x")\nt = Trainer(model=m)\nt.train()',
  ],
  [
    'a trainer that is not at hand',
    'pytorch',
    'none',
    'import torch\nfrom lab.engine import DigitTrainer\nfrom lab.nets import Net\nt = DigitTrainer(Net(), 64)\nt.train_mnist(path="x")',
  ],
  [
    'a loop around a transformer',
    'pytorch+hf-transformers',
    'transformer',
    `import torch\nfrom transformers import BertModel\nmodel = BertModel.from_pretrained("x")\nmodel.train()\n${step}`,
  ],
  [
    'flax',
    'flax',
    'cnn',
    'import flax.linen as nn\nimport jax, optax\nclass C(nn.Module):\n  @nn.compact\n  def __call__(self, x):\n    return nn.Dense(2)(nn.Conv(8, (3, 3))(x))\ndef step(p):\n  g = jax.grad(loss)(p)\n  return optax.apply_updates(p, g)\nfor i in range(9): step(C())',
  ],
  [
    'models that a function puts into a list',
    'scikit-learn',
    'multi',
    'from sklearn.svm import SVC\nfrom sklearn.naive_bayes import GaussianNB\ndef get():\n  m = list()\n  m.append(SVC())\n  m.append(GaussianNB())\n  return m\nfor model in get():\n  model.fit(X, y)',
  ],
  [
    'a search of another library',
    'xgboost',
    'boosting',
    'from tune_sklearn import TuneSearchCV\nfrom xgboost import XGBClassifier\ns = TuneSearchCV(XGBClassifier(), {})\ns.fit(X, y)',
  ],
  [
    'a network that is pruned',
    'keras',
    'mlp',
    'from keras import Sequential\nfrom keras.layers import Dense\nimport tensorflow_model_optimization as t\nm = Sequential([Dense(8), Dense(2)])\nm = t.sparsity.keras.prune_low_magnitude(m)\nm.fit(X, y)',
  ],
  [
    'a type that says what a configuration makes',
    'lightning',
    'none',
    'import hydra\nfrom lightning import Trainer\ntrainer: Trainer = hydra.utils.instantiate(cfg)\ntrainer.fit(model)',
  ],
  ['graph layers of one’s own', 'pytorch', 'gnn', `${torch}from models import GCN\nmodel = GCN(4, 8)\n${step}`],
  [
    'a library of networks for Keras',
    'keras',
    'cnn',
    'import segmentation_models as sm\nm = sm.Unet("vgg19")\nm.fit(X, y, epochs=3)',
  ],
  [
    'two networks against each other',
    'pytorch',
    'gan',
    `${torch}${net}    self.c = nn.Conv2d(1, 2, 3)\ngenerator = Net()\ndiscriminator = Net()\na = torch.optim.Adam(generator.parameters())\nb = torch.optim.Adam(discriminator.parameters())\nl(discriminator(generator(z)), one).backward()\na.step()`,
  ],
  [
    'what goes in must come out',
    'keras',
    'autoencoder',
    'from keras import layers, Model\nm = Model(i, layers.Dense(784)(layers.Dense(32)(i)))\nm.compile("adam", "mse")\nm.fit(x_train, x_train, epochs=3)',
  ],
  [
    'an encoder and a decoder',
    'pytorch',
    'autoencoder',
    `${torch}${net}    self.encoder = nn.Linear(9, 2)\n    self.decoder = nn.Linear(2, 9)\n  def forward(self, x):\n    return self.decoder(self.encoder(x))\nmodel = Net()\n${step}`,
  ],
  [
    'a world to act in',
    'pytorch',
    'rl',
    `import gymnasium as gym\n${torch}env = gym.make("CartPole-v1")\nmodel = nn.Linear(4, 2)\n${step}`,
  ],
  [
    'a graph',
    'pytorch',
    'gnn',
    `${torch}from torch_geometric.nn import SplineConv\nmodel = SplineConv(3, 4, 1, 2)\n${step}`,
  ],
  [
    'users times items',
    'keras',
    'recsys',
    'from keras.layers import Embedding, Dot\nfrom keras.models import Model\nm = Model([u, i], Dot(1)([Embedding(9, 3)(u), Embedding(9, 3)(i)]))\nm.compile("adam", "mse")\nm.fit([a, b], y)',
  ],
  [
    'a network in the clothes of an estimator',
    'keras',
    'mlp',
    'from keras.wrappers.scikit_learn import KerasRegressor\nfrom keras.layers import Dense\nfrom sklearn.pipeline import Pipeline\nfrom sklearn.model_selection import cross_val_score\ndef make():\n  m = Sequential()\n  m.add(Dense(9))\n  m.add(Dense(1))\n  return m\nsteps = []\nsteps.append(("net", KerasRegressor(build_fn=make)))\nprint(cross_val_score(Pipeline(steps), X, y))',
  ],
  [
    'a booster in a search',
    'xgboost',
    'boosting',
    'from xgboost import XGBClassifier\nfrom sklearn.model_selection import GridSearchCV\ng = GridSearchCV(XGBClassifier(), {"max_depth": [3, 4]})\ng.fit(X, y)',
  ],
  [
    'estimators in a list',
    'scikit-learn',
    'multi',
    'from sklearn.svm import SVC\nfrom sklearn.naive_bayes import GaussianNB\nfor name, m in zip(["a", "b"], [SVC(), GaussianNB()]):\n  m.fit(X, y)',
  ],
  [
    'an estimator as a parameter',
    'scikit-learn',
    'knn',
    'from sklearn.neighbors import KNeighborsClassifier as K\ndef go(m):\n  m.fit(X, y)\ngo(K(3))',
  ],
  [
    'voters by their names',
    'scikit-learn',
    'ensemble',
    'from sklearn.svm import SVC\nfrom sklearn.tree import DecisionTreeClassifier\nfrom sklearn.ensemble import VotingClassifier\na = SVC()\nb = DecisionTreeClassifier()\nVotingClassifier([("a", a), ("b", b)]).fit(X, y)',
  ],
  [
    'a projection only',
    'scikit-learn',
    'dim-reduction',
    'from sklearn.decomposition import PCA\nprint(PCA(2).fit_transform(X))',
  ],
  [
    'a projection before a model',
    'scikit-learn',
    'svm',
    'from sklearn.decomposition import PCA\nfrom sklearn.svm import SVC\nX = PCA(2).fit_transform(X)\nSVC().fit(X, y)',
  ],
  [
    'TensorFlow by hand',
    'tensorflow',
    'logistic-regression',
    'import tensorflow as tf\np = tf.nn.softmax(tf.matmul(x, W) + b)\nc = tf.nn.softmax_cross_entropy_with_logits(logits=p, labels=y)\no = tf.train.GradientDescentOptimizer(0.1).minimize(c)',
  ],
  [
    'a gradient by hand',
    'numpy',
    'linear-regression',
    'import numpy as np\nw = 0.0\nfor i in range(20):\n  grad = np.mean(2 * x * (w * x - y))\n  w -= 0.01 * grad\nloss = ((w * x - y) ** 2).mean()',
  ],
  [
    'a learner of the author’s own',
    'numpy',
    'logistic-regression',
    'import numpy as np\nclass LogisticRegression:\n  def fit(self, X, y): pass\nm = LogisticRegression()\nm.fit(X, y)',
  ],
  [
    'a model beside a forecast',
    'statsmodels',
    'timeseries',
    'from statsmodels.tsa.arima.model import ARIMA\nm = ARIMA(y, order=(1, 1, 0))\nr = m.fit()',
  ],
  ['another library', 'none', 'timeseries', 'from prophet import Prophet\nm = Prophet()\nm.fit(df)'],
])('%s', async (_, framework, family, text) => {
  expect(await detect(text)).toMatchObject({ trains: true, framework, family });
});

test.each([
  ['a mode of a network', `${torch}model = nn.Linear(2, 1)\nmodel.train()`],
  ['gradients without a step', 'import torch\nx = torch.ones(2, requires_grad=True)\nx.sum().backward()'],
  ['a model that is only described', `${torch}${net}    self.a = nn.Linear(2, 1)\nprint(Net())`],
  ['weights that are loaded and asked', 'from keras.applications import VGG16\nm = VGG16()\nprint(m.predict(x))'],
  ['a function that nobody calls', 'from sklearn.svm import SVC\ndef train(X, y):\n  return SVC().fit(X, y)'],
  ['code under if False', 'from sklearn.svm import SVC\nif False:\n  SVC().fit(X, y)'],
  ['an agent at play', 'import gym\nenv = gym.make("x")\ns, r, d, i = env.step(0)'],
])('no training: %s', async (_, text) => {
  expect(await detect(text)).toMatchObject({ trains: false, refused: { code: 'does-not-train' } });
});

test('a module of its own is followed, but not what it runs as the main program', async () => {
  const model = `${torch}${net}    self.c = nn.Conv2d(1, 2, 3)\ndef unused():\n  return nn.LSTM(2, 3)\n`;
  const main = 'if __name__ == "__main__":\n  Net().fit(1)\n';
  const script = `from model import *\nimport torch\nmodel = Net()\nloss_fn = torch.nn.CrossEntropyLoss()\n${step}`;
  expect(await detect(script, { 'model.py': model })).toMatchObject({ framework: 'pytorch', family: 'cnn' });
  expect(await detect('import model\nprint(model.Net)', { 'model.py': model + main })).toMatchObject({ trains: false });
});

test.each([
  ['an import', 'from sklearn.cross_validation import train_test_split\n', { line: 1 }],
  ['TensorFlow 1', 'import tensorflow as tf\nx = tf.placeholder(tf.float32)\n', { line: 2 }],
  ['contrib', 'import tensorflow as tf\nc = tf.contrib.layers.flatten(x)\n', { line: 2 }],
])('what current versions no longer have is refused with its line: %s', async (_, start, place) => {
  const text = `${start}from sklearn.svm import SVC\nm = SVC().fit(X, y)\nprint('accuracy', m.score(X, y))\n`;
  expect((await detect(text)).refused).toMatchObject({ code: 'removed-api', ...place });
  const guarded = text.replace(/^(from sklearn.cross.*)$/m, 'try:\n  $1\nexcept ImportError:\n  pass');
  if (guarded !== text) expect((await detect(guarded)).refused).toBeNull();
});

test('code that nothing calls is told with its line', async () => {
  const { refused } = await detect('from sklearn.svm import SVC\ndef train():\n  SVC().fit(X, y)\n');
  expect(refused).toMatchObject({ code: 'does-not-train', line: 3 });
  expect(refused?.reason).toContain('does not run');
});

test('what may stop an unattended run is shown', async () => {
  const text =
    'import sys\nimport pandas as pd\nimport matplotlib.pyplot as plt\nn = int(input("k? "))\nf = sys.argv[1]\n' +
    'd = pd.read_csv("/home/ada/x.csv")\nplt.show()\ndef g():\n  input()\n# input()\n';
  const { blockers } = await detect(text);
  expect(blockers.map(({ kind, line }) => [kind, line])).toEqual([
    ['input', 4],
    ['window', 7],
    ['path', 6],
    ['argument', 5],
  ]);
});

test('a file that Python cannot read is refused, and what it would train is told', async () => {
  const text = `from keras.models import Sequential\nfrom keras.layers import Dense, Conv2D\nmodel = Sequential([Conv2D(8, 3), Dense(2)])\nmodel.fit(x, y)\nprint 'done'\n`;
  expect(await detect(text)).toMatchObject({
    trains: true,
    framework: 'keras',
    family: 'cnn',
    refused: { code: 'syntax-error', line: 5 },
  });
});
