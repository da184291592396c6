import { readCommandLine } from './from-command-line.ts';

const read = (line: string) => readCommandLine(line === '' ? [] : line.split(' '), '/here');

function problemsOf(line: string): string[] {
  const asked = read(line);
  if (asked.kind !== 'command') throw new Error(`${line} was read as ${asked.kind}`);
  return asked.reading.problems.map(({ sentence }) => sentence);
}

test('verb, script, flags and the arguments of the script', () => {
  const asked = read('run train.py --target 0.97 --tune units --tune=rate --fresh -- --epochs 5 --target x');
  expect(asked).toMatchObject({ kind: 'command', command: 'run', reading: { problems: [] } });
  expect(asked.kind === 'command' && asked.reading.given.map(({ name, texts }) => [name, texts])).toEqual([
    ['target', ['0.97']],
    ['tune', ['units', 'rate']],
    ['fresh', ['true']],
    ['script', ['train.py']],
    ['arguments', ['--epochs', '5', '--target', 'x']],
  ]);
});

test('flags may stand anywhere, a negative number is a value', () => {
  expect(problemsOf('--target -0.5 run train.py')).toEqual([]);
});

test.each([
  ['', { kind: 'help', about: null }],
  ['--help', { kind: 'help', about: null }],
  ['-h', { kind: 'help', about: null }],
  ['help', { kind: 'help', about: null }],
  ['help run', { kind: 'help', about: 'run' }],
  ['run --help', { kind: 'help', about: 'run' }],
  ['run train.py --nonsense --help', { kind: 'help', about: 'run' }],
  ['--version', { kind: 'version' }],
])('"%s" asks for words, not for work', (line, expected) => {
  expect(read(line)).toEqual(expected);
});

test('help behind -- belongs to the script', () => {
  expect(read('run train.py -- --help').kind).toBe('command');
});

test.each([
  ['rnu train.py', ['unknown command "rnu", did you mean run?']],
  ['detct train.py', ['unknown command "detct", did you mean detect?']],
  ['xylophone', ['unknown command "xylophone"']],
  ['train.py --target 0.9', ['"train.py" is a script, not a command']],
  ['--json', ['no command given']],
  ['run train.py --trails 5', ['unknown flag --trails, did you mean --trials?']],
  ['run train.py --tagret=0.9', ['unknown flag --tagret, did you mean --target?']],
  ['run train.py -x', ['unknown flag -x']],
  ['run train.py --trials', ['--trials needs a value: --trials N']],
  ['run train.py --trials --fresh', ['--trials needs a value: --trials N']],
  ['run train.py --fresh=soon', []],
  ['detect train.py --trials 4', ['--trials says nothing to detect; it belongs to run, plan, tweak']],
  [
    'rum train.py --epochs 5 --jason',
    [
      'unknown command "rum", did you mean run?',
      'unknown flag --epochs, did you mean --total-epochs?',
      'unknown flag --jason, did you mean --json?',
    ],
  ],
])('%s', (line, problems) => {
  expect(problemsOf(line)).toEqual(problems);
});
