import { describeError, exitCodeOf, UserError } from './errors.ts';

const full = new UserError('machine', 'disk-full', 'The disk is full.', {
  help: 'Make room.',
  place: { file: 'a.py', line: 3, column: 4 },
});

test('a user error says where, what, and what to do', () => {
  expect(describeError(full)).toBe('a.py:3:5: The disk is full.\n  → Make room.');
  expect(exitCodeOf(full)).toBe(5);
});

test('a bug keeps its stack and its cause', () => {
  const text = describeError(new Error('outer', { cause: new Error('inner') }));
  expect(text).toMatch(/^A bug in Retune: Error: outer\n[\s\S]*Caused by: Error: inner/);
  expect(exitCodeOf(new Error('x'))).toBe(1);
});

test('a throw that is no error is still told', () => {
  expect(describeError('oops')).toContain('oops');
});

test('what failed first is told, not the clean-up that failed after it', () => {
  const suppressed = Object.assign(new Error('An error was suppressed during disposal'), {
    error: new Error('release'),
    suppressed: full,
  });
  expect(describeError(suppressed)).toBe(describeError(full));
  expect(exitCodeOf(suppressed)).toBe(5);
});
