import { readFileSync } from 'node:fs';
import { decodeJson, fields, list, text } from '../decode.ts';
import { type Line, longestLine, messageReader, readLine } from './messages.ts';

const file = new URL('../../images/runtime/protocol-examples.json', import.meta.url);
const lines = list(fields({ line: text(100_000) }));
const examples = decodeJson(
  fields({
    accepted: list(fields({ line: text(100_000), message: (value) => value })),
    ignored: lines,
    rejected: list(fields({ line: text(100_000), problem: text() })),
  }),
  readFileSync(file, 'utf8'),
);
if (!examples.ok) throw new Error(examples.problem);
const { accepted, ignored, rejected } = examples.value;
const bytesOf = (content: string): Uint8Array => new TextEncoder().encode(content);

test('there are examples of each sort', () => {
  expect(accepted.length).toBeGreaterThan(20);
  expect(ignored.length).toBeGreaterThan(3);
  expect(rejected.length).toBeGreaterThan(20);
});

test.each(accepted)('a message is read: $line', ({ line, message }) => {
  expect(readLine(line)).toEqual({ kind: 'message', message });
});

test.each(ignored)('no message and no problem at the end of a file: $line', ({ line }) => {
  const isWhole = line === '' || decodeJson((value) => value, line).ok;
  const seen = messageReader().push(bytesOf(isWhole ? `${line}\n` : line));
  expect(seen.filter(({ kind }) => kind !== 'ignored')).toEqual([]);
});

test.each(rejected)('a problem is named: $line', ({ line, problem }) => {
  const isObject = line.startsWith('{');
  const found = readLine(line);
  expect(found.kind === 'problem' ? found.problem : '').toMatch(
    isObject ? new RegExp(`^${String(problem.split(' ')[0])}\\b`) : /^the value: expected an object/,
  );
});

test('a nested field is named by its path', () => {
  const line = '{"v":1,"t":1,"kind":"randomness","sources":["keras",7],"shared":false}';
  expect(readLine(line)).toEqual({ kind: 'problem', problem: 'sources[1]: expected a text, got 7' });
});

test('text is limited', () => {
  const warning = (message: string): string =>
    JSON.stringify({ v: 1, t: 1, kind: 'warning', code: 'x', text: message });
  expect(readLine(warning('😀'.repeat(2000))).kind).toBe('message');
  expect(JSON.stringify(readLine(warning('x'.repeat(2001))))).toContain('text: expected at most 2000 characters');
});

test('in pieces of any size the reader sees the same lines, and never a torn one', () => {
  const whole = bytesOf([...accepted, ...ignored, ...rejected].map(({ line }) => `${line}\n`).join('') + '{"v":1,"t":');
  const once = messageReader().push(whole);
  expect(once.map(({ line }) => line)).toEqual(once.map((_, index) => index + 1));
  for (const size of [1, 2, 3, 7, 64, 1000]) {
    const reader = messageReader();
    const seen: Line[] = [];
    for (let at = 0; at < whole.length; at += size) seen.push(...reader.push(whole.subarray(at, at + size)));
    expect(seen).toEqual(once);
  }
});

test('the reader keeps its own bytes, as the buffer it is given is used again', () => {
  // A Buffer, as files are read into: its `slice` is a view.
  const buffer = Buffer.from('{"v":1,"t":8,"kind":"fin');
  const reader = messageReader();
  reader.push(buffer);
  buffer.fill(0);
  expect(reader.push(bytesOf('ished","exitCode":0}\n'))).toMatchObject([{ kind: 'message', line: 1 }]);
});

test('a line without end costs no memory and is named', () => {
  const reader = messageReader();
  for (let piece = 0; piece < 100; piece += 1) expect(reader.push(new Uint8Array(longestLine).fill(120))).toEqual([]);
  expect(reader.push(bytesOf('\n{"v":1,"t":8,"kind":"finished","exitCode":0}\n'))).toMatchObject([
    { kind: 'problem', line: 1, problem: 'longer than 16384 bytes' },
    { kind: 'message', line: 2 },
  ]);
});
