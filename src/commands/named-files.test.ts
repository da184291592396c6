import { namedFiles } from './named-files.ts';

const files = ['train.py', 'ml/a/train.py', 'ml/b/train.ipynb', 'ml/b/train.py', 'ml/train.py', 'x+y/[1].py'];
const at = { here: '/repository', root: '/repository' };

test.each([
  [['train.py'], ['train.py']],
  [
    ['./ml/../train.py', 'ml/train.py'],
    ['train.py', 'ml/train.py'],
  ],
  [['ml/*/train.py'], ['ml/a/train.py', 'ml/b/train.py']],
  [['ml/**'], ['ml/a/train.py', 'ml/b/train.ipynb', 'ml/b/train.py', 'ml/train.py']],
  [['**/train.py'], ['train.py', 'ml/a/train.py', 'ml/b/train.py', 'ml/train.py']],
  [['*.py'], ['train.py']],
  [['x+y/[1].*'], ['x+y/[1].py']],
])('%j', (scripts, found) => {
  expect(namedFiles(scripts, files, at)).toEqual(found);
});

test('from another folder of the repository', () => {
  expect(namedFiles(['*/train.py'], files, { ...at, here: '/repository/ml' })).toEqual([
    'ml/a/train.py',
    'ml/b/train.py',
  ]);
});

test('what means no file is a mistake, not an empty matrix', () => {
  expect(() => namedFiles(['train.py', 'tarin.py', 'models/*.py'], files, at)).toThrow(
    'There is no file tarin.py, models/*.py in this repository.',
  );
});
