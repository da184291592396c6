import { readFileSync } from 'node:fs';
import { metricsInText } from './metric-text.ts';
import { printedMetrics } from './printed-metrics.ts';

interface Example {
  readonly text: string;
  readonly metrics: readonly { readonly name: string; readonly value: number; readonly split: string }[];
}

const file = new URL('../../images/runtime/printed-examples.json', import.meta.url);
const { lines, bars, tables } = JSON.parse(readFileSync(file, 'utf8')) as Readonly<
  Record<'lines' | 'bars' | 'tables', readonly Example[]>
>;

function told(text: string, withBars: boolean): unknown {
  return printedMetrics(text, withBars).map(({ name, value, split, epoch }) => ({
    name,
    value: Number(value.toFixed(10)),
    split,
    epoch,
  }));
}

test.each(lines.map((example) => [example.text, example] as const))('a line: %j', (_, { text, metrics }) => {
  expect(told(text, false)).toEqual(metrics);
});

test.each(bars.map((example) => [example.text, example] as const))('a bar: %j', (_, { text, metrics }) => {
  expect(told(text, true)).toEqual(metrics);
  expect(told(text, false)).toEqual([]);
});

test.each(tables.map((example) => [example.text, example] as const))('several lines: %j', (_, { text, metrics }) => {
  const found = metricsInText(text).map(({ name, value, split, epoch }) => ({
    name,
    value: Number(value.toFixed(10)),
    split,
    epoch,
  }));
  expect(found).toEqual(metrics);
});

test('a hostile line takes no time', () => {
  for (const part of [
    'accuracy ',
    'acc of the test ',
    ' ',
    '1',
    'loss:',
    '(',
    'acc (',
    'acc:[',
    '_',
    'acc_',
    '1/',
    'train/val ',
  ])
    for (const start of ['', 'accuracy', 'accuracy of']) {
      const begun = process.cpuUsage();
      printedMetrics((start + part.repeat(2000)).slice(0, 2000), true);
      expect(process.cpuUsage(begun).user / 1000).toBeLessThan(400);
    }
});

test('a log tells which epochs trained, and what was measured at the end', () => {
  const log =
    'Epoch 1/2\n 10/10 [====] - 1s 2ms/step - loss: 0.5 - accuracy: 0.8 - val_accuracy: 0.7\n' +
    '313/313 - 1s - 2ms/step - accuracy: 0.75 - loss: 0.4\nTest accuracy: 0.75\n';
  expect(metricsInText(log).map(({ name, value, split, epoch, line }) => [name, value, split, epoch, line])).toEqual([
    ['loss', 0.5, 'train', 1, 2],
    ['accuracy', 0.8, 'train', 1, 2],
    ['accuracy', 0.7, 'validation', 1, 2],
    ['accuracy', 0.75, 'unknown', null, 3],
    ['loss', 0.4, 'unknown', null, 3],
    ['accuracy', 0.75, 'test', null, 4],
  ]);
});
