import type { SourceFile } from '../python/source.ts';
import { detectProgram } from './detect.ts';
import type { Program } from './program.ts';

async function detect(text: string, siblings: readonly SourceFile[] = []): Promise<Program> {
  return detectProgram({ path: 'train.py', text }, siblings, () => 'missing');
}

test.each([
  ['a function of sklearn', 'from sklearn.metrics import f1_score\nf1_score(y, p)', 'f1', 'hook'],
  [
    'scoring with a sign',
    "from sklearn.model_selection import cross_val_score\ncross_val_score(m, X, y, scoring='neg_mean_squared_error')",
    'mse',
    'hook',
  ],
  ['words and a number', "print('Final val accuracy = %.3f' % acc)", 'accuracy', 'printed'],
  ['an f-string', 'print(f"RMSE: {rmse:.2f}")', 'rmse', 'printed'],
  ['hits and rows', 'print(f"{hits} out of {len(y)} correct")', 'accuracy', 'printed'],
  ['a name alone', 'acc = measure(p, y)\nprint(acc)', 'accuracy', 'printed'],
  ['a name alone, rounded', 'print(round(test_rmse * 1, 2))', 'rmse', 'printed'],
  ['a share of hits', 'import numpy as np\nr = np.mean(y_pred == y)\nprint(r)', 'accuracy', 'printed'],
  ['accuracy before loss', "print('loss', a)\nprint('acc', b)", 'accuracy', 'printed'],
  [
    'a search',
    "from sklearn.model_selection import GridSearchCV\nGridSearchCV(SVC(), {}, scoring='f1_macro').fit(X, y)",
    'f1',
    'hook',
  ],
  ['a file', "with open('accuracy.txt', 'w') as f:\n    f.write(str(acc))", 'accuracy', 'file'],
  ['JSON', "import json\nr = {'test_rmse': e}\njson.dump(r, open('metrics.json', 'w'))", 'rmse', 'file'],
  [
    'rounds of boosting',
    "import xgboost as xgb\np = {'eval_metric': 'auc'}\nxgb.train(p, d, evals=[(v, 'val')])",
    'auc',
    'hook',
  ],
  [
    'what is measured after them',
    "import xgboost as xgb\nxgb.train({'eval_metric': 'auc'}, d, evals=[(v, 'val')])\nprint('loss', e)",
    'loss',
    'printed',
  ],
  [
    'rounds by the objective',
    "import lightgbm as lgb\nlgb.train({'objective': 'regression'}, d, valid_sets=[v])",
    'rmse',
    'hook',
  ],
  [
    'metrics of Hugging Face',
    "from transformers import Trainer\ndef m(p):\n    return {'f1': 1}\nTrainer(model=n, compute_metrics=m).train()",
    'f1',
    'hook',
  ],
  ['the loss that it evaluates', 'from transformers import Trainer\nTrainer(eval_dataset=d).train()', 'loss', 'hook'],
  [
    'a metric of the library evaluate',
    "import evaluate\nm = evaluate.load('accuracy')\nr = m.compute()\nprint(r)",
    'accuracy',
    'printed',
  ],
])('the metric that counts: %s', async (_, text, name, source) => {
  const svm = 'from sklearn.svm import SVC\nm = SVC().fit(X, y)\n';
  expect((await detect(svm + text)).metric).toMatchObject({ name, source });
});

test('what Lightning logs is a metric, the one of training last', async () => {
  const text = [
    'import lightning as L',
    'class Net(L.LightningModule):',
    '    def training_step(self, batch, i):',
    "        self.log('train_acc', a)",
    '    def validation_step(self, batch, i):',
    "        self.log_dict({'val/loss': b, 'val/acc': c})",
    'L.Trainer(max_epochs=3).fit(Net(), data)',
  ].join('\n');
  expect((await detect(text)).metric).toEqual({ name: 'accuracy', direction: 'maximise', source: 'hook', line: 6 });
});

test('a module of one’s own may tell the metric, with its path', async () => {
  const siblings = [{ path: 'evaluation.py', text: "def show(p):\n    print('accuracy', p)\n" }];
  const text = 'from sklearn.svm import SVC\nfrom evaluation import show\nshow(SVC().fit(X, y))\n';
  const { metric, refused } = await detect(text, siblings);
  expect(metric).toEqual({
    name: 'accuracy',
    direction: 'maximise',
    source: 'printed',
    path: 'evaluation.py',
    line: 2,
  });
  expect(refused).toBeNull();
});

test('the last expression of a cell is shown, and told by its name', async () => {
  const cells = ['from sklearn.svm import SVC\nm = SVC().fit(X, y)', 'acc = (m.predict(A) == b).mean()\nacc'];
  const code = cells.map((source) => ({ cell_type: 'code', source, outputs: [] }));
  const text = JSON.stringify({ cells: code, metadata: {}, nbformat: 4 });
  const { metric } = await detectProgram({ path: 'n.ipynb', text }, [], () => 'missing');
  expect(metric).toEqual({ name: 'accuracy', direction: 'maximise', source: 'notebook', cell: 1, line: 2 });
});

test.each([
  "print('mapping accuracyfile')",
  "print('accuracy is measured later')",
  "x = 'accuracy: 1'",
  "print('lossless', x)",
  'print(loss)',
  'print((a == b).mean())',
])('no metric is told by %s', async (text) => {
  expect((await detect(`from sklearn.svm import SVC\nm = SVC().fit(X, y)\n${text}`)).metric).toBeNull();
});
