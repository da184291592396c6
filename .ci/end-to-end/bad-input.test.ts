import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyExample, homeIn, retune, shared as environments, temporary } from './command.ts';

/** A small training script of the kind that people write, to be spoilt in one place. */
const good = `from sklearn.datasets import load_iris
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier

X, y = load_iris(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.5, random_state=0)
model = KNeighborsClassifier(n_neighbors=60)
model.fit(X_train, y_train)
print("Accuracy:", accuracy_score(y_test, model.predict(X_test)))
`;

interface Case {
  readonly name: string;
  readonly source?: string | Uint8Array;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly code: number;
  readonly says: readonly RegExp[];
}

const cases: readonly Case[] = [
  {
    name: 'not Python',
    source: Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 255]),
    code: 2,
    says: [/train\.py: is no text/, /→/],
  },
  {
    name: 'a syntax error',
    source: 'import sklearn\nmodel = (1,\nprint(\n',
    code: 2,
    says: [/train\.py:\d+:\d+: is not valid Python/],
  },
  {
    name: 'a script that does not train',
    source: 'import math\nprint(math.pi)\n',
    code: 4,
    says: [/does not train|no training/i, /→/],
  },
  {
    name: 'nothing to tune',
    source: good
      .replace('KNeighborsClassifier(n_neighbors=60)', 'DummyClassifier()')
      .replace('neighbors import KNeighborsClassifier', 'dummy import DummyClassifier'),
    code: 4,
    says: [/tune/i, /→/],
  },
  { name: 'no metric', source: good.replace(/print.*\n/, 'model.predict(X_test)\n'), code: 4, says: [/metric/i, /→/] },
  {
    name: 'a metric on training data only',
    source: good.replace(
      'print("Accuracy:", accuracy_score(y_test, model.predict(X_test)))',
      'print("Train accuracy:", model.score(X_train, y_train))',
    ),
    code: 4,
    says: [/train\.py: The script tells its accuracy on training data only/, /→ .*--train-metric/],
  },
  {
    name: 'a script that fails',
    source: `${good}raise ValueError("no such column: age")\n`.replace('print(', 'boom = 1 / 0\nprint('),
    code: 2,
    says: [/train\.py:10: ZeroDivisionError/, /File "[^"]*\/project\/train\.py", line 10/],
  },
  {
    name: 'a script that exits with a code',
    source: good.replace('print(', 'if len(X_test) > 0:\n    raise SystemExit(3)\nprint('),
    code: 2,
    says: [/3/, /train\.py/],
  },
  {
    name: 'a package we do not know',
    source: `import frobnicator_xyz\n${good}`,
    code: 4,
    says: [/frobnicator_xyz/, /train\.py:1/],
  },
  {
    name: 'missing data',
    source: good.replace(
      'X, y = load_iris(return_X_y=True)',
      'import pandas as pd\nX = pd.read_csv("data/iris.csv")\ny = X.pop("y")',
    ),
    code: 4,
    says: [/data\/iris\.csv/, /--data/],
  },
  { name: 'a target of banana', source: good, args: ['--target', 'banana'], code: 2, says: [/--target/, /banana/] },
  {
    name: 'two problems at once',
    source: good,
    args: ['--target', 'banana', '--trials', '-3'],
    code: 2,
    says: [/--target/, /--trials/],
  },
  { name: 'an unknown flag', source: good, args: ['--tragets', '0.8'], code: 2, says: [/--tragets/, /--target/] },
  {
    name: 'no usable Python',
    source: good,
    args: ['--python', '/nowhere/python3'],
    code: 5,
    says: [/\/nowhere\/python3/],
  },
  {
    name: 'a metric that the script does not tell',
    source: good,
    args: ['--metric', 'f1'],
    code: 4,
    says: [/f1/, /accuracy/],
  },
  {
    name: 'an impossible target',
    source: good,
    args: ['--target', '0.9999', '--trials', '2'],
    code: 3,
    says: [/99\.99/],
  },
];

test.each(cases)('$name', async ({ source, args = [], code, says }) => {
  using folder = temporary('bad');
  mkdirSync(join(folder.path, 'project'));
  const script = join(folder.path, 'project', 'train.py');
  writeFileSync(script, source ?? good);
  const result = await retune(['run', script, ...(args.includes('--target') ? [] : ['--target', '0.99']), ...args], {
    env: homeIn(folder.path),
  });
  const text = result.out + result.err;
  expect({ code: result.code, text: result.code === code ? '' : text }).toEqual({ code, text: '' });
  for (const pattern of says) expect(text).toMatch(pattern);
  expect(text).not.toMatch(/A bug in Retune/);
});

