import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { homeIn, retune, temporary } from './command.ts';

/** Its first layer is a picture to the next one, so that only one size of it fits; and it takes long enough for dry builds. */
const train = `import time
import keras
from keras import layers
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

keras.utils.set_random_seed(1)
x, y = load_digits(return_X_y=True)
x_train, x_test, y_train, y_test = train_test_split(x / 16, y, test_size=0.2, random_state=0)
model = keras.Sequential(
    [
        layers.Input(shape=(64,)),
        layers.Dense(64, activation="relu"),  # retune: choices 64, 96
        layers.Reshape((8, 8, 1)),
        layers.Conv2D(8, 3, activation="relu"),
        layers.Flatten(),
        layers.Dense(10, activation="softmax"),
    ]
)
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(
    x_train,
    y_train,
    epochs=2,
    batch_size=128,  # retune: choices 128, 64
    verbose=2,
)
print("Test accuracy:", model.evaluate(x_test, y_test, verbose=0)[1])
time.sleep(30)
`;

interface Event {
  readonly kind: string;
  readonly trial: number;
  readonly purpose?: { readonly kind: string };
  readonly ending?: { readonly kind: string };
  readonly seconds?: number;
}

test('layers that do not fit together cost no trial; the study goes on, and the report says why', async () => {
  using folder = temporary('dry-build');
  const env = homeIn(folder.path);
  const project = join(folder.path, 'project');
  mkdirSync(project);
  const script = join(project, 'train.py');
  writeFileSync(script, train);
  const args = ['run', script, '--target', '0.999', '--trials', '1', '--seed', '1', '--tune', 'units,batch_size'];
  const { code, out, err } = await retune([...args, '--json'], { env });
  expect({ code, err: code === 3 ? '' : err }).toEqual({ code: 3, err: '' });

  const { study } = JSON.parse(out) as { study: string };
  const events = readFileSync(join(env.RETUNE_HOME ?? '', 'studies', study, 'journal.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { event: Event }).event);
  const started = (purpose: string): number[] =>
    events.flatMap(({ kind, trial, ...event }) =>
      kind === 'attempt-started' && event.purpose?.kind === purpose ? [trial] : [],
    );
  const ended = events.filter(({ kind }) => kind === 'attempt-ended');
  const refused = ended.filter(({ trial, ending }) => trial > 0 && ending?.kind === 'failed');
  // The first trial does not fit together: it costs no trial, and the next one leaves that layer alone.
  expect(refused).toHaveLength(1);
  expect(started('dry-build')).toEqual(refused.map(({ trial }) => trial));
  for (const { trial, seconds } of refused) {
    expect(started('search')).not.toContain(trial);
    expect(seconds).toBeLessThan(30);
  }
  expect(started('search')).toHaveLength(1);

  const told = await retune(args, { env });
  expect(told.out).toMatch(/1 trial, and 1 that did not build, tried/);
  expect(told.out.replace(/\s+/g, ' ')).toMatch(/no result .*does not build: ValueError: .*Reshape/);
});
