import { portfolioOf } from './portfolio.ts';
import { knobs } from './knobs.ts';
import { portfolios } from './portfolios.data.ts';

const place = (callee: string, name: string, knob: string): { id: string; knob: string } => ({
  id: `train.py::::${callee}#0.${name}`,
  knob,
});

test('a learning rate stands in units of its optimiser', () => {
  const units = place('Linear', 'out_features', 'units');
  const epochs = { ...place('range', 'epochs', 'epochs'), value: 5 };
  const [sgd, adam] = ['SGD', 'Adam'].map((callee) => place(callee, 'lr', 'learning-rate'));
  const rates = [sgd!, adam!].map((rate) => portfolioOf([units, epochs, rate])[0]?.[rate.id] as number);
  expect(rates[0]! / rates[1]!).toBeCloseTo(10, 2);
});

test('a maker tells its family, whatever else is in the script', () => {
  const scale = place('StandardScaler', 'with_mean', 'share');
  const svc = [place('SVC', 'C', 'inverse-regularisation'), place('SVC', 'gamma', 'kernel-width')];
  const points = portfolioOf([scale, ...svc]);
  expect(points.length).toBeGreaterThan(1);
  expect(points.flatMap((point) => Object.keys(point))).not.toContain(scale.id);
  expect(Object.keys(points[0] ?? {})).toEqual(svc.map(({ id }) => id));
});

test('epochs stand as a multiple of the author’s', () => {
  const rate = place('Adam', 'lr', 'learning-rate');
  const units = place('Linear', 'out_features', 'units');
  const epochs = (value: number) => ({ ...place('range', 'epochs', 'epochs'), value });
  const [few, many] = [2, 20].map((count) => portfolioOf([rate, units, epochs(count)]));
  const id = epochs(2).id;
  const changed = few!.findIndex((point) => id in point);
  expect(changed).toBeGreaterThanOrEqual(0);
  expect((many![changed]![id] as number) / (few![changed]![id] as number)).toBeCloseTo(10, 5);
});

test('what starts from a trained model gets no learning rate for one that does not', () => {
  const places = [
    place('TrainingArguments', 'learning_rate', 'learning-rate'),
    place('TrainingArguments', 'per_device_train_batch_size', 'batch-size'),
  ];
  expect(portfolioOf(places)).toEqual([]);
});

test('models beside each other each get their own', () => {
  const neighbours = place('KNeighborsClassifier', 'n_neighbors', 'neighbours');
  const ridge = place('Ridge', 'alpha', 'regularisation');
  const points = portfolioOf([neighbours, ridge]);
  const [alone, other] = [neighbours, ridge].map((one) => portfolioOf([one]));
  expect(points).toHaveLength(Math.max(alone!.length, other!.length));
  expect(points[0]).toEqual({ ...alone![0], ...other![0] });
  expect(points.every((point) => neighbours.id in point && ridge.id in point)).toBe(true);
});

test('no maker belongs to two families', () => {
  const makers = portfolios.flatMap((portfolio) => portfolio.makers);
  expect(new Set(makers).size).toBe(makers.length);
});

test('every value is for a knob that there is, and no configuration is empty', () => {
  for (const { configurations } of portfolios)
    for (const configuration of configurations) {
      expect(Object.keys(configuration).filter((knob) => !(knob in knobs))).toEqual([]);
      expect(Object.keys(configuration)).not.toEqual([]);
    }
});

test.each([
  ['a forest that is made elsewhere', [place('build', 'trees', 'trees'), place('build', 'leaf', 'leaf-size')]],
  ['a clustering', [place('KMeans', 'n_init', 'restarts')]],
  ['nothing', []],
])('%s has no portfolio', (_, places) => {
  expect(portfolioOf(places)).toEqual([]);
});
