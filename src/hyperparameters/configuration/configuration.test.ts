import type { SourceFile } from '../../python/source.ts';
import { findHyperparameters } from '../find.ts';
import { rewrite } from '../rewrite.ts';
import { formatOf } from './format-of.ts';
import { proveConfiguration } from './proof.ts';

const yamlText = `# the author's own words
seed: 7
model:
  hidden: [64, 32]   # two layers
  activation: "relu"
optimizer:
  lr: 1.0e-3
  momentum: .9
epochs: 10  # retune: 5..40
batch: &batch 32
eval_batch: *batch
name: sgd
`;

const script = `
import argparse, json, tomllib, yaml, os
from pathlib import Path
from sklearn.neural_network import MLPClassifier
from sklearn.svm import SVC
import torch, torch.nn as nn

def load(path):
    with open(path) as file:
        return yaml.safe_load(file)

parser = argparse.ArgumentParser()
parser.add_argument('--config', default='conf/train.yaml')
parser.add_argument('--other')
args = parser.parse_args()
cfg = load(args.config)
torch.manual_seed(cfg['seed'])
model = MLPClassifier(hidden_layer_sizes=cfg['model']['hidden'], max_iter=cfg.get('epochs'), random_state=cfg['seed'])
opt = cfg['optimizer']
sgd = torch.optim.SGD(model.parameters(), lr=float(opt['lr']), momentum=opt['momentum'])
svm = SVC(**json.loads(Path(__file__).parent.joinpath('svm.json').read_text())['svm'])
with open(os.path.join('conf', 'trees.toml'), 'rb') as handle:
    trees = tomllib.load(handle)
import xgboost as xgb
xgb.train(trees['booster'], data, num_boost_round=trees['rounds'])
`;

const files: readonly SourceFile[] = [
  { path: 'app/train.py', text: script },
  { path: 'app/conf/train.yaml', text: yamlText },
  { path: 'app/conf/deep.yaml', text: 'optimizer:\n  lr: 0.5\n' },
  { path: 'app/svm.json', text: '{\r\n  "svm": {"C": 10, "kernel": "rbf"},\r\n  "note": "C: 10"\r\n}' },
  { path: 'app/conf/trees.toml', text: 'rounds = 1_000\n[booster]\neta = 0.3 # fast\nmax_depth = 4\n' },
];

async function found(given: readonly string[] = []) {
  const places = await findHyperparameters(files, { script: 'app/train.py' }, given);
  return places.found.filter(({ form }) => form === 'config');
}

test('values of configuration files are found where they are written', async () => {
  const told = (await found()).map(
    (each) => `${each.path}:${each.place.start.line}:${each.place.start.column} ${each.text} → ${each.id}`,
  );
  expect(told.toSorted()).toEqual([
    'app/conf/train.yaml:4:11 64 → app/train.py::::MLPClassifier#0.hidden_layer_sizes[0]',
    'app/conf/train.yaml:4:15 32 → app/train.py::::MLPClassifier#0.hidden_layer_sizes[1]',
    'app/conf/train.yaml:7:6 1.0e-3 → app/train.py::::SGD#0.lr',
    'app/conf/train.yaml:8:12 .9 → app/train.py::::SGD#0.momentum',
    'app/conf/train.yaml:9:8 10 → app/train.py::::MLPClassifier#0.max_iter',
    'app/conf/trees.toml:1:9 1_000 → app/train.py::::train#0.num_boost_round',
    'app/conf/trees.toml:3:6 0.3 → app/train.py::::train#0.eta',
    'app/conf/trees.toml:4:12 4 → app/train.py::::train#0.max_depth',
    'app/svm.json:2:15 10 → app/train.py::::SVC#0.C',
    'app/svm.json:2:29 "rbf" → app/train.py::::SVC#0.kernel',
  ]);
});

test('a comment of the author steers them', async () => {
  const epochs = (await found()).find(({ name }) => name === 'max_iter');
  expect(epochs?.dimension).toMatchObject({ low: 5, high: 40 });
});

test('the file that the command line names is read instead', async () => {
  const rates = (await found(['--config', 'conf/deep.yaml'])).filter(({ path }) => path.endsWith('.yaml'));
  expect(rates.map(({ path, text }) => `${path} ${text}`)).toEqual(['app/conf/deep.yaml 0.5']);
});

test('they are rewritten exactly, in the words of their language', async () => {
  const all = await found();
  const values: Record<string, string | number> = {
    'app/train.py::::SGD#0.lr': 0.00002,
    'app/train.py::::SGD#0.momentum': 0.45,
    'app/train.py::::MLPClassifier#0.hidden_layer_sizes[1]': 128,
    'app/train.py::::SVC#0.kernel': 'poly',
    'app/train.py::::SVC#0.C': 250,
    'app/train.py::::train#0.num_boost_round': 2500,
    'app/train.py::::train#0.eta': 0.04,
  };
  const { files: edited, places } = await rewrite(files, all, values);
  const text = (path: string) => edited.find((file) => file.path === path)?.text;
  expect(text('app/conf/train.yaml')).toBe(
    yamlText.replace('1.0e-3', '2.0e-5').replace('momentum: .9', 'momentum: .45').replace('64, 32]', '64, 128]'),
  );
  expect(text('app/svm.json')).toBe(files[3]?.text.replace('"C": 10', '"C": 250').replace('"rbf"', '"poly"'));
  expect(text('app/conf/trees.toml')).toBe('rounds = 2_500\n[booster]\neta = 0.04 # fast\nmax_depth = 4\n');
  expect(text('app/train.py')).toBeUndefined();
  const shown = (id: string) => {
    const place = places.get(`app/train.py::::${id}`);
    const line = script.split('\n')[(place?.place.start.line ?? 1) - 1] ?? '';
    return [line.slice(place?.place.start.column, place?.place.end.column), place?.arrival?.attribute];
  };
  expect(shown('SGD#0.lr')).toEqual(["float(opt['lr'])", 'param_groups.0.lr']);
  expect(shown('train#0.eta')).toEqual(["trees['booster']", 'eta']);
  expect(shown('train#0.num_boost_round')).toEqual(["trees['rounds']", undefined]);
});

test('an edit that would break the file is an error', () => {
  const format = formatOf('a.yaml');
  if (format === null) throw new Error('YAML is a language of configuration files.');
  const original = { path: 'a.yaml', text: 'lr: 0.1\nname: x\n' };
  const edit = (text: string) => [{ span: { start: 4, end: 7 }, text }];
  expect(() => {
    proveConfiguration(original, 'lr: 0.2\nname: x\n', edit('0.2'), format);
  }).not.toThrow();
  expect(() => {
    proveConfiguration(original, 'lr: abc\nname: x\n', edit('abc'), format);
  }).toThrow('made a text of lr');
  expect(() => {
    proveConfiguration(original, 'lr: 0.2\nname: y\n', edit('0.2'), format);
  }).toThrow('another value for name');
  expect(() => {
    proveConfiguration(original, 'lr: 0.2\n', edit('0.2'), format);
  }).toThrow('other values than it had');
});

test('text that is not of its language holds nothing', () => {
  expect(formatOf('a.json')?.read('{"a": 1,}')).toBeNull();
  expect(formatOf('a.toml')?.read('a = = 1')).toBeNull();
  expect(formatOf('a.yaml')?.read('a: [1')).toBeNull();
  expect(formatOf('train.py')).toBeNull();
});
