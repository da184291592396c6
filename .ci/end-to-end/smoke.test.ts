import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { homeIn, retune, root, temporary } from './command.ts';

const nodes = [
  ['this Node', process.execPath],
  ['Node 24', process.env.RETUNE_NODE24 ?? 'RETUNE_NODE24 is not set'],
] as const;

test.each(nodes)('a moved copy of action.yml, dist and images starts on %s', async (_, node) => {
  using folder = temporary('moved');
  for (const part of ['action.yml', 'dist', 'images'])
    cpSync(join(root, part), join(folder.path, 'elsewhere', part), { recursive: true });
  const call = { node, cli: join(folder.path, 'elsewhere', 'dist', 'cli.js'), cwd: root, env: homeIn(folder.path) };
  const detected = await retune(['detect', '--json', 'examples/keras-cnn/train.py', 'examples/xgboost/train.py'], call);
  expect(detected.err).toBe('');
  expect(JSON.parse(detected.out)).toMatchObject([
    { framework: 'keras', family: 'cnn', trains: true },
    { framework: 'xgboost', family: 'boosting' },
  ]);
  const trained = await retune(['train', 'examples/sklearn-knn/train.py', '--json'], call);
  expect({ code: trained.code, err: trained.code === 0 ? '' : trained.err }).toEqual({ code: 0, err: '' });
});
