import { argumentsOf } from '../../python/calls.ts';
import type { Reading } from '../../python/reading.ts';
import { ancestor, fieldOf } from '../../python/syntax-tree.ts';
import type { SyntaxNode } from '../../python/syntax-tree.ts';
import { loopOver, trains } from './epoch-loop.ts';
import { sequence } from '../finders/batch-slice.ts';
import { elsewhere, tunable } from './guard.ts';
import type { Guard } from './guard.ts';

/** `for start in range(0, rows, 128)` around a training step: batches cut by hand. */
export const batchStep: Guard = ({ call, exact, node }, _, reading) => {
  // `range(1, 100, 10)` tries some of the numbers: batches begin with the first row.
  const [first] = argumentsOf(call);
  if (sequence.test(reading.textOf(node)) || (first?.type === 'integer' && reading.textOf(first) !== '0'))
    return elsewhere;
  const loops = exact ? [loopOver(call, reading), ...namedLoops(call, reading)] : [];
  const training = loops.some((loop) => {
    const body = loop === null ? null : fieldOf(loop, 'body');
    return body !== null && trains(body, reading, 3);
  });
  return training ? tunable : elsewhere;
};

/** Loops over a name that holds the pieces. */
function namedLoops(call: SyntaxNode, { bindings }: Reading): readonly SyntaxNode[] {
  const statement = ancestor(call, 'assignment', 'for_statement');
  const left = statement?.type === 'assignment' ? fieldOf(statement, 'left') : null;
  const binding = left === null ? null : bindings.madeAt(left);
  const uses = binding === null ? [] : bindings.usesOf(binding);
  return uses.flatMap((use) => (use.field === 'right' && use.parent?.type === 'for_statement' ? [use.parent] : []));
}
