import { findHyperparameters } from './find.ts';
import { layersAmong } from './shapes.ts';

test('layers and their sizes are told from what changes no shape', async () => {
  const text = [
    'from keras.models import Sequential',
    'from keras.layers import Dense, Dropout',
    "model = Sequential([Dense(64, activation='relu', input_dim=20), Dense(32, activation='relu'), Dropout(0.2), Dense(3)])",
    "model.compile('adam', 'mse')",
    'model.fit(x, y, epochs=3, batch_size=32)',
  ].join('\n');
  const { found } = await findHyperparameters([{ path: 'train.py', text: `${text}\n` }], { script: 'train.py' });
  const layers = new Set(layersAmong(found));
  const named = (inside: boolean): string[] =>
    [...new Set(found.filter(({ id }) => layers.has(id) === inside).map(({ name }) => name))].sort();
  expect(named(true)).toEqual(expect.arrayContaining(['units']));
  expect(found.some(({ id, form }) => form === 'layer' && layers.has(id))).toBe(true);
  expect(named(false)).toEqual(expect.arrayContaining(['batch_size', 'epochs', 'rate']));
  expect(named(false)).not.toContain('units');
});
