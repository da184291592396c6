import {
  both,
  byKind,
  decode,
  decodeJson,
  fields,
  finite,
  integer,
  list,
  nullable,
  oneOf,
  optional,
  record,
  text,
} from './decode.ts';

const person = fields({ name: text(5), ages: list(integer(0), 2), of: nullable(oneOf('x', 'y')) });

test.each([
  [
    { name: 'Bo', ages: [1], of: null, more: 'dropped' },
    { ok: true, value: { name: 'Bo', ages: [1], of: null } },
  ],
  [
    { name: 'Bo', ages: [1, -1], of: 'x' },
    { ok: false, problem: 'ages[1]: expected an integer from 0, got -1' },
  ],
  [
    { name: 'Bo', ages: [1, 2, 3], of: 'x' },
    { ok: false, problem: 'ages: expected at most 2 items, got 3' },
  ],
  [
    { name: 'Robert', ages: [], of: 'x' },
    { ok: false, problem: 'name: expected at most 5 characters, got "Robert"' },
  ],
  [
    { name: 'Bo', ages: [], of: 'z' },
    { ok: false, problem: 'of: expected "x" or "y", got "z"' },
  ],
  [
    { ages: [], of: 'x' },
    { ok: false, problem: 'name: expected a text, got nothing' },
  ],
  [[], { ok: false, problem: 'the value: expected an object, got []' }],
  [null, { ok: false, problem: 'the value: expected an object, got null' }],
])('%j', (value, expected) => {
  expect(decode(person, value)).toEqual(expected);
});

test('numbers are finite', () => {
  expect(decodeJson(finite, '1e999')).toMatchObject({ ok: false });
  expect(decodeJson(finite, '{')).toEqual({ ok: false, problem: 'not JSON: "{"' });
});

test('what every object inherits is no field, and a key cannot poison a prototype', () => {
  expect(decode(fields({ constructor: (value: unknown) => value }), {})).toEqual({
    ok: true,
    value: { constructor: undefined },
  });
  const decoded = decodeJson(record(record(text())), '{"__proto__":{"polluted":"yes"}}');
  expect(decoded).toMatchObject({ ok: true });
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
});

test('optional fields are absent or right', () => {
  const decoder = both(fields({ a: finite }), optional({ b: finite }));
  expect(decode(decoder, { a: 1 })).toEqual({ ok: true, value: { a: 1 } });
  expect(decode(decoder, { a: 1, b: 'x' })).toMatchObject({
    ok: false,
    problem: 'b: expected a finite number, got "x"',
  });
});

test('a kind decides which fields are there', () => {
  const shape = byKind({ circle: fields({ radius: finite }), point: fields({}) });
  expect(decode(shape, { kind: 'circle', radius: 2 })).toEqual({ ok: true, value: { kind: 'circle', radius: 2 } });
  expect(decode(shape, { kind: 'square' })).toMatchObject({
    problem: 'kind: expected "circle" or "point", got "square"',
  });
});
