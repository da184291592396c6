import { conditionOf } from './conditions.ts';
import type { Hyperparameter } from './hyperparameter.ts';

const place = (id: string): Hyperparameter => ({ id, name: id.slice(id.lastIndexOf('.') + 1) }) as Hyperparameter;
const kernel = place('train.py::::SVC#0.kernel');
const gamma = place('train.py::::SVC#0.gamma');

test('the width of a kernel counts while the kernel of the same call has one', () => {
  expect(conditionOf(gamma, [gamma, kernel])).toEqual({ id: kernel.id, among: ['rbf', 'poly', 'sigmoid'] });
});

test('nothing decides that is not tuned, of another call, or of another class', () => {
  expect(conditionOf(gamma, [gamma])).toBeNull();
  expect(conditionOf(gamma, [gamma, place('train.py::::SVC#1.kernel')])).toBeNull();
  const unknown = place('train.py::::Net#0.gamma');
  expect(conditionOf(unknown, [unknown, place('train.py::::Net#0.kernel')])).toBeNull();
  expect(conditionOf(kernel, [gamma, kernel])).toBeNull();
});
