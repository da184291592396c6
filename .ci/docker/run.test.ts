import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { copyExample, retune, start, temporary } from '../end-to-end/command.ts';
import { baseImage, imageFor, olderBaseImage, scikitLearn } from './images.ts';

const docker = ['--runner', 'docker', '--base-image', baseImage];
// Containers have a /tmp of their own: a home there is seen all the same, since it is mounted.
const homeIn = (folder: string): Record<string, string> => ({ RETUNE_HOME: join(folder, 'home') });

const examples = ['sklearn-knn', 'linear-regression', 'xgboost', 'keras-cnn', 'pytorch-mlp'];

test.each(examples)('%s reaches its target in containers, and nothing is left behind', async (example) => {
  using folder = temporary('docker');
  const script = copyExample(example, join(folder.path, 'project'));
  const before = readFileSync(script, 'utf8');
  const target = /target: (0\.\d+)/.exec(readFileSync(join(script, '..', 'README.md'), 'utf8'))?.[1] ?? 'missing';
  const { code, out, err } = await retune(
    ['run', script, '--target', target, '--seed', '1', '--pytorch', 'default', '--reproduce', '--json', ...docker],
    { env: homeIn(folder.path) },
  );
  expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' });
  const { verdict, reproduction, files } = JSON.parse(out) as Told;
  expect(verdict).toBe('reached');
  // In a fresh container, without our runtime.
  expect(reproduction).toMatchObject({ kind: 'same' });
  // Cross-validation leaves no trained model behind.
  if (example !== 'linear-regression') expect(statSync(files.model).uid).toBe(process.getuid?.());
  expect(readFileSync(script, 'utf8')).toBe(before);
  expect(containersIn(folder.path, '--all')).toEqual([]);
});

interface Told {
  readonly verdict: string;
  readonly reproduction: unknown;
  readonly files: { readonly model: string };
}

test('GPUs that this machine does not have: one clear error that says what they need', async () => {
  using folder = temporary('docker');
  const script = copyExample('sklearn-knn', join(folder.path, 'project'));
  const { code, err } = await retune(['train', script, '--gpus', 'all', ...docker], { env: homeIn(folder.path) });
  expect(code).toBe(5);
  expect(err).toContain('NVIDIA Container Toolkit');
  expect(containersIn(folder.path, '--all')).toEqual([]);
});

