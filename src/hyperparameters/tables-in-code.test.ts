import { findHyperparameters } from './find.ts';

const many = (count: number, row: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => row(index)).join('');

// Half a minute and more, where every number looked at all the others.
test.each([
  ['a list', `x = [${many(20_000, (index) => `${index % 97}, `)}]\n`],
  ['items one by one', `x = {}\n${many(12_000, (index) => `x['k${index}'] = ${index}\n`)}`],
  ['a call', `x = table(${many(20_000, (index) => `${index}, `)})\n`],
])('data that stands in the script as %s is passed over, and keeps nobody waiting', async (_, data) => {
  const text = `from sklearn.svm import SVC\n${data}SVC(C=1.0).fit(x, x)\n`;
  const begun = performance.now();
  const { found } = await findHyperparameters([{ path: 'train.py', text }], { script: 'train.py' });
  expect(found.map(({ name, form }) => [name, form])).toContainEqual(['C', 'keyword']);
  expect(performance.now() - begun).toBeLessThan(4500);
});
