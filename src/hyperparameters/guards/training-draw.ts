import { callsEverywhere } from '../../python/calls-everywhere.ts';
import { calledName } from '../../python/calls.ts';
import type { Module } from '../../python/links.ts';
import { ancestor, fieldOf } from '../../python/syntax-tree.ts';
import type { SyntaxNode } from '../../python/syntax-tree.ts';
import { trains } from './epoch-loop.ts';
import { elsewhere, tunable } from './guard.ts';
import type { Guard } from './guard.ts';

/** `rows = np.random.randint(0, len(x), 32)`, then `x[rows]`, in a loop that trains: a batch drawn by hand. */
export const trainingDraw: Guard = ({ call, exact }, _, reading) =>
  exact && isIndex(call, reading) && (isInTraining(call, reading) || servesTraining(call, reading))
    ? tunable
    : elsewhere;

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

/** `def next_batch(size):`, which a loop that trains calls. */
function servesTraining(call: SyntaxNode, reading: Module): boolean {
  const definition = ancestor(call, 'function_definition');
  if (definition === null) return false;
  return callsEverywhere(definition, reading).some(({ node, module }) => isInTraining(node, module));
}
