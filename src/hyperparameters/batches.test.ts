import { findHyperparameters } from './find.ts';

async function placesIn(...lines: readonly string[]): Promise<readonly string[]> {
  const file = { path: 'train.py', text: `${lines.join('\n')}\n` };
  const { found } = await findHyperparameters([file], { script: 'train.py' });
  const written = found.filter(({ form }) => form !== 'layer' && form !== 'insertion');
  return written.map(({ knob, text }) => `${knob} ${text}`).sort();
}

test('a batch that is cut by hand has a size, what is looked back at has none', async () => {
  const places = await placesIn(
    'import torch',
    'size = 10',
    'optimizer = torch.optim.SGD(net.parameters(), lr=0.1)',
    'batches = len(x) // size',
    'for epoch in range(7):',
    '  for i in range(batches):',
    '    rows = x[i * size : (i + 1) * size]',
    '    loss(net(rows), y).backward()',
    '    optimizer.step()',
    '  start = 0',
    '  while start < len(x):',
    '    end = start + 20',
    '    loss(net(x[start:end]), y).backward()',
    '    start = end',
    '  n = 100',
    '  print([scores[i : i + n] for i in range(3)], mean(scores[epoch : epoch + n]))',
    'for i in range(3):',
    '  check(x[i * 30 : (i + 1) * 30])',
  );
  expect(places).toEqual(['batch-size 10', 'batch-size 20', 'epochs 7', 'learning-rate 0.1']);
});

test('where the number of batches is fixed, larger ones would run out of data', async () => {
  const text = [
    'import torch',
    'size = 10',
    'optimizer = torch.optim.SGD(net.parameters(), lr=0.1)',
    'for i in range(500):',
    '  loss(net(x[i * size : (i + 1) * size]), y).backward()',
  ].join('\n');
  const { found } = await findHyperparameters([{ path: 'train.py', text }], { script: 'train.py' });
  const { dimension } = found.find(({ knob }) => knob === 'batch-size') ?? {};
  expect(dimension).toMatchObject({ high: 10 });
});

test.each([
  ['begins where it will', 'for start in offsets:', 'x[start : start + 20]'],
  ['slides over the data', 'for i in range(len(x) - 20):', 'x[i : i + 20]'],
  ['stands still', 'for i in range(9):', 'x[2 * 20 : 3 * 20]'],
  ['is as long as a sequence', 'for i in range(0, len(x), seq_len):', 'x[i : i + seq_len]'],
  ['overlaps the next', 'for i in range(0, len(x), 10):', 'x[i : i + 20]'],
])('what is cut out of the data is no batch where it %s', async (_, loop, cut) => {
  const places = await placesIn(
    'import torch',
    'seq_len = 35',
    'optimizer = torch.optim.SGD(net.parameters(), lr=0.1)',
    loop,
    `  loss(net(${cut}), y).backward()`,
    '  optimizer.step()',
  );
  expect(places.filter((place) => !place.startsWith('epochs') && place !== 'batch-size 10')).toEqual([
    'learning-rate 0.1',
  ]);
});

test('a generator of the author’s around one of Keras feeds what he feeds with it', async () => {
  const places = await placesIn(
    'from keras.models import Sequential',
    'from keras.preprocessing.image import ImageDataGenerator',
    'def pairs(size, folder):',
    '  images = ImageDataGenerator().flow_from_directory(folder, batch_size=size)',
    '  for image, mask in zip(images, images):',
    '    yield image, mask',
    "train = pairs(4, 'train')",
    "check = pairs(6, 'check')",
    'model = Sequential()',
    'model.fit_generator(train, epochs=3, validation_data=check)',
  );
  expect(places).toEqual(['batch-size 4', 'epochs 3']);
});

test('a window of a series is no batch, and an iterator that a training draws from has one', async () => {
  const places = await placesIn(
    'import tensorflow as tf',
    'size = 20',
    'rows = tf.data.Dataset.from_tensor_slices(series).window(size, shift=1)',
    'rows = rows.flat_map(lambda window: window.batch(size))',
    'rows = rows.batch(32).repeat()',
    'steps = iter(rows)',
    'optimizer = tf.keras.optimizers.SGD(0.1)',
    'for step in range(500):',
    '  batch = next(steps)',
    '  optimizer.minimize(lambda: loss(net(batch)), net.trainable_variables)',
  );
  expect(places).toEqual(['batch-size 32', 'epochs 500', 'learning-rate 0.1']);
});