test('a script for Keras 2 trains in the image of those years, to its target', async () => {
  using folder = temporary('docker');
  const script = join(folder.path, 'project', 'train.py');
  mkdirSync(join(folder.path, 'project'));
  writeFileSync(script, keras2);
  const { code, out, err } = await retune(
    ['run', script, '--target', '0.9', '--seed', '1', '--json', '--runner', 'docker', '--base-image', olderBaseImage],
    { env: homeIn(folder.path) },
  );
  expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' });
  const { diff, best } = JSON.parse(out) as { diff: string; best: { observation: { split: string } } };
  expect(diff).toMatch(/^\+.*(fit_generator|SGD\(lr=|Adam)/m);
  expect(best.observation.split).not.toBe('train');
  const { out: plan } = await retune(['plan', script, '--json', '--runner', 'docker'], { env: homeIn(folder.path) });
  expect((JSON.parse(plan) as { environment: unknown }).environment).toMatchObject({ family: 'legacy' });
});

const keras2 = `import numpy as np
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split
from keras.models import Sequential
from keras.layers.core import Dense
from keras.optimizers import SGD
from keras.utils import np_utils

np.random.seed(1)
X, y = load_digits(return_X_y=True)
X = X.astype(np.float) / 16
Y = np_utils.to_categorical(y, 10)
X_train, X_test, Y_train, Y_test = train_test_split(X, Y, test_size=0.25, random_state=0)

def batches(size):
    while True:
        for i in range(0, len(X_train) - size, size):
            yield X_train[i:i + size], Y_train[i:i + size]

model = Sequential()
model.add(Dense(16, input_dim=64, activation='relu'))
model.add(Dense(10, activation='softmax'))
model.compile(loss='categorical_crossentropy', optimizer=SGD(lr=0.01), metrics=['accuracy'])
model.fit_generator(batches(32), steps_per_epoch=40, epochs=3, verbose=0)
print('Test accuracy:', model.evaluate(X_test, Y_test, verbose=0)[1])
`;

/** Ids of the containers whose attempts lie in a folder. */
function containersIn(folder: string, ...which: string[]): string[] {
  const format = '{{.ID}} {{.Label "retune.folder"}}';
  const said = execFileSync('docker', ['ps', '--filter', 'label=retune.folder', '--format', format, ...which], {
    encoding: 'utf8',
  });
  return said.split('\n').filter((row) => row.includes(` ${folder}/`));
}

const slow = `
import time
from sklearn.datasets import load_iris
from sklearn.neighbors import KNeighborsClassifier
X, y = load_iris(return_X_y=True)
time.sleep(8)
print("Test accuracy:", KNeighborsClassifier(n_neighbors=3).fit(X[::2], y[::2]).score(X[1::2], y[1::2]))
`;

async function begun(folder: string) {
  const script = join(folder, 'project', 'train.py');
  mkdirSync(join(folder, 'project'));
  writeFileSync(script, slow);
  await imageFor(slow);
  const args = ['train', script, '--json', ...docker];
  const command = start(args, { env: homeIn(folder) });
  while (containersIn(folder).length === 0) await pause(50);
  return { ...command, args };
}

test('a command that is interrupted takes its container along', async () => {
  using folder = temporary('docker');
  const { child, result } = await begun(folder.path);
  child.kill('SIGINT');
  expect((await result).code).toBe(130);
  expect(containersIn(folder.path)).toEqual([]);
});

test('a command that is killed leaves its container training, and the next one goes on with it', async () => {
  using folder = temporary('docker');
  const { child, result, args } = await begun(folder.path);
  child.kill('SIGKILL');
  await result;
  const [left] = containersIn(folder.path);
  expect(left).toBeDefined();
  const { code, out } = await retune(args, { env: homeIn(folder.path) });
  expect({ code, verdict: (JSON.parse(out) as { verdict: string }).verdict }).toEqual({
    code: 0,
    verdict: expect.stringContaining('reached') as unknown,
  });
  const [study = ''] = readdirSync(join(folder.path, 'home', 'studies'));
  // One attempt: it was not trained again.
  expect(readdirSync(join(folder.path, 'home', 'studies', study, 'trials', '0000', 'attempts'))).toEqual(['1']);
  expect(containersIn(folder.path, '--all')).toEqual([]);
});

test('a study stays in its image; where that is gone, it goes on with the very same packages', async () => {
  using folder = temporary('docker');
  const script = join(folder.path, 'project', 'train.py');
  mkdirSync(join(folder.path, 'project'));
  writeFileSync(script, `import tabulate\n${slow.replace('time.sleep(8)', '')}`);
  await imageFor(scikitLearn);
  const train = () => retune(['train', script, '--json', ...docker], { env: homeIn(folder.path) });
  expect((await train()).code).toBe(0);
  const [study = ''] = readdirSync(join(folder.path, 'home', 'studies'));
  const pin = join(folder.path, 'home', 'studies', study, 'image.json');
  const first = JSON.parse(readFileSync(pin, 'utf8')) as { id: string; extra: string[] };
  expect(first.extra).toEqual([expect.stringMatching(/^tabulate==\d/)]);
  expect((await train()).err).not.toContain('is gone');
  execFileSync('docker', ['image', 'rm', '--force', first.id]);
  const again = await train();
  expect(again).toMatchObject({
    code: 0,
    err: expect.stringMatching(/image in which this study began is gone/) as unknown,
  });
  expect(again.err).toContain(`with ${first.extra.join(', ')}`);
  const second = JSON.parse(readFileSync(pin, 'utf8')) as { id: string; extra: string[] };
  expect(second.extra).toEqual(first.extra);
  execFileSync('docker', ['image', 'rm', '--force', second.id]);
});

test('a package beyond the family is one small layer', async () => {
  const family = await imageFor(scikitLearn);
  const image = await imageFor(`import yaml\n${scikitLearn}`);
  const sizeOf = (id: string): number =>
    Number(execFileSync('docker', ['image', 'inspect', '--format', '{{.Size}}', id], { encoding: 'utf8' }));
  expect(image).not.toBe(family);
  expect(sizeOf(image) - sizeOf(family)).toBeLessThan(5e6);
  const said = execFileSync(
    'docker',
    [
      'run',
      '--rm',
      '--network',
      'none',
      '--entrypoint',
      'python',
      image,
      '-c',
      'import yaml, sklearn; print(yaml.safe_load("a: 1"))',
    ],
    { encoding: 'utf8' },
  );
  expect(said).toBe("{'a': 1}\n");
});

describe('an image started alone', () => {
  const alone = (folder: string, ...args: string[]) =>
    spawnSync('docker', ['run', '--rm', '--network', 'none', '-v', `${folder}:/workspace`, ...args], {
      encoding: 'utf8',
    });

  test.each(['sklearn-knn', 'xgboost', 'keras-cnn', 'pytorch-mlp'])(
    'trains the only script that it can, and tells the metric with its provenance: %s',
    async (example) => {
      using folder = temporary('alone');
      chmodSync(folder.path, 0o755);
      const script = copyExample(example, folder.path);
      const image = await imageFor(readFileSync(script, 'utf8'));
      writeFileSync(join(folder.path, 'plot.py'), 'import matplotlib\n');
      const { status, stdout } = alone(folder.path, image);
      expect({ status, stdout }).toEqual({
        status: 0,
        stdout: expect.stringMatching(/^accuracy = 0\.\d+ \(test data, (read from|printed as): .*\)$/m) as unknown,
      });
    },
  );

  test('of several it lists them, of none it says so', async () => {
    const image = await imageFor(scikitLearn);
    using folder = temporary('alone');
    chmodSync(folder.path, 0o755);
    mkdirSync(join(folder.path, 'sub'));
    expect(alone(folder.path, image)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('No script') as unknown,
    });
    for (const name of ['a.py', 'sub/b.py'])
      writeFileSync(join(folder.path, name), 'import sklearn\nprint("ran", __file__)\n');
    const { status, stderr } = alone(folder.path, image);
    expect({ status, lines: stderr.trim().split('\n').slice(1) }).toEqual({
      status: 2,
      lines: ['  a.py', '  sub/b.py'],
    });
    expect(alone(folder.path, image, 'sub/b.py').stdout).toMatch(/^ran \/\S+\/sub\/b\.py$/m);
    expect(alone(folder.path, image, 'none.py').status).toBe(2);
  });

  test('writes files of the caller, and none as root', async () => {
    const image = await imageFor(scikitLearn);
    using folder = temporary('alone');
    chmodSync(folder.path, 0o755);
    writeFileSync(join(folder.path, 'a.py'), 'import sklearn\nopen("made.txt", "w").write("x")\n');
    execFileSync('chown', ['-R', '1234:1234', folder.path]);
    expect(alone(folder.path, image)).toMatchObject({
      status: 0,
      stderr: expect.stringContaining('--user') as unknown,
    });
    expect(alone(folder.path, '--user', '1234:1234', image).status).toBe(0);
    expect(statSync(join(folder.path, 'made.txt')).uid).toBe(1234);
  });
});

