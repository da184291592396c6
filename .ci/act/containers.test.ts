import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { provide } from '../../src/environments/provide.ts';
import { detectProgram } from '../../src/program/detect.ts';
import { defaults } from '../../src/settings/settings.ts';
import { root } from '../end-to-end/command.ts';
import { finished, green, world } from './world.ts';

/** What `.ci/start-docker` made. */
const baseImage = process.env.RETUNE_BASE_IMAGE ?? 'RETUNE_BASE_IMAGE is not set';

/** `tabulate` is in no image of ours: one is built for this script, on the one for Keras. */
const script = `import keras
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split
from tabulate import tabulate

keras.utils.set_random_seed(3)
x, y = load_digits(return_X_y=True)
x_train, x_test, y_train, y_test = train_test_split(x / 16.0, y, test_size=0.25, random_state=0)

model = keras.Sequential(
    [
        keras.Input((64,)),
        keras.layers.Dense(12, activation="relu"),
        keras.layers.Dense(10, activation="softmax"),
    ]
)
model.compile(
    optimizer=keras.optimizers.Adam(learning_rate=0.0003),
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)
model.fit(x_train, y_train, epochs=4, batch_size=64, verbose=0)
loss, accuracy = model.evaluate(x_test, y_test, verbose=0)
print(tabulate([["Test accuracy", accuracy], ["loss", loss]]))
`;

const docker = (...args: readonly string[]): string[] =>
  execFileSync('docker', args, { encoding: 'utf8' }).split('\n').filter(Boolean);

/** `retune/keras:1a2b3c4d5e6f7a8b` */
async function imageOf(text: string): Promise<string> {
  const program = await detectProgram({ path: 'train.py', text }, [], () => 'present');
  const { on } = await provide(program, { ...defaults, runner: 'docker', baseImage }, join(root, 'images'));
  return on.split(' on ')[0] ?? '';
}

test('a push of a Keras script below its target: image built, trained, tweaked in containers, pull request', async () => {
  const settings = `target: 0.9\ntrials: 12\nseed: 1\nbase-image: ${baseImage}\nkeep: activation\n`;
  await using at = await world({ '.github/retune.yml': settings }, { init: ['--runner', 'docker'] });
  const pushedBefore = at.repository.git('rev-parse', 'HEAD');
  writeFileSync(join(at.repository.clone, 'train.py'), script);
  at.repository.push('Tell digits apart');
  // Left by an earlier run of the checks; the one for Keras below it may stay.
  spawnSync('docker', ['image', 'rm', await imageOf(script)]);
  const run = green(await at.run({ before: pushedBefore }));
  expect(run.of('detect ')).toMatch(/trains a model \(mlp\) with Keras/i);
  expect(run.of('train ')).toMatch(/built it in \d+ s/);
  expect(run.of('train ')).toMatch(/Target not reached: accuracy \d/);
  expect(run.of('report ')).toMatch(/Target reached: accuracy \d.* → 9\d/);
  expect(finished(at.journal()).length).toBeGreaterThan(3);

  const [pull] = at.fake.state.pulls;
  const { git } = at.fake.state.objects;
  expect(git(['diff', '--name-only', 'main', pull!.head])).toBe('train.py');
  expect(at.fake.state.checks).toMatchObject([{ conclusion: 'success' }]);
  expect(at.fake.broken).toEqual([]);
  const left = docker('ps', '--all', '--filter', 'label=retune.folder', '--format', '{{.Label "retune.folder"}}');
  expect(left.filter((folder) => folder.startsWith(at.home))).toEqual([]);
});
