import { descendants, parsePython } from './syntax-tree.ts';

test('spans are the text itself, past é, 😀 and CRLF', async () => {
  const source = "s = '😀é'; Dense(64)\r\n\tn = 1\r\n";
  const { root } = await parsePython(source);
  const numbers = descendants(root).filter(({ type }) => type === 'integer');
  expect(numbers.map(({ start, end }) => source.slice(start, end))).toEqual(['64', '1']);
});

test.each([
  ['an open bracket', 'x = 1\nmodel.fit(x, y\n', 2],
  ['a keyword as a value', 'x = 1\n\noptimizer = class\n', 3],
  ['Python 2', 'x = 1\nprint "loss", x\n', 2],
  ['é and 😀 before it', "s = '😀é'; x = = 2\n", 1],
])('a syntax error is data: %s', async (_, source, line) => {
  const { problem } = await parsePython(source);
  expect(problem).toMatchObject({ line });
  expect(problem?.near).not.toBe('');
});

test.each([
  ['empty', ''],
  ['no final line end', 'x = 1'],
  ['a match statement', 'match x:\n    case 1:\n        pass\n'],
  ['print as a function', 'print("a" % b)\nprint(f"{x:.3f}")\nprint()\n'],
  ['nested f-strings', 'print(f"{d["a"]}")\n'],
  ['a byte order mark', '\uFEFFx = 1\n'],
  ['type parameters', 'def f[T](x: T) -> T:\n    return x\n'],
])('Python is accepted: %s', async (_, source) => {
  expect((await parsePython(source)).problem).toBeNull();
});

test.each([
  [200, null],
  [201, 1],
])('as many brackets in each other as Python takes: %d', async (depth, line) => {
  const { problem } = await parsePython(`x = ${'['.repeat(depth)}${']'.repeat(depth)}\ny = x[0][0](1)(2)\n`);
  expect(problem?.line ?? null).toBe(line);
});

test.each([
  ['a long sum', `y = ${'1 + '.repeat(2900)}1\n`, null],
  ['a sum that no Python compiles', `x = 1\ny = ${'1 + '.repeat(4000)}1\n`, 2],
  ['100,000 subscripts', `y = x${'[0]'.repeat(100_000)}\n`, 1],
])('as many levels as Python takes: %s', async (_, source, line) => {
  expect((await parsePython(source)).problem?.line ?? null).toBe(line);
});
