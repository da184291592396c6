import { argumentsOf, keywordValue } from '../../python/calls.ts';
import { namedChildren } from '../../python/syntax-tree.ts';
import type { SyntaxNode } from '../../python/syntax-tree.ts';
import type { CallFact } from '../anatomy.ts';
import { stringAt, told } from './told.ts';
import type { Told } from './told.ts';

/** `model.evaluate(x_test, y_test)` tells what `compile` was asked for. */
export function evaluation(fact: CallFact, facts: readonly CallFact[]): readonly Told[] {
  return fact.isMethod && /^evaluate(_generator)?$/.test(fact.name) ? compiled(fact, facts) : [];
}

/** `model.fit(x, y, validation_split=0.1)` */
export function validatedFit(fact: CallFact, facts: readonly CallFact[]): readonly Told[] {
  const validated = ['validation_data', 'validation_split'].some(
    (keyword) => keywordValue(fact.call, keyword, fact.reading) !== null,
  );
  return fact.isMethod && /^fit(_generator)?$/.test(fact.name) && validated ? compiled(fact, facts) : [];
}

function compiled(fact: CallFact, facts: readonly CallFact[]): readonly Told[] {
  const compile = facts.find(({ name, isMethod }) => isMethod && name === 'compile');
  const third = compile === undefined ? undefined : argumentsOf(compile.call)[2];
  const asked =
    compile === undefined
      ? null
      : (keywordValue(compile.call, 'metrics', compile.reading) ?? (third?.type === 'list' ? third : null));
  const named = asked === null ? [] : namedChildren(asked).flatMap((node) => told(fact, metricAt(node, fact)));
  return named.length > 0 || compile === undefined ? named : told(fact, 'loss');
}

/** `'accuracy'`, `keras.metrics.SparseCategoricalAccuracy()` */
function metricAt(node: SyntaxNode, fact: CallFact): string {
  const text = stringAt(node, fact) ?? fact.reading.textOf(node).replace(/\(.*$/s, '');
  const last = text.split('.').at(-1) ?? '';
  return last.replace(/([a-z])([A-Z])/g, '$1_$2');
}
