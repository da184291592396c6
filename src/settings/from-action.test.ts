import { readAction } from './from-action.ts';
import { splitWords } from './words.ts';

test('inputs as GitHub hands them over; an empty one was not given', () => {
  const env = {
    INPUT_COMMAND: '',
    INPUT_SCRIPT: 'train.py',
    'INPUT_TRIAL-TIME': ' 10m ',
    INPUT_KEEP: 'epochs\n\n  batch_size\n',
    INPUT_ARGUMENTS: "--name 'two words' --n 5",
    INPUT_TARGET: '',
    TARGET: '0.1',
  };
  const { command, reading } = readAction(env, '/workspace');
  expect(command).toBe('run');
  expect(reading.given.map(({ name, texts, where }) => [name, texts, where])).toEqual([
    ['script', ['train.py'], 'input script'],
    ['arguments', ['--name', 'two words', '--n', '5'], 'input arguments'],
    ['trial-time', ['10m'], 'input trial-time'],
    ['keep', ['epochs', 'batch_size'], 'input keep'],
  ]);
});

test('an unknown command names the nearest one', () => {
  expect(readAction({ INPUT_COMMAND: 'tweek' }, '/').reading.problems).toEqual([
    { sentence: 'input command: unknown command "tweek", did you mean tweak?' },
  ]);
});

test.each([
  ['', []],
  ['--epochs 5', ['--epochs', '5']],
  [`--a="b c" 'd "e"' f\\ g`, ['--a=b c', 'd "e"', 'f g']],
  [`"say \\"hi\\"" '' x`, ['say "hi"', '', 'x']],
  [`it's open`, ["it's", 'open']],
])('%j are the words %j', (line, words) => {
  expect(splitWords(line)).toEqual(words);
});
