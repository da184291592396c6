import { detectProgram } from './detect.ts';
import type { Program } from './program.ts';

async function detect(text: string): Promise<Program> {
  return detectProgram({ path: 'train.py', text }, [], () => 'present');
}

const torch = 'import torch\nfrom torch import nn\n';
const step = 'opt = torch.optim.Adam(model.parameters())\nloss_fn(model(x), y).backward()\nopt.step()\n';

const hub = 'import tensorflow_hub as hub\nfrom keras.models import Sequential\nfrom keras.layers import Dense\n';
const hubFit = 'model = Sequential([hub.KerasLayer(url), Dense(5)])\nmodel.compile(loss="mse")\nmodel.fit(x, y)\n';

test.each([
  ['pictures of TensorFlow Hub', 'cnn', `${hub}url = "https://tfhub.dev/google/imagenet/mobilenet_v2/4"\n${hubFit}`],
  ['texts of TensorFlow Hub', 'transformer', `${hub}url = "https://tfhub.dev/tensorflow/bert_en/3"\n${hubFit}`],
  [
    'one layer by hand, and classes behind it',
    'logistic-regression',
    `${torch}w = nn.Parameter(torch.rand(3, 2))\nmodel = torch.nn.ParameterList([w])\np = torch.softmax(torch.mm(x, w), 1)\nopt = torch.optim.SGD([w], lr=0.1)\n(-(p * y).sum()).backward()\nopt.step()\n`,
  ],
  [
    'attention by hand',
    'transformer',
    `${torch}class CausalSelfAttention(nn.Module):\n  def __init__(self):\n    self.a = nn.Linear(2, 6)\n    self.b = nn.Linear(2, 2)\nmodel = CausalSelfAttention()\n${step}`,
  ],
  [
    'a world of the author’s own',
    'rl',
    `${torch}class ReplayBuffer:\n  pass\nmemory = ReplayBuffer()\nmodel = nn.Sequential(nn.Linear(2, 8), nn.Linear(8, 2))\nreward = act(action)\n${step}`,
  ],
  [
    'recommendations of fastai',
    'recsys',
    'from fastai.collab import *\nlearn = collab_learner(data, n_factors=40)\nlearn.fit_one_cycle(5, 3e-4)\n',
  ],
  [
    'a world that is only played in',
    'rl',
    `${torch}from games import Pacman\nenv = Pacman()\nmodel = nn.Sequential(nn.Linear(2, 8), nn.Linear(8, 2))\nstate, reward, done, _ = env.step(action)\n${step}`,
  ],
  [
    'recommendations of TensorFlow',
    'recsys',
    'import tensorflow as tf\nimport tensorflow_recommenders as tfrs\nclass M(tfrs.models.Model):\n  def __init__(self):\n    self.task = tfrs.tasks.Ranking(loss=1)\nmodel = M()\nmodel.compile(optimizer="adam")\nmodel.fit(x, epochs=3)\n',
  ],
  [
    'a U-Net of diffusers',
    'cnn',
    `${torch}from diffusers import UNet2DModel\nmodel = UNet2DModel(sample_size=28)\nwords = nn.Embedding(10, 4)\n${step}`,
  ],
  [
    'a line of TensorFlow 1',
    'linear-regression',
    'import tensorflow as tf\nw = tf.Variable(0.0)\nloss = tf.square(y - w * x)\nstep = tf.train.GradientDescentOptimizer(0.1).minimize(loss)\n',
  ],
])('the family of %s', async (_, family, text) => {
  expect(await detect(text)).toMatchObject({ trains: true, family });
});

test('a function of a library that we do not know trains when it is handed an optimiser', async () => {
  const text = `${torch}from faces import training, Net\nmodel = Net()\nopt = torch.optim.Adam(model.parameters())\n`;
  expect(await detect(`${text}training.pass_epoch(model, loader, opt)\n`)).toMatchObject({
    trains: true,
    framework: 'pytorch',
  });
  expect(await detect(`${text}training.pass_epoch(model, loader)\n`)).toMatchObject({ trains: false });
});
