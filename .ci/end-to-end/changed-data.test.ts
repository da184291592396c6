import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { homeIn, retune, temporary } from './command.ts';

/** Points of two kinds; `flipped` of them carry the other's name. */
function rows(flipped: number): string {
  const lines = Array.from({ length: 300 }, (_, n) => {
    const kind = n % 2;
    const name = n < flipped ? 1 - kind : kind;
    return `${Math.sin(n * 12.9) + kind},${Math.cos(n * 78.2) + kind},${name}`;
  });
  return `x,y,kind\n${lines.join('\n')}\n`;
}

const train = (data: string): string => `import csv
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier

with open(${JSON.stringify(data)}) as file:
    rows = list(csv.DictReader(file))
x = [[float(row["x"]), float(row["y"])] for row in rows]
y = [int(row["kind"]) for row in rows]
x_train, x_test, y_train, y_test = train_test_split(x, y, random_state=0)
model = KNeighborsClassifier(n_neighbors=3)
model.fit(x_train, y_train)
print("accuracy:", accuracy_score(y_test, model.predict(x_test)))
`;

test('declared data with other content begins another study', async () => {
  using folder = temporary('declared-data');
  const env = homeIn(folder.path);
  const [script, data] = [join(folder.path, 'train.py'), join(folder.path, 'shared', 'points.csv')];
  mkdirSync(join(folder.path, 'shared'));
  writeFileSync(script, train('points.csv'));
  const study = async (flipped: number): Promise<string> => {
    writeFileSync(data, rows(flipped));
    const { out } = await retune(['plan', script, '--data', data, '--json'], { env });
    return (JSON.parse(out) as { study: string }).study;
  };
  const before = await study(0);
  expect(await study(40)).not.toBe(before);
  expect(await study(0)).toBe(before);
});

test('results on other data are not mixed with those of before', async () => {
  using folder = temporary('changed-data');
  const env = homeIn(folder.path);
  const [project, data] = [join(folder.path, 'project'), join(folder.path, 'points.csv')];
  mkdirSync(project);
  writeFileSync(join(project, 'train.py'), train(data));
  const put = (flipped: number): void => {
    writeFileSync(data, rows(flipped));
    utimesSync(data, 1e9, 1e9);
  };
  const run = (trials: number, ...more: readonly string[]): ReturnType<typeof retune> =>
    retune(['run', join(project, 'train.py'), '--target', '0.999', '--trials', String(trials), ...more], { env });

  put(0);
  expect(await run(1)).toMatchObject({ code: 3 });
  expect(await run(2)).toMatchObject({ code: 3 });
  put(40);
  const refused = await run(3);
  expect(refused).toMatchObject({ code: 4, out: '' });
  expect(refused.err).toContain(`The data changed during this study: ${data} had other content when trial 3 read it`);
  expect(refused.err).toContain('--fresh');
  // Asked again it says so again, and spends nothing.
  expect(await run(4)).toMatchObject({ code: 4 });
  expect(await run(1, '--fresh')).toMatchObject({ code: 3 });
});
