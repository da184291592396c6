import { experiences } from './experience.data.ts';
import { experienceOf } from './experience.ts';
import { knobs } from './knobs.ts';
import type { Place } from './model-family.ts';

const place = (callee: string, name: string, knob: string, value?: number): Place => ({
  id: `train.py::::${callee}#0.${name}`,
  knob,
  ...(value === undefined ? {} : { value }),
});
const coordinateOf = (id: string, places: readonly Place[]) =>
  experienceOf(places)?.coordinates.find(({ ids }) => ids.includes(id));

test('a learning rate stands in units of its optimiser, epochs in those of the author', () => {
  const units = place('Linear', 'out_features', 'units');
  const epochs = place('range', 'epochs', 'epochs', 10);
  const [sgd, adam] = ['SGD', 'Adam'].map((callee) => place(callee, 'lr', 'learning-rate'));
  const [of, against] = [sgd!, adam!].map((rate) => coordinateOf(rate.id, [units, epochs, rate])!.high);
  expect(of! / against!).toBeCloseTo(10, 9);
  const more = coordinateOf(epochs.id, [units, epochs, sgd!])!;
  expect([more.low, more.high]).toEqual([5, 60]);
});

test.each([
  ['boosted trees', [place('XGBClassifier', 'n_estimators', 'rounds'), place('XGBClassifier', 'eta', 'learning-rate')]],
  ['neural network', [place('Adam', 'lr', 'learning-rate'), place('DataLoader', 'batch_size', 'batch-size')]],
])('the knobs of %s tell their family', (family, places) => {
  expect(experienceOf(places)?.mean).toBe(experiences.find((known) => known.family === family)!.mean);
});

test('arguments of one knob with different effects are told apart', () => {
  const places = [
    place('XGBClassifier', 'eta', 'learning-rate'),
    place('XGBClassifier', 'n_estimators', 'rounds'),
    place('XGBClassifier', 'reg_lambda', 'regularisation'),
    place('XGBClassifier', 'reg_alpha', 'regularisation'),
  ];
  const [lambda, alpha] = places.slice(2).map(({ id }) => coordinateOf(id, places));
  expect(lambda?.ids).toEqual([places[2]!.id]);
  expect(alpha?.ids).toEqual([places[3]!.id]);
});

test.each([
  ['HistGradientBoostingClassifier', 'min_samples_leaf', 'leaf-size'],
  ['LGBMClassifier', 'min_child_samples', 'leaf-rows'],
])('one thing under the name of each library: %s', (maker, name, knob) => {
  const leaf = place(maker, name, knob);
  expect(coordinateOf(leaf.id, [leaf, place(maker, 'learning_rate', 'learning-rate')])?.ids).toEqual([leaf.id]);
});

test('the widths of several layers are one coordinate', () => {
  const widths = [0, 1].map((index) => ({
    ...place('Linear', 'out_features', 'units'),
    id: `a::::Linear#${index}.out`,
  }));
  const rate = place('Adam', 'lr', 'learning-rate');
  expect(coordinateOf(widths[0]!.id, [...widths, rate])?.ids).toEqual(widths.map(({ id }) => id));
});

test.each([
  [
    'models of two families',
    [place('Ridge', 'alpha', 'regularisation'), place('KNeighborsClassifier', 'n_neighbors', 'neighbours')],
  ],
  [
    'what starts from a trained model',
    [
      place('TrainingArguments', 'learning_rate', 'learning-rate'),
      place('a', 'b', 'epochs', 3),
      place('a', 'c', 'units'),
    ],
  ],
  ['a family that nobody learnt', [place('KMeans', 'n_init', 'restarts')]],
  ['nothing', []],
])('%s: none', (_, places) => {
  expect(experienceOf(places)).toBeNull();
});

test.each(experiences.map((experience) => [experience.family, experience] as const))('%s is whole', (_, experience) => {
  const { coordinates, mean, variations } = experience;
  const terms = coordinates.length + (coordinates.length * (coordinates.length + 1)) / 2;
  expect([mean, ...variations].map(({ length }) => length)).toEqual([mean, ...variations].map(() => terms));
  expect([mean, ...variations].flat().filter((weight) => !Number.isFinite(weight))).toEqual([]);
  expect(mean.some((weight) => weight !== 0)).toBe(true);
  for (const { knobs: named, low, high, levels, usual } of coordinates) {
    expect(named.filter((knob) => !(knob in knobs))).toEqual([]);
    expect(named).not.toEqual([]);
    expect(high).toBeGreaterThan(low);
    for (const where of [usual, ...Object.values(levels)]) expect(Math.abs(where - 0.5)).toBeLessThanOrEqual(0.5);
  }
});

test('no maker belongs to two families', () => {
  const makers = experiences.flatMap((experience) => experience.makers);
  expect(new Set(makers).size).toBe(makers.length);
});
