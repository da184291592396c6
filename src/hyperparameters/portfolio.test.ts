import { portfolioOf } from './portfolio.ts';
import { portfolios } from './portfolios.data.ts';

const place = (callee: string, name: string, knob: string): { id: string; knob: string } => ({
  id: `train.py::::${callee}#0.${name}`,
  knob,
});

test('a learning rate stands in units of its optimiser', () => {
  const units = place('Linear', 'out_features', 'units');
  const [sgd, adam] = ['SGD', 'Adam'].map((callee) => place(callee, 'lr', 'learning-rate'));
  const rates = [sgd!, adam!].map((rate) => portfolioOf([units, rate])[0]?.[rate.id] as number);
  expect(rates[0]! / rates[1]!).toBeCloseTo(10, 2);
});

test.each([
  ['boosted trees', [place('XGBClassifier', 'n_estimators', 'rounds'), place('XGBClassifier', 'eta', 'learning-rate')]],
  ['decision tree', [place('DecisionTreeClassifier', 'min_samples_leaf', 'leaf-size')]],
  ['neural network', [place('Adam', 'lr', 'learning-rate'), place('DataLoader', 'batch_size', 'batch-size')]],
])('the knobs of %s tell their family', (family, places) => {
  const known = portfolios.find((portfolio) => portfolio.family === family);
  expect(portfolioOf(places)).toHaveLength(known?.configurations.length ?? 0);
  expect(Object.keys(portfolioOf(places)[0] ?? {})).toEqual(places.map(({ id }) => id));
});

test.each([
  [
    'a forest',
    [
      place('RandomForestClassifier', 'n_estimators', 'rounds'),
      place('RandomForestClassifier', 'min_samples_leaf', 'leaf-size'),
    ],
  ],
  ['neighbours', [place('KNeighborsClassifier', 'n_neighbors', 'neighbours')]],
  ['nothing', []],
])('%s has no portfolio', (_, places) => {
  expect(portfolioOf(places)).toEqual([]);
});
