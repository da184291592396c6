// Writes `operations.json`: of GitHub's own API description the operations that the fake serves, with what they refer to.
// The whole of it (npm package @octokit/openapi) is 400 MB on disk, too much for everyone who runs the tests.
// Usage: npm pack @octokit/openapi@23.0.2, unpack it, then: node .ci/fake-github/extract-operations.mjs <folder of the package>
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [source] = process.argv.slice(2);
if (source === undefined) throw new Error('Give the folder of the unpacked package @octokit/openapi.');
const whole = JSON.parse(readFileSync(join(source, 'generated/api.github.com.json'), 'utf8'));
const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'));
const here = new URL('.', import.meta.url).pathname;
const wanted = readFileSync(join(here, 'operations.txt'), 'utf8').split('\n').filter(Boolean);

const paths = {};
for (const line of wanted) {
  const [method, path] = line.split(' ');
  const operation = whole.paths[path]?.[method.toLowerCase()];
  if (operation === undefined) throw new Error(`GitHub has no operation ${line}`);
  const { operationId, parameters, requestBody, responses } = operation;
  (paths[path] ??= {})[method.toLowerCase()] = { operationId, parameters, requestBody, responses };
}

const components = {};
const explaining = [
  'description',
  'summary',
  'title',
  'example',
  'examples',
  'externalDocs',
  'x-github',
  'links',
  'headers',
];
const collect = (value, named = false) => {
  if (typeof value !== 'object' || value === null) return;
  // What explains the schemas to people is most of the text; below `properties` the same words are names.
  if (!named) for (const key of explaining) delete value[key];
  for (const [key, inner] of Object.entries(value)) {
    if (key !== '$ref' || typeof inner !== 'string') collect(inner, !named && key === 'properties');
    else {
      const [, kind, name] = /^#\/components\/(\w+)\/(.+)$/.exec(inner) ?? [];
      if (name === undefined || components[kind]?.[name] !== undefined) continue;
      (components[kind] ??= {})[name] = whole.components[kind][name];
      collect(components[kind][name]);
    }
  }
};
for (const operations of Object.values(paths)) for (const operation of Object.values(operations)) collect(operation);
writeFileSync(
  join(here, 'operations.json'),
  `${JSON.stringify({ source: `@octokit/openapi ${version}`, paths, components })}\n`,
);
