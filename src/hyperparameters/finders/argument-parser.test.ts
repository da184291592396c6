import { findHyperparameters } from '../find.ts';

const lines = (main: string, call: string): string =>
  [
    'import argparse',
    'from sklearn.neighbors import KNeighborsClassifier',
    main,
    '    KNeighborsClassifier(n_neighbors=options.k).fit(x, y)',
    'parser = argparse.ArgumentParser()',
    "parser.add_argument('--k', type=int, default=9)",
    call,
    '',
  ].join('\n');

test.each([
  ['as an argument', 'def main(options):', 'main(parser.parse_args())'],
  ['as an argument whose result is kept', 'def main(seed, options):', 'result = main(1, parser.parse_args())'],
  ['by keyword', 'def main(seed, options):', 'main(1, options=parser.parse_args())'],
])('parsed arguments that are handed on at once: %s', async (_, main, call) => {
  const { found } = await findHyperparameters([{ path: 'train.py', text: lines(main, call) }], { script: 'train.py' });
  expect(found.filter(({ form }) => form !== 'insertion').map(({ name, text }) => `${name} ${text}`)).toEqual([
    'n_neighbors 9',
  ]);
});

test('a parameter that is given something else holds no arguments', async () => {
  const text = lines('def main(options):', 'main(load("options.json"))');
  const { found } = await findHyperparameters([{ path: 'train.py', text }], { script: 'train.py' });
  expect(found.filter(({ form }) => form !== 'insertion')).toEqual([]);
});
