import { calledName, callsIn, keywordValue } from '../../python/calls.ts';
import { readLiteral } from '../../python/literals.ts';
import type { Reading } from '../../python/reading.ts';
import { descendants, fieldOf } from '../../python/syntax-tree.ts';
import type { SyntaxNode } from '../../python/syntax-tree.ts';
import type { Partner } from '../writing.ts';
import { left, tunable } from './guard.ts';
import type { Guard, Verdict } from './guard.ts';

/**
 * The epochs of a training call. `history['accuracy'][9]` after ten epochs goes along with them; any
 * other fixed epoch would be stale or missing after a change.
 */
export const epochs: Guard = ({ node }, _, reading) => besideHistory(readLiteral(reading.textOf(node))?.value, reading);

/** What fixed epochs in the script allow; `own` is the count where it is written at the place itself. */
function besideHistory(own: unknown, reading: Reading): Verdict {
  const indexes = historyIndexes(reading);
  const total = schedule(reading);
  if (total !== null) return left('a schedule beside it counts the same epochs');
  if (indexes.length === 0) return tunable;
  if (typeof own !== 'number' || indexes.some(({ value }) => value !== own - 1))
    return left('the script reads its history at a fixed epoch');
  const partners = indexes.map(({ node }): Partner => ({
    span: { start: node.start, end: node.end },
    text: reading.textOf(node),
    times: 1,
    plus: -1,
  }));
  return { kind: 'tunable', partners };
}

/** Whether the script reads its history at an epoch by number. */
export function readsHistory(reading: Reading): boolean {
  return historyIndexes(reading).length > 0;
}

/** `history.history['accuracy'][9]`: counting from the end moves with the epochs by itself. */
function historyIndexes(reading: Reading): readonly { node: SyntaxNode; value: number }[] {
  return descendants(reading.root).flatMap((node) => {
    if (node.type !== 'subscript') return [];
    const [inner, index] = [fieldOf(node, 'value'), fieldOf(node, 'subscript')];
    const metric = inner?.type === 'subscript' ? fieldOf(inner, 'subscript') : null;
    const literal = index?.type === 'integer' ? readLiteral(reading.textOf(index)) : null;
    if (inner === null || index === null || metric?.type !== 'string' || typeof literal?.value !== 'number') return [];
    const source = fieldOf(inner, 'value') ?? inner;
    const bound = source.type === 'identifier' ? reading.bindings.reaching(source)?.value : null;
    const history = /hist/i.test(reading.textOf(source)) || reading.textOf(bound ?? source).endsWith('.history');
    return history ? [{ node: index, value: literal.value }] : [];
  });
}

const wholeLength = ['epochs', 'total_steps', 'num_training_steps', 'T_max'];

/** A schedule that is told its whole length as a number of its own. */
function schedule(reading: Reading): SyntaxNode | null {
  const schedules = callsIn(reading.root).filter((call) =>
    /^(OneCycleLR|get_\w+_schedule\w*|get_scheduler)$/.test(calledName(call, reading)),
  );
  for (const call of schedules)
    for (const name of wholeLength) {
      const given = keywordValue(call, name, reading);
      if (given?.type === 'integer') return given;
    }
  return null;
}
