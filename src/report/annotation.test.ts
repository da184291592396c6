import { UserError } from '../errors.ts';
import { annotationOf } from './annotation.ts';
import { withoutCommands } from './terminal-safe.ts';

test('a mistake stands at its line, relative to the workspace', () => {
  const place = { file: '/srv/repo/models/train.py', line: 12, column: 4 };
  expect(
    annotationOf(new UserError('mistake', 'x', 'NameError: f.', { place, help: 'Mend it.' }), '/srv/repo'),
  ).toEqual({
    level: 'error',
    title: 'Retune: something has to be corrected',
    message: 'NameError: f.\n→ Mend it.',
    file: 'models/train.py',
    startLine: 12,
    startColumn: 5,
  });
});

test('a file outside the repository is no place to annotate', () => {
  const place = { file: '/home/runner/.retune/studies/a/journal.jsonl', line: 3 };
  expect(annotationOf(new UserError('machine', 'x', 'Damaged.', { place }), '/srv/repo')).not.toHaveProperty('file');
});

test('a bug keeps its stack, text from a script gets no command through, all of it fits', () => {
  const annotation = annotationOf(new Error(`::add-mask::x\n::error::y ${'z'.repeat(9000)}`), '/w');
  expect(annotation.title).toBe('A bug in Retune');
  expect(annotation.message).not.toMatch(/^::/m);
  expect(annotation.message.length).toBeLessThanOrEqual(4000);
});

test.each([
  '::error::x',
  '  ::set-output name=a::b',
  'a\r::add-mask::x',
  '\u0085::error::x',
  'x ##[error]y',
  '\n\n::stop-commands::x',
])('the runner finds no command in %j, whole or cut in two', (text) => {
  for (let cut = 0; cut <= text.length; cut += 1) {
    const printed = withoutCommands(text.slice(0, cut)) + withoutCommands(text.slice(cut));
    expect(printed.split(/[\r\n]/).some((line) => /^[\s\u0085]*::/.test(line))).toBe(false);
    if (cut === 0) expect(printed).not.toContain('##[');
  }
});
