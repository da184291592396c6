import { findHyperparameters } from './find.ts';

async function placesIn(...lines: readonly string[]): Promise<readonly string[]> {
  const file = { path: 'train.py', text: `${lines.join('\n')}\n` };
  const { found } = await findHyperparameters([file], { script: 'train.py' });
  const written = found.filter(({ form }) => form !== 'layer' && form !== 'insertion');
  return written.map(({ knob, text }) => `${knob} ${text}`).sort();
}

test('a configuration of nodes is read by its attributes, unless a file may overrule it', async () => {
  const lines = (then: string): readonly string[] => [
    'import torch',
    'from yacs.config import CfgNode as CN',
    '_C = CN()',
    '_C.SOLVER = CN()',
    '_C.SOLVER.BASE_LR = 0.05',
    '_C.SOLVER.SEED = 7',
    'def defaults():',
    '  return _C.clone()',
    'cfg = defaults()',
    then,
    'torch.manual_seed(cfg.SOLVER.SEED)',
    'optimizer = torch.optim.SGD(net.parameters(), lr=cfg.SOLVER.BASE_LR)',
    'loss(net(x), y).backward()',
    'optimizer.step()',
  ];
  expect(await placesIn(...lines('cfg.freeze()'))).toEqual(['learning-rate 0.05']);
  expect(await placesIn(...lines("cfg.merge_from_file('net.yaml')"))).toEqual([]);
});

test('an estimator hands its parameters to the function that builds its model', async () => {
  const places = await placesIn(
    'import tensorflow as tf',
    'def build(features, labels, mode, params):',
    "  optimizer = tf.train.AdamOptimizer(params['learning_rate'])",
    '  return optimizer.minimize(loss)',
    "model = tf.estimator.Estimator(model_fn=build, params={'learning_rate': 0.01, 'classes': 10})",
    'model.train(feed, steps=2000)',
  );
  expect(places).toEqual(['learning-rate 0.01', 'step-limit 2000']);
});

test('what no parameter has the name of is kept, and saved by a class above', async () => {
  const places = await placesIn(
    'import torch, argparse',
    'import pytorch_lightning as pl',
    'class Base(pl.LightningModule):',
    '  def __init__(self):',
    '    super().__init__()',
    '    self.save_hyperparameters()',
    '  def train_dataloader(self):',
    '    return torch.utils.data.DataLoader(data, batch_size=self.hparams.batch_size, shuffle=True)',
    '  @staticmethod',
    '  def add_arguments():',
    '    parser = argparse.ArgumentParser()',
    "    parser.add_argument('--batch_size', type=int, default=32)",
    "    parser.add_argument('--learning_rate', type=float, default=0.5)",
    '    return parser',
    'class Net(Base):',
    '  def __init__(self, **others):',
    '    super().__init__()',
    '    self.layer = torch.nn.Dropout(others["dropout"])',
    '  def configure_optimizers(self):',
    '    return torch.optim.SGD(self.parameters(), lr=self.hparams.learning_rate)',
    'parser = Net.add_arguments()',
    'parser.set_defaults(learning_rate=0.001)',
    'args = parser.parse_args()',
    'model = Net(dropout=0.3, **vars(args))',
    'pl.Trainer(max_epochs=7).fit(model)',
  );
  expect(places).toEqual(['batch-size 32', 'dropout 0.3', 'epochs 7', 'learning-rate 0.001']);
});
