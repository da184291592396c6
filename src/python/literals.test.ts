import { readLiteral, spell } from './literals.ts';
import type { LiteralValue } from './literals.ts';

test.each<[string, string, LiteralValue]>([
  ['1', 'integer', 1],
  ['1.0', 'float', 1],
  ['1.', 'float', 1],
  ['.5', 'float', 0.5],
  ['1e-3', 'float', 0.001],
  ['3_000', 'integer', 3000],
  ['-1', 'integer', -1],
  ['0x10', 'integer', 16],
  ["'adam'", 'string', 'adam'],
  ['"adam"', 'string', 'adam'],
  ["r'rbf'", 'string', 'rbf'],
  ['True', 'boolean', true],
  ['None', 'none', null],
])('%s is read as %s', (text, kind, value) => {
  expect(readLiteral(text)).toEqual({ kind, value, text });
});

test.each(['f"{x}"', "b'x'", "'a\\n'", '1j', '012', '99999999999999999999', '1e999', 'x', "'a' 'b'"])(
  '%s is no literal that we change',
  (text) => {
    expect(readLiteral(text)).toBeNull();
  },
);

test.each<[string, LiteralValue, string]>([
  ['0.001', 0.0032, '0.0032'],
  ['0.001', 0.000032, '3.2e-05'],
  ['0.001', 1, '1.0'],
  ['1e-3', 0.0032, '3.2e-3'],
  ['1e-03', 0.0032, '3.2e-03'],
  ['1E-3', 0.01, '1E-2'],
  ['1e-3', 0.32, '0.32'],
  ['1e5', 3200, '3.2e3'],
  ['1.0', 3, '3.0'],
  ['1', 3, '3'],
  ['1', 0.5, '0.5'],
  ['3_000', 12000, '12_000'],
  ['10', 12000, '12000'],
  ['.5', 0.25, '.25'],
  ['.5', 1, '1.0'],
  ['0.5', 0, '0.0'],
  ["'adam'", 'sgd', "'sgd'"],
  ['"adam"', 'sgd', '"sgd"'],
  ["'a'", "it's", "'it\\'s'"],
  ['None', 12, '12'],
  ['12', null, 'None'],
  ['True', false, 'False'],
])('like %s, %p is spelled %s', (like, value, spelled) => {
  const literal = readLiteral(like)!;
  expect(spell(value, literal)).toBe(spelled);
});

test.each(['1e-3', '3_000', '.5', '1.', '"adam"', '0x10', "r'rbf'", '+1'])('%s stays as it is', (text) => {
  const literal = readLiteral(text)!;
  expect(spell(literal.value, literal)).toBe(text);
});

test('every spelling reads as the value it was made from, and a float stays a float', () => {
  for (const like of ['1', '0.001', '1e-3', '1E+05', '.5', '3_000.0', '2.', '3_000'].map((text) => readLiteral(text)!))
    for (const value of [1, 2, 10, 1e-6, 3.2e-5, 0.0032, 0.1, 0.5, 1.5, 320, 4096, 123456, 1e6, 2.5e17]) {
      const again = readLiteral(spell(value, like));
      expect([like.text, value, again?.value]).toEqual([like.text, value, value]);
      if (like.kind === 'float') expect([like.text, value, again?.kind]).toEqual([like.text, value, 'float']);
    }
});

test('what is no number cannot be spelled', () => {
  expect(() => spell(NaN, readLiteral('1.0')!)).toThrow('No Python literal');
});