test.each(['80', '80%', '80 %', '0.8'])('a target of %s is 0.8', async (target) => {
  using folder = temporary('target');
  const script = copyExample('sklearn-knn', join(folder.path, 'project'));
  const { out } = await retune(['plan', script, '--target', target, '--json'], { env: homeIn(folder.path) });
  expect(JSON.parse(out)).toMatchObject({ target: { value: 0.8 } });
});

test('an LFS pointer where data should be', async () => {
  using folder = temporary('pointer');
  const project = join(folder.path, 'project');
  mkdirSync(project);
  writeFileSync(
    join(project, 'iris.csv'),
    'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n',
  );
  writeFileSync(
    join(project, 'train.py'),
    good.replace(
      'X, y = load_iris(return_X_y=True)',
      'import pandas as pd\nX = pd.read_csv("iris.csv")\ny = X.pop("y")',
    ),
  );
  const { code, err } = await retune(['run', join(project, 'train.py')], { env: homeIn(folder.path) });
  expect(code).toBe(4);
  expect(err).toMatch(/iris\.csv/);
  expect(err).toMatch(/git lfs pull/);
});

test('a package that cannot be installed', async () => {
  using folder = temporary('index');
  const script = copyExample('sklearn-knn', join(folder.path, 'project'));
  const nowhere = 'http://127.0.0.1:9/simple';
  const home = join(folder.path, 'home');
  const { code, err } = await retune(['train', script], {
    env: { RETUNE_HOME: home, UV_DEFAULT_INDEX: nowhere, UV_CACHE_DIR: join(folder.path, 'cache') },
  });
  expect(code).toBe(5);
  expect(err).toMatch(/cannot be installed[\s\S]*package index could not be reached[\s\S]*\.log/);
});

test('one damaged study does not hide the others', async () => {
  using folder = temporary('damaged');
  const env = homeIn(folder.path);
  const script = copyExample('sklearn-knn', join(folder.path, 'project'));
  expect((await retune(['train', script], { env })).code).toBe(0);
  const studies = join(env.RETUNE_HOME ?? '', 'studies');
  const [study = ''] = readdirSync(studies).filter((name) => !name.startsWith('.'));
  cpSync(join(studies, study), join(studies, 'copy-12345678'), { recursive: true });
  const journal = join(studies, study, 'journal.jsonl');
  writeFileSync(journal, readFileSync(journal, 'utf8').replace('accuracy', 'accurate'));
  const { code, out } = await retune(['status'], { env });
  expect(code).toBe(0);
  expect(out).toMatch(/damaged/);
  expect(out).toMatch(/93\.5 %/);
  const { err } = await retune(['report', script], { env });
  expect(err).toMatch(/journal\.jsonl:\d+[\s\S]*--fresh/);
});

test('no such script, an unknown command: the nearest is named', async () => {
  const script = await retune(['run', 'examples/sklearn-knn/trian.py']);
  expect(script.code).toBe(2);
  expect(script.err).toMatch(/trian\.py[\s\S]*train\.py/);
  const command = await retune(['rnu', 'examples/sklearn-knn/train.py']);
  expect(command.code).toBe(2);
  expect(command.err).toMatch(/rnu[\s\S]*run/);
});

test('a full disk: one clear error, and the same command goes on when there is room', async () => {
  using folder = temporary('full');
  const home = join(folder.path, 'home');
  const script = copyExample('sklearn-knn', join(folder.path, 'project'));
  const shared = homeIn(folder.path);
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=48k', 'tmpfs', home]);
  try {
    execFileSync('ln', ['-s', environments, join(home, 'environments')]);
    const { code, err } = await retune(['run', script, '--target', '0.999', '--trials', '2'], { env: shared });
    expect({ code, err: code === 5 ? '' : err }).toEqual({ code: 5, err: '' });
    expect(err).toMatch(/full|no space/i);
    execFileSync('mount', ['-o', 'remount,size=64m', home]);
    expect((await retune(['run', script, '--target', '0.999', '--trials', '2'], { env: shared })).code).toBe(3);
  } finally {
    // The process that forked the trials ends a moment after the command.
    execFileSync('bash', ['-c', 'for i in {1..50}; do umount "$0" && exit; sleep 0.1; done; exit 1', home]);
  }
});
