import type { Range } from '../python/source.ts';
import { findHyperparameters } from './find.ts';
import { rewrite } from './rewrite.ts';

const script = (imports: string, optimiser: string): string =>
  `${imports}\nmodel = Sequential()\nmodel.compile(optimizer=${optimiser}, loss='mse')\nmodel.fit(x, y, epochs=3)\n`;

async function edited(text: string, values: Readonly<Record<string, number | string>>): Promise<string> {
  const file = { path: 'train.py', text };
  const { found } = await findHyperparameters([file], { script: 'train.py' });
  const point = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [`train.py::::compile#0.${name}`, value]),
  );
  return (await rewrite([file], found, point)).files[0]?.text ?? text;
}

test.each([
  ['from tensorflow import keras', 'keras.optimizers.'],
  ['import tensorflow as tf', 'tf.keras.optimizers.'],
  ['import keras as k', 'k.optimizers.'],
])('a word becomes an object of the module at hand: %s', async (imported, prefix) => {
  const imports = `${imported}\nfrom keras.models import Sequential`;
  expect(await edited(script(imports, "'adam'"), { learning_rate: 0.01 })).toBe(
    script(imports, `${prefix}Adam(learning_rate=0.01)`),
  );
});

test('without a module at hand the class is imported', async () => {
  const imports = 'from tensorflow.keras.models import Sequential';
  expect(await edited(script(imports, '"rmsprop"'), { learning_rate: 0.01 })).toBe(
    script(`${imports}\nfrom tensorflow.keras.optimizers import RMSprop`, 'RMSprop(learning_rate=0.01)'),
  );
});

test('kind and rate go together; the rate of another kind is always said', async () => {
  const imports = 'from keras.models import Sequential';
  const sgd = (rate: string): string =>
    script(`${imports}\nfrom keras.optimizers import SGD`, `SGD(learning_rate=${rate})`);
  expect(await edited(script(imports, "'adam'"), { optimizer: 'sgd', learning_rate: 0.05 })).toBe(sgd('0.05'));
  expect(await edited(script(imports, "'adam'"), { optimizer: 'sgd', learning_rate: 0.001 })).toBe(sgd('0.001'));
  expect(await edited(script(imports, "'adam'"), { optimizer: 'sgd' })).toBe(script(imports, "'sgd'"));
  expect(await edited(script(imports, "'adam'"), { learning_rate: 0.001 })).toBe(script(imports, "'adam'"));
});

test('the training call shows the rate that the optimiser holds', async () => {
  const text = script('from keras.models import Sequential', "'adam'");
  const { found } = await findHyperparameters([{ path: 'train.py', text }], { script: 'train.py' });
  const rate = found.find(({ name }) => name === 'learning_rate');
  expect(rate?.arrival?.attribute).toBe('model.optimizer.learning_rate');
  expect(text.slice(rate?.arrival?.call.start, rate?.arrival?.call.end)).toBe('model.fit(x, y, epochs=3)');
});

test('a kind that became an object is told by the code that ran', async () => {
  const text = script('from keras.models import Sequential', "'adam'");
  const file = { path: 'train.py', text };
  const { found } = await findHyperparameters([file], { script: 'train.py' });
  const [kind, rate] = ['train.py::::compile#0.optimizer', 'train.py::::compile#0.learning_rate'];
  const both = await rewrite([file], found, { [kind]: 'sgd', [rate]: 0.05 });
  expect(both.places.get(kind)?.arrival?.attribute).toBe('="sgd"');
  expect(shown(both.files[0]?.text ?? '', both.places.get(kind)?.arrival?.place)).toBe('SGD(learning_rate=0.05)');
  const alone = await rewrite([file], found, { [kind]: 'sgd' });
  expect(alone.places.get(kind)?.arrival).toBeNull();
  expect(shown(alone.files[0]?.text ?? '', alone.places.get(kind)?.place)).toBe("'sgd'");
});

function shown(text: string, place: Range | undefined): string {
  const line = text.split('\n')[(place?.start.line ?? 1) - 1] ?? '';
  return line.slice(place?.start.column, place?.end.column);
}
