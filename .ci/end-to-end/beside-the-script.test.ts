import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { homeIn, retune, temporary } from './command.ts';

/** A support vector machine that its kernel width makes useless; nothing random is left in it. */
function script(settings: string, [kernel, width]: readonly [string, string]): string {
  return `${settings}
from sklearn.datasets import load_digits
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC

x, y = load_digits(return_X_y=True)
x_train, x_test, y_train, y_test = train_test_split(x, y, test_size=0.3, random_state=3)
model = SVC(kernel=${kernel}, gamma=${width})
model.fit(x_train, y_train)
print("accuracy:", accuracy_score(y_test, model.predict(x_test)))
`;
}

const cases = [
  {
    name: 'a configuration file',
    path: 'conf/train.yaml',
    text: '# tuned by hand\r\nmodel:\r\n  kernel: rbf   # the usual one\r\n  width: 1.0e-1\r\nsize: 1.0e-1\r\n',
    train: script('import yaml\nwith open("conf/train.yaml") as file:\n    config = yaml.safe_load(file)["model"]', [
      'config["kernel"]',
      'config["width"]',
    ]),
  },
  {
    name: 'a module of its own',
    path: 'settings.py',
    text: "KERNEL = 'rbf'  # the usual one\nWIDTH = 1e-1\nSIZE = 1e-1\n",
    train: script('import settings\nfrom settings import KERNEL', ['KERNEL', 'settings.WIDTH']),
  },
];

test.each(cases)('what stands in $name is tuned there, and written there', async ({ path, text, train }) => {
  using folder = temporary('beside');
  const project = join(folder.path, 'project');
  mkdirSync(join(project, 'conf'), { recursive: true });
  writeFileSync(join(project, 'train.py'), train);
  writeFileSync(join(project, path), text);
  execFileSync('git', ['init', '-q'], { cwd: project });
  const args = ['run', join(project, 'train.py'), '--target', '0.95', '--seed', '1', '--apply', '--json'];
  const { code, out, err } = await retune(args, { env: homeIn(folder.path) });
  expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' });
  const { verdict, diff } = JSON.parse(out) as { verdict: string; diff: string };
  expect(verdict).toBe('reached');
  expect(diff).toContain(`+++ b/${path}`);
  expect(readFileSync(join(project, 'train.py'), 'utf8')).toBe(train);
  const after = readFileSync(join(project, path), 'utf8');
  const [old, now] = [text.split('\n'), after.split('\n')];
  const changed = now.flatMap((line, index) => (line === old[index] ? [] : [line]));
  expect(now).toHaveLength(old.length);
  expect(changed.length).toBeGreaterThan(0);
  expect(changed.every((line) => /kernel|width/i.test(line))).toBe(true);
});