test.each([
  ['no engine', { DOCKER_HOST: 'unix:///nowhere/docker.sock' }, baseImage, /No Docker engine answers/],
  ['no docker command', { PATH: '/nowhere' }, baseImage, /docker command cannot be started/],
  ['a base image that cannot be had', {}, 'localhost:1/none:1', /base image localhost:1\/none:1 cannot be had/],
])('%s: one clear error, exit code 5', async (_, env, base, says) => {
  using folder = temporary('docker');
  const script = copyExample('sklearn-knn', join(folder.path, 'project'));
  const { code, err } = await retune(['train', script, '--runner', 'docker', '--base-image', base], {
    env: { ...homeIn(folder.path), ...env },
  });
  expect({ code, err }).toEqual({ code: 5, err: expect.stringMatching(says) as unknown });
  expect(err).toContain('→');
  expect(err).not.toContain('bug');
});

test('prune removes an image that no study needs', async () => {
  using folder = temporary('docker');
  const env = homeIn(folder.path);
  await imageFor(scikitLearn);
  const image = await imageFor(`import tabulate\n${scikitLearn}`, env.RETUNE_HOME);
  const { out } = await retune(['prune', '--all', '--json'], { env });
  expect(JSON.parse(out)).toMatchObject({ removed: [{ kind: 'image' }] });
  expect(spawnSync('docker', ['image', 'inspect', image]).status).not.toBe(0);
});
