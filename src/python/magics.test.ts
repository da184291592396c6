import { withoutMagics } from './magics.ts';
import { parsePython } from './syntax-tree.ts';

test.each([
  ['a line magic', '%matplotlib inline\nx = 1', '0                 \nx = 1'],
  ['a shell line under an if', 'if x:\n    !ls\n', 'if x:\n    0  \n'],
  ['a magic without its mark', 'pip install -q keras\nx = 1', '0                   \nx = 1'],
  ['quotes behind such a magic', "cd it's\nx = (1,\n2)", '0      \nx = (1,\n2)'],
  ['names that are magics, too', 'run = 3\ncd = run if run else 0\nls', 'run = 3\ncd = run if run else 0\nls'],
  ['a value from the shell', 'files = !ls *.csv', 'files = 0        '],
  ['a timed statement runs', '%time model.fit(x)', '0;    model.fit(x)'],
  ['a timed cell runs', '%%time\nmodel.fit(x)', '0     \nmodel.fit(x)'],
  ['another language in a cell', '%%bash\necho "it\'s"\n', '      \n           \n'],
  ['help', 'model.fit?\n?x\nx??', '0         \n0 \n0  '],
  ['quotes in a shell line', "!echo 'it\nx = 1", '0        \nx = 1'],
  ['a modulo at the start of a continued line', 'x = (7\n% 4)\ny = 7 \\\n% 4', 'x = (7\n% 4)\ny = 7 \\\n% 4'],
  ['a percent sign in a long text', 't = """\n% x\n!y\n"""', 't = """\n% x\n!y\n"""'],
  ['unequal', 'x != 3\nif x != 4: pass', 'x != 3\nif x != 4: pass'],
  ['a format', "print('%d %s' % (1, x))", "print('%d %s' % (1, x))"],
  ['line ends of Windows', '%magic\r\nx = 1\r\n!ls\r\n', '0     \r\nx = 1\r\n0  \r\n'],
  ['a question in a comment', 'x = 1 # why?\n', 'x = 1 # why?\n'],
])('IPython is blanked, every character keeps its place: %s', async (_, source, plain) => {
  expect(withoutMagics(source)).toBe(plain);
  expect(plain).toHaveLength(source.length);
  expect((await parsePython(plain)).problem).toBeNull();
});

test('a shell line goes on behind its backslash', () => {
  const source = "! python train.py \\\n    --rate 0.1 \\\n    --name it's\nx = 1\ny = 2 + \\\n  3\n";
  const python = withoutMagics(source);
  expect(python).toHaveLength(source.length);
  expect(python.split('\n').map((line) => line.trim())).toEqual(['0', '', '', 'x = 1', 'y = 2 + \\', '3', '']);
});
