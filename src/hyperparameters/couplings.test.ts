import { findHyperparameters } from './find.ts';
import { rewrite } from './rewrite.ts';

async function found(text: string): Promise<Record<string, string>> {
  const { found: all } = await findHyperparameters([{ path: 'train.py', text }], { script: 'train.py' });
  return Object.fromEntries(all.map(({ id, dimension }) => [id.split('#0.').at(-1) ?? id, JSON.stringify(dimension)]));
}

async function edited(text: string, name: string, value: number | string): Promise<string> {
  const file = { path: 'train.py', text };
  const { found: all } = await findHyperparameters([file], { script: 'train.py' });
  const one = all.find(({ id }) => id.endsWith(name));
  if (one === undefined) throw new Error(`${name} was not found`);
  return (await rewrite([file], all, { [one.id]: value })).files[0]?.text ?? text;
}

const svc = 'from sklearn.svm import SVC\n';

test('a degree is offered for a polynomial kernel only', async () => {
  expect(Object.keys(await found(`${svc}SVC(kernel='poly', degree=4).fit(x, y)\n`))).toContain('degree');
  expect(Object.keys(await found(`${svc}SVC(kernel='rbf', degree=4).fit(x, y)\n`))).not.toContain('degree');
});

test('an epoch that the history is read at goes along', async () => {
  const script = (epochs: number, last: number): string =>
    `from keras.models import Sequential\nm = Sequential()\nh = m.fit(x, y, epochs=${epochs})\nprint(h.history['accuracy'][${last}])\n`;
  expect(await edited(script(10, 9), 'epochs', 25)).toBe(script(25, 24));
  expect(Object.keys(await found(script(10, 4)))).not.toContain('epochs');
});

test('a schedule over the same epochs goes along, another length is a choice', async () => {
  const script = (epochs: number, whole: number): string =>
    [
      'from torch import optim',
      `start, EPOCHS = 0, ${epochs}`,
      'optimizer = optim.SGD(net.parameters(), lr=0.1)',
      `schedule = optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=${whole})`,
      'for epoch in range(EPOCHS):',
      '    loss(net).backward()',
      '',
    ].join('\n');
  expect(await edited(script(20, 20), 'range#0.epochs', 35)).toBe(script(35, 35));
  expect(await edited(script(20, 7), 'range#0.epochs', 35)).toBe(script(35, 7));
});

test('the next layer and a flattened size take a new width', async () => {
  const script = (width: number): string =>
    [
      'from torch import nn, optim',
      'model = nn.Sequential(',
      `    nn.Conv2d(1, ${width}, 3), nn.BatchNorm2d(${width}), nn.ReLU(), nn.Flatten(),`,
      `    nn.Linear(${width * 676}, 10),`,
      ')',
      'optim.Adam(model.parameters(), 0.001)',
      '',
    ].join('\n');
  expect(await edited(script(8), 'out_channels', 20)).toBe(script(20));
});

test('what the script searches for itself is left to it', async () => {
  const search = `${svc}from sklearn.model_selection import GridSearchCV\nGridSearchCV(SVC(C=2.0, coef0=0.1), {'C': [1, 10]}).fit(x, y)\n`;
  expect(Object.keys(await found(search))).toEqual(['coef0']);
});
