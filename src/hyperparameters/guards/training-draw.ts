import { callsEverywhere } from '../../python/calls-everywhere.ts';
import { argumentsOf, calledName } from '../../python/calls.ts';
import type { Module } from '../../python/links.ts';
import { ancestor, fieldOf } from '../../python/syntax-tree.ts';
import type { SyntaxNode } from '../../python/syntax-tree.ts';
import { atMostAsWritten } from './batches.ts';
import { trains } from './epoch-loop.ts';
import { elsewhere, tunable } from './guard.ts';
import type { Guard } from './guard.ts';

/** `rows = np.random.randint(0, len(x), 32)`, then `x[rows]`, in a loop that trains: a batch drawn by hand. */
export const trainingDraw: Guard = ({ call, exact, node }, _, reading) =>
  // A single row that is drawn is no batch.
  exact &&
  reading.textOf(node) !== '1' &&
  isIndex(call, reading) &&
  (isInTraining(call, reading) || servesTraining(call, reading))
    ? tunable
    : elsewhere;

/** `x[i * size : (i + 1) * size]` in a loop that trains: a batch cut by hand. */
export const trainingSlice: Guard = ({ call, node }, _, reading) => {
  if (!isInTraining(call, reading) && !servesTraining(call, reading)) return elsewhere;
  return countsFixedSteps(call, reading) ? atMostAsWritten(node, reading) : tunable;
};

/** `for i in range(100):` around it: with larger batches the data would end before the loop. */
function countsFixedSteps(node: SyntaxNode, { bindings }: Module): boolean {
  const loop = ancestor(node, 'for_statement');
  const over = loop === null ? null : fieldOf(loop, 'right');
  const [count, ...more] = over?.type === 'call' ? argumentsOf(over) : [];
  if (count === undefined || more.length > 0) return false;
  const value = count.type === 'identifier' ? (bindings.reaching(count)?.value ?? count) : count;
  return value.type === 'integer';
}

function isIndex(call: SyntaxNode, reading: Module): boolean {
  // `random.sample(memory, 32)` gives the rows themselves.
  if (/^(sample|choices)$/.test(calledName(call, reading))) return true;
  const { bindings } = reading;
  const target = call.parent?.type === 'assignment' ? fieldOf(call.parent, 'left') : null;
  const binding = target === null ? null : bindings.madeAt(target);
  const uses = [call, ...(binding === null ? [] : bindings.usesOf(binding))];
  return uses.some(
    ({ field, parent }) =>
      (parent?.type === 'subscript' && field === 'subscript') ||
      // `[text[i : i + block] for i in rows]`
      (parent?.type === 'for_in_clause' && field === 'right'),
  );
}

function isInTraining(node: SyntaxNode, reading: Module): boolean {
  const loop = ancestor(node, 'for_statement', 'while_statement');
  const body = loop === null ? null : fieldOf(loop, 'body');
  if (loop === null || body === null) return false;
  return trains(body, reading, 3) || isInTraining(loop, reading);
}

/** `def next_batch(size):`, which a loop that trains calls, or a function that takes one step itself. */
function servesTraining(call: SyntaxNode, reading: Module): boolean {
  const definition = ancestor(call, 'function_definition');
  if (definition === null) return false;
  return callsEverywhere(definition, reading).some(
    ({ node, module }) => isInTraining(node, module) || isInStep(node, module),
  );
}

function isInStep(node: SyntaxNode, module: Module): boolean {
  const definition = ancestor(node, 'function_definition');
  return definition !== null && trains(definition, module, 1);
}
