import { positionsOf } from './positions.ts';

test.each([
  ['plain', 'a = 1\nb = 22\n', '22', { line: 2, column: 4 }],
  ['é before it', "s = 'é'; n = 7\n", '7', { line: 1, column: 13 }],
  ['😀, two UTF-16 units, before it', "s = '😀'; n = 7\n", '7', { line: 1, column: 13 }],
  ['a tab is one column', 'if x:\n\tn = 7\n', '7', { line: 2, column: 5 }],
  ['CRLF', 'a = 1\r\nb = 7\r\n', '7', { line: 2, column: 4 }],
  ['CR alone', 'a = 1\rb = 7', '7', { line: 2, column: 4 }],
  ['U+2028 is no line end', "s = '\u2028'; n = 7", '7', { line: 1, column: 13 }],
  ['a byte order mark is no column', '\uFEFFn = 7', '7', { line: 1, column: 4 }],
])('a place is found and found again: %s', (_, text, mark, place) => {
  const positions = positionsOf(text);
  const offset = text.indexOf(mark);
  expect(positions.positionAt(offset)).toEqual(place);
  expect(positions.offsetAt(place)).toBe(offset);
});

test('a line comes without its end', () => {
  const positions = positionsOf('one\r\ntwo\nthree');
  expect([0, 5, 9, 13].map((offset) => positions.lineAt(offset))).toEqual(['one', 'two', 'three', 'three']);
  expect(positions.lines).toBe(3);
});

test('a range ends exclusive', () => {
  expect(positionsOf("x = '😀é'\ny").rangeOf({ start: 4, end: 9 })).toEqual({
    start: { line: 1, column: 4 },
    end: { line: 1, column: 8 },
  });
});
