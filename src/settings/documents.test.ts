import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { actionYml, outputs, settingsMarkdown } from './documents.ts';
import { table } from './table.ts';

const root = join(import.meta.dirname, '..', '..');
const documents = { 'action.yml': actionYml, 'docs/settings.md': settingsMarkdown };

test.each(Object.entries(documents))('%s is what the table says', (path, make) => {
  const file = join(root, path);
  if (process.env.RETUNE_UPDATE === '1') {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, make());
  }
  const committed = readFileSync(file, 'utf8');
  if (committed !== make()) {
    throw new Error(`${path} is not what the table says. Write it again: RETUNE_UPDATE=1 npm test -- documents`);
  }
});

test('action.yml is YAML that GitHub understands', () => {
  const action: unknown = parse(actionYml());
  expect(action).toMatchObject({
    name: 'Retune',
    runs: { using: 'node24', main: 'dist/action.js', post: 'dist/post.js' },
  });
  const { inputs, outputs: left } = action as Record<'inputs' | 'outputs', Record<string, { description: string }>>;
  expect(Object.keys(inputs)).toEqual(['command', ...table.filter(({ input }) => input).map(({ name }) => name)]);
  expect(Object.keys(left)).toEqual(Object.keys(outputs));
  expect(inputs).not.toHaveProperty('trials.default');
  expect(Object.values(inputs).every(({ description }) => description.endsWith('.'))).toBe(true);
});
