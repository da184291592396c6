import { applyEdits } from './edits.ts';
import { readNotebook } from './notebook.ts';
import type { Notebook } from './notebook.ts';

const code = (source: unknown, more: object = {}): object => ({ cell_type: 'code', metadata: {}, source, ...more });

function notebook(json: string): Notebook {
  const read = readNotebook(json);
  if (typeof read === 'string') throw new Error(read);
  return read;
}

const two = JSON.stringify(
  {
    cells: [
      { cell_type: 'markdown', source: ['# é 😀\n', 'text'] },
      code(['import numpy as np\n', '\n', 's = "é😀\\n"; lr = 0.01\n', 'k = 3'], {
        id: 'a',
        outputs: [{ text: ['0.01\n'] }],
      }),
      code('epochs = 5\n%matplotlib inline\n', { execution_count: 2 }),
    ],
    metadata: { language_info: { name: 'python' } },
    nbformat: 4,
  },
  null,
  1,
);

test('the code of all cells is one text, and a place is inside its cell', () => {
  const { text, positions } = notebook(two);
  expect(text).toBe('import numpy as np\n\ns = "é😀\\n"; lr = 0.01\nk = 3\nepochs = 5\n0                 \n\n');
  const lr = text.indexOf('0.01');
  expect(positions.positionAt(lr)).toEqual({ cell: 1, line: 3, column: 17 });
  expect(positions.offsetAt({ cell: 1, line: 3, column: 17 })).toBe(lr);
  expect(positions.positionAt(text.indexOf('5'))).toEqual({ cell: 2, line: 1, column: 9 });
  expect(positions.lineAt(lr)).toBe('s = "é😀\\n"; lr = 0.01');
});

test.each([
  ['a value', 'lr = 0.01', 'lr = 0.001'],
  ['a text with quotes', 'k = 3', 'k = "ü\\"'],
  ['a line more', 'k = 3', 'k = 3\nm = 4'],
  ['a line in front', 's = ', 'model.add("\\n")\ns = '],
  ['lines at the end', 'k = 3', 'k = 3\nm = 4\n'],
  ['a line less', '\ns = "é😀\\n"; lr = 0.01\n', '\n'],
  ['in a cell that is one string', 'epochs = 5', 'epochs = 10'],
])('an edit changes the source of its cell and nothing else: %s', (_, from, to) => {
  const read = notebook(two);
  const { text } = read;
  const start = text.indexOf(from);
  const edits = [{ span: { start, end: start + from.length }, text: to }];
  const edited = applyEdits(two, read.inFile(edits));
  expect(notebook(edited).text).toBe(applyEdits(text, edits));
  const strip = (json: string): unknown =>
    (JSON.parse(json) as { cells: object[] }).cells.map((cell) => ({ ...cell, source: null }));
  expect(strip(edited)).toEqual(strip(two));
});

test('a line more is a string more of the array, as Jupyter writes it', () => {
  const read = notebook(two);
  const { text } = read;
  const at = text.indexOf('k = 3');
  const edited = applyEdits(two, read.inFile([{ span: { start: at, end: at }, text: 'm = 4\n' }]));
  expect(edited).toBe(two.replace('    "k = 3"', '    "m = 4\\n",\n    "k = 3"'));
});

test.each([
  ['broken JSON', '{"cells": [', /no JSON/],
  ['no notebook', '{"a": 1}', /no cells/],
  ['another language', '{"cells": [], "metadata": {"kernelspec": {"language": "R"}}}', /notebook in R/],
])('%s is refused with its reason', (_, json, reason) => {
  expect(readNotebook(json)).toMatch(reason);
});

test('the third format of notebooks is read too, and deep nesting costs nothing', () => {
  const old = JSON.stringify({
    worksheets: [{ cells: [{ cell_type: 'code', input: ['x = 1'], language: 'python' }] }],
  });
  expect(notebook(old).text).toBe('x = 1\n');
  const deep = `{"cells": [], "metadata": {"x": ${'['.repeat(50_000)}${']'.repeat(50_000)}}}`;
  expect(typeof readNotebook(deep)).not.toBe('undefined');
});
