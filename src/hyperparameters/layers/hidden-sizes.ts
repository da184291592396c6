import { argumentsOf, calledName, callsIn, keywordValue } from '../../python/calls.ts';
import type { Reading } from '../../python/reading.ts';
import { namedChildren } from '../../python/syntax-tree.ts';
import type { SyntaxNode } from '../../python/syntax-tree.ts';
import type { Hyperparameter } from '../hyperparameter.ts';
import type { Variant } from '../writing.ts';
import { architecture } from './architecture.ts';
import { canonicalOf } from './stack.ts';

/** `hidden_layer_sizes=(50, 20)` of scikit-learn: one or two sizes more, as the last one is; or one less. */
export function hiddenSizes(reading: Reading): readonly Hyperparameter[] {
  return callsIn(reading.root).flatMap((call) => {
    if (!/^MLP(Classifier|Regressor)$/.test(calledName(call, reading))) return [];
    if (!canonicalOf(call, reading).startsWith('sklearn.')) return [];
    const positional = argumentsOf(call).find(({ type }) => type === 'tuple');
    const sizes = keywordValue(call, 'hidden_layer_sizes', reading) ?? positional ?? null;
    return sizes?.type === 'tuple' || sizes?.type === 'list' ? resized(sizes, call, reading) : [];
  });
}

function resized(sizes: SyntaxNode, call: SyntaxNode, reading: Reading): readonly Hyperparameter[] {
  const parts = namedChildren(sizes);
  const last = parts.at(-1);
  if (last?.type !== 'integer') return [];
  // `(50,)` has its comma already.
  const comma = sizes.children.at(-2)?.type === ',' ? sizes.children.at(-2) : undefined;
  const at = comma?.end ?? last.end;
  const more = [1, 2].map((times): Variant => {
    const one = comma === undefined ? [', ', { copy: last }] : [' ', { copy: last }, ','];
    const pieces = Array.from({ length: times }, () => one).flat();
    const tidy = comma === undefined ? pieces : pieces.slice(0, -1);
    return { value: parts.length + times, changes: [{ span: { start: at, end: at }, pieces: tidy }] };
  });
  const before = parts.at(-2);
  const less: readonly Variant[] =
    before === undefined || parts.length < 3
      ? []
      : [{ value: parts.length - 1, changes: [{ span: { start: before.end, end: last.end }, pieces: [] }] }];
  const variants = [...less, ...more];
  const edit = {
    name: 'hidden_layers',
    knob: 'layers',
    anchor: call,
    at: sizes,
    value: parts.length,
    axis: { kind: 'integer', low: parts.length - less.length, high: parts.length + more.length, scale: 'linear' },
    writing: { kind: 'variants', variants },
  } as const;
  return [architecture(edit, reading)];
}
