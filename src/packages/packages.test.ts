import { declaredIn, isManifest } from './manifests.ts';
import { inlineMetadata } from './inline-metadata.ts';
import { installedBy } from './install-command.ts';
import { markerHolds, markerVariables } from './marker.ts';
import { readRequirement } from './requirement.ts';
import { compareVersions, readVersion, satisfies } from './version.ts';
import { builtFor, pythonsWith } from './wheels.ts';

test('versions are in the order of PEP 440', () => {
  const ordered = ['1.0.dev1', '1.0a1', '1.0b2', '1.0rc1', '1.0', '1.0.post1', '1.0.1', '1.10', '2.0+cpu', '1!0.1'];
  const read = ordered.map((text) => readVersion(text)!);
  expect([...read].reverse().sort(compareVersions)).toEqual(read);
  expect(readVersion('1.x')).toBeNull();
});

test.each([
  ['1.2.3', '', true],
  ['1.2.3', '==1.2.3', true],
  ['1.2', '==1.2.0', true],
  ['1.2.3', '==1.2.*', true],
  ['1.2.3', '!=1.2.*', false],
  ['1.2.3', '>=1.2,<2', true],
  ['2.0rc1', '<2', false],
  ['1.9', '~=1.4', true],
  ['1.5.0', '~=1.4.2', false],
  ['2.1.0+cpu', '==2.1.0', true],
  ['1.0', 'newest', false],
])('%s fits %j: %s', (version, specifier, expected) => {
  expect(satisfies(version, specifier)).toBe(expected);
});

test.each([
  [
    'scikit_learn[plot] >= 1.2, < 2 ; python_version < "3.12"',
    { name: 'scikit-learn', specifier: '>=1.2,<2', marker: 'python_version < "3.12"' },
  ],
  ['torch==2.1.0+cpu  # the small one', { name: 'torch', specifier: '==2.1.0+cpu' }],
  ['numpy (>=1.20)', { name: 'numpy', specifier: '>=1.20' }],
  ['mine @ https://example.org/mine.whl', { name: 'mine', direct: true }],
])('%s', (text, expected) => {
  expect(readRequirement(text)).toMatchObject(expected);
});

test.each(['-r base.txt', './wheel.whl', '# numpy', '', '--hash=sha256:00', 'numpy is needed'])(
  '%j is no requirement',
  (text) => {
    expect(readRequirement(text)).toBeNull();
  },
);

test.each([
  ["python_version < '3.12' and sys_platform == 'linux'", true],
  ["python_full_version == '3.10.*' or (platform_machine == 'arm64')", false],
  ['"win" in sys_platform', false],
  ["extra == 'test'", false],
  ['who knows', true],
])('the marker %s: %s', (marker, expected) => {
  expect(markerHolds(marker, markerVariables('3.11.7', 'linux-x86_64'))).toBe(expected);
});

const manifests: readonly (readonly [string, string, readonly (readonly [string, string, number])[]])[] = [
  [
    'requirements.txt',
    '--index-url https://example.org\nnumpy==1.26.4 \\\n    --hash=sha256:00\n# note\nscikit-learn>=1.2 ; python_version > "3"\n-e .\n',
    [
      ['numpy', '==1.26.4', 2],
      ['scikit-learn', '>=1.2', 5],
    ],
  ],
  [
    'pyproject.toml',
    '[project]\ndependencies = [\n  "pandas<2",\n]\n[project.optional-dependencies]\ntrain = ["torch~=2.1"]\n',
    [
      ['pandas', '<2', 3],
      ['torch', '~=2.1', 6],
    ],
  ],
  [
    'pyproject.toml',
    '[tool.poetry.dependencies]\npython = "^3.9"\nnumpy = "^1.20.1"\nscipy = "~1.7"\ntqdm = "*"\ntorch = { version = "2.1.0", extras = [] }\nkeras = "^0.3"\n',
    [
      ['numpy', '>=1.20.1,<2', 3],
      ['scipy', '>=1.7,<1.8', 4],
      ['tqdm', '', 5],
      ['torch', '==2.1.0', 6],
      ['keras', '>=0.3,<0.4', 7],
    ],
  ],
  [
    'Pipfile',
    '[packages]\nscikit-learn = "==1.1.3"\nmine = {git = "https://example.org"}\n',
    [
      ['scikit-learn', '==1.1.3', 2],
      ['mine', '', 3],
    ],
  ],
  [
    'environment.yml',
    'name: x\ndependencies:\n  - python=3.9\n  - conda-forge::numpy=1.21.2=py39_0\n  - pytorch>=1.10\n  - pip\n  - pip:\n    - xgboost==1.7.6\n',
    [
      ['numpy', '==1.21.2.*', 4],
      ['torch', '>=1.10', 5],
      ['xgboost', '==1.7.6', 8],
    ],
  ],
  ['pyproject.toml', 'no toml = = at all', []],
  ['environment.yml', '{{ jinja }}: [', []],
];

test.each(manifests)('%s is read: %#', async (path, text, expected) => {
  expect(isManifest(path)).toBe(true);
  const found = await declaredIn([{ path, text }]);
  expect(found.map(({ name, specifier, line }) => [name, specifier, line])).toEqual(expected);
});

test('the manifest beside the script comes before the one above, the plain one before the others', async () => {
  const text = 'numpy\n';
  const paths = ['requirements.txt', 'a/requirements-dev.txt', 'a/environment.yml', 'a/requirements.txt'];
  const found = await declaredIn(
    paths.map((path) => ({ path, text: path.endsWith('yml') ? 'dependencies: [numpy]' : text })),
  );
  expect(found.map(({ path }) => path)).toEqual([
    'a/requirements.txt',
    'a/requirements-dev.txt',
    'a/environment.yml',
    'requirements.txt',
  ]);
});

test('a script says what it needs in a comment block', async () => {
  const text =
    '# /// script\n# requires-python = ">=3.9"\n# dependencies = [\n#   "scikit-learn<1.4",\n# ]\n# ///\nimport sklearn\n';
  expect(await inlineMetadata({ path: 'a.py', text })).toMatchObject([
    { name: 'scikit-learn', specifier: '<1.4', line: 4 },
  ]);
  expect(await inlineMetadata({ path: 'a.py', text: 'import sklearn\n' })).toEqual([]);
});

test.each([
  ['!pip install -q scikit-learn==1.1.3 "numpy<1.24"', ['scikit-learn==1.1.3', 'numpy<1.24']],
  ['%pip install --upgrade xgboost # newest', ['xgboost']],
  ['!{sys.executable} -m pip install lightgbm && ls', ['lightgbm']],
  ['pip install tensorflow==2.12', ['tensorflow==2.12']],
  ['!ls', []],
  ['pip = 3', []],
])('%s', (line, expected) => {
  expect(installedBy(line).map(({ name, specifier }) => `${name}${specifier}`)).toEqual(expected);
});

test('which Pythons a version is built for', () => {
  expect(pythonsWith('scikit-learn', '<1.2')).toEqual(['3.9', '3.10', '3.11']);
  expect(pythonsWith('scikit-learn', '==1.1.1')).toEqual(['3.9', '3.10']);
  expect(pythonsWith('scikit-learn', '<0.20')).toEqual([]);
  expect(pythonsWith('tensorflow', '==2.4.1')).toEqual([]);
  expect(pythonsWith('torch', '==99.0')).toEqual(['3.10', '3.11', '3.12', '3.13', '3.14']);
  expect(pythonsWith('who-knows', '==1')).toHaveLength(6);
  expect(builtFor('tensorflow', '==2.4.1')).toBe('3.6 to 3.8');
});
