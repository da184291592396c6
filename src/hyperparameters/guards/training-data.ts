import { argumentsOf, calledName, callsIn, slotOf } from '../../python/calls.ts';
import type { Reading } from '../../python/reading.ts';
import { ancestor, fieldOf, isInside } from '../../python/syntax-tree.ts';
import type { SyntaxNode } from '../../python/syntax-tree.ts';
import { fixedSteps } from './batches.ts';
import { left, tunable } from './guard.ts';
import type { Guard } from './guard.ts';

/** A generator or data set that feeds `fit`: it is its first argument, or is called what training data is called. */
export const trainingData: Guard = ({ call }, _, reading) => {
  if (fixedSteps(reading)) return left('the number of steps an epoch has is fixed beside it');
  const fed = callsIn(reading.root).filter((other) => /^(fit|fit_generator)$/.test(calledName(other, reading)));
  const direct = fed.some((fit) => isFirst(call, fit));
  if (direct) return tunable;
  const target = targetOf(call);
  const binding = target === null ? null : reading.bindings.madeAt(target);
  const uses = binding === null ? [] : reading.bindings.usesOf(binding);
  if (uses.some((use) => fed.some((fit) => isFirst(use, fit)))) return tunable;
  if (uses.some((use) => fed.some((fit) => isInside(use, fit)))) return left('it feeds the validation');
  const called = target === null ? '' : reading.textOf(target);
  return /train/i.test(called) && !/test|val/i.test(called) ? tunable : left('it may not feed the training');
};

function isFirst(value: SyntaxNode, fit: SyntaxNode): boolean {
  const first = argumentsOf(fit)[0];
  return first !== undefined && first.type !== 'keyword_argument' && isInside(value, first);
}

function targetOf(call: SyntaxNode): SyntaxNode | null {
  const statement = ancestor(call, 'assignment');
  const left = statement === null ? null : fieldOf(statement, 'left');
  return left?.type === 'identifier' ? left : null;
}

/** An input function of an estimator: the one that `train` is given. */
export const trainingInput: Guard = ({ call }, _, reading) => {
  const target = targetOf(call);
  const binding = target === null ? null : reading.bindings.madeAt(target);
  const uses = binding === null ? [] : reading.bindings.usesOf(binding);
  const given = [call, ...uses].some((use) => trainsWith(use, reading));
  return given ? tunable : left('it feeds the evaluation');
};

function trainsWith(use: SyntaxNode, reading: Reading): boolean {
  const slot = slotOf(use, reading);
  return slot !== null && /^(train|fit)$/.test(calledName(slot.call, reading));
}
