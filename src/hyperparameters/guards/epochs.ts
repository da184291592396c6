import { callsEverywhere } from '../../python/calls-everywhere.ts';
import { argumentsOf, calledName, callsIn, keywordValue } from '../../python/calls.ts';
import type { Module } from '../../python/links.ts';
import { readLiteral } from '../../python/literals.ts';
import type { Reading } from '../../python/reading.ts';
import { ancestor, descendants, fieldOf } from '../../python/syntax-tree.ts';
import type { SyntaxNode } from '../../python/syntax-tree.ts';
import type { Partner } from '../writing.ts';
import { left, tunable } from './guard.ts';
import type { Guard, Verdict } from './guard.ts';

/** The epochs of a training call; see `besideEpochs`. */
export const epochs: Guard = ({ node, call }, _, reading) => {
  const own = countAt(node, reading);
  return own === 1 && isInTurns(call, reading, 2)
    ? left('the loop around it counts the epochs')
    : besideEpochs(own, reading);
};

/** Loops that train the same thing anew each time. */
export const repeats = /fold|seed|run|trial|repeat|rep\b|split/i;

/** `for episode in range(500): model.fit(x, y, epochs=1)`, be it through a function. */
function isInTurns(call: SyntaxNode, reading: Module, depth: number): boolean {
  const around = ancestor(call, 'for_statement', 'while_statement', 'function_definition');
  if (around === null) return false;
  if (around.type === 'function_definition')
    return depth > 0 && callsEverywhere(around, reading).some(({ node, module }) => isInTurns(node, module, depth - 1));
  const variable = fieldOf(around, 'left');
  const over = fieldOf(around, 'right');
  const counts = over === null || callsIn(over).some((each) => calledName(each, reading) === 'range');
  const again = variable !== null && repeats.test(reading.textOf(variable));
  return (counts && !again) || isInTurns(around, reading, depth);
}

/**
 * What numbers elsewhere in the script allow that count the same epochs: `history['accuracy'][9]` after ten of
 * them and `CosineAnnealingLR(optimizer, T_max=10)` go along; any other fixed epoch would be stale or missing
 * after a change. `own` is the count where it is written down.
 */
export function besideEpochs(own: number | null, reading: Reading): Verdict {
  const read = historyIndexes(reading);
  const lengths = scheduleLengths(reading);
  if (read.some(({ value }) => own === null || value !== own - 1))
    return left('the script reads its history at a fixed epoch');
  const whole = lengths.filter(({ strict, value }) => strict || value === own);
  if (whole.some(({ value }) => value !== own)) return left('a schedule beside it counts the same epochs');
  const partners = [
    ...read.map((each) => partner(each, -1, reading)),
    ...whole.map((each) => partner(each, 0, reading)),
  ];
  return partners.length === 0 ? tunable : { kind: 'tunable', partners };
}

/** The number that stands for an expression: `10`, `EPOCHS`, `start + 10`. */
export function countAt(node: SyntaxNode, { bindings, textOf }: Reading): number | null {
  const bound = node.type === 'identifier' ? bindings.reaching(node)?.value : null;
  const counted = node.type === 'binary_operator' ? node.children.filter(({ type }) => type === 'integer') : [];
  const value = readLiteral(textOf(bound ?? (counted.length === 1 ? (counted[0] ?? node) : node)))?.value;
  return typeof value === 'number' ? value : null;
}

interface FixedEpoch {
  readonly node: SyntaxNode;
  readonly value: number;
}

function partner({ node }: FixedEpoch, plus: number, { textOf }: Reading): Partner {
  return { span: { start: node.start, end: node.end }, text: textOf(node), times: 1, plus };
}

/** Whether the script reads its history at an epoch by number. */
export function readsHistory(reading: Reading): boolean {
  return historyIndexes(reading).length > 0;
}

/** `history.history['accuracy'][9]`: counting from the end moves with the epochs by itself. */
function historyIndexes(reading: Reading): readonly FixedEpoch[] {
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

/** By schedule, the argument with its whole length; `strict` where another length is an error, not a choice. */
const schedules: readonly (readonly [RegExp, string, number | null, boolean])[] = [
  [/^OneCycleLR$/, 'epochs', null, true],
  [/^OneCycleLR$/, 'total_steps', null, true],
  [/^(get_\w+_schedule\w*|get_scheduler)$/, 'num_training_steps', null, true],
  [/^CosineAnnealingLR$/, 'T_max', 1, false],
];

/** Schedules that are told their whole length as a number of its own. */
function scheduleLengths(reading: Reading): readonly (FixedEpoch & { readonly strict: boolean })[] {
  return callsIn(reading.root).flatMap((call) =>
    schedules.flatMap(([name, keyword, position, strict]) => {
      if (!name.test(calledName(call, reading))) return [];
      const given =
        keywordValue(call, keyword, reading) ?? (position === null ? undefined : argumentsOf(call)[position]);
      const value = given?.type === 'integer' ? readLiteral(reading.textOf(given))?.value : null;
      return given === undefined || typeof value !== 'number' ? [] : [{ node: given, value, strict }];
    }),
  );
}
