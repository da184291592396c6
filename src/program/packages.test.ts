import { readdirSync, readFileSync } from 'node:fs';
import { distributions } from '../packages/distributions.data.ts';

const images = new URL('../../images/', import.meta.url);

/** What the images ask for by name; builds for one kind of machine stand for the package itself. */
function asked(): readonly string[] {
  return readdirSync(images, { withFileTypes: true })
    .filter(
      (entry) => entry.isDirectory() && readdirSync(new URL(`${entry.name}/`, images)).includes('requirements.in'),
    )
    .flatMap(({ name }) => readFileSync(new URL(`${name}/requirements.in`, images), 'utf8').split('\n'))
    .map((line) => /^[A-Za-z0-9][\w.-]*/.exec(line)?.[0].toLowerCase().replace(/-cpu$/, '') ?? '')
    .filter((name) => name !== '');
}

test('whatever the images bring, an import of it is known', () => {
  const known = new Set(
    Object.values(distributions)
      .flat()
      .map((name) => name.toLowerCase()),
  );
  expect(asked().length).toBeGreaterThan(10);
  expect([...new Set(asked())].filter((name) => !known.has(name))).toEqual([]);
});
