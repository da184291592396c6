import { argumentsOf, calledName, parameterTarget, slotOf } from '../../python/calls.ts';
import { readLiteral } from '../../python/literals.ts';
import type { Reading } from '../../python/reading.ts';
import { descendants, fieldOf, namedChildren } from '../../python/syntax-tree.ts';
import type { SyntaxNode } from '../../python/syntax-tree.ts';
import type { Finder, Step } from './finder.ts';
import { usesOf } from './given.ts';

/** `flags.DEFINE_float('lr', 0.1, …)`: on to every `FLAGS.lr`. */
export const absl: Finder = {
  name: 'absl flag',
  form: () => 'argument-parser',
  follow: (carried) => {
    const reading = carried.module;
    const slot = slotOf(carried.node, reading);
    if (slot === null || !/^DEFINE_\w+$/.test(calledName(slot.call, reading))) return null;
    if (slot.position !== 1 && slot.keyword !== 'default') return [];
    const wanted = firstWord(slot.call, reading);
    return reading.modules.flatMap((module) =>
      descendants(module.root)
        .filter((node) => node.type === 'attribute' && module.textOf(fieldOf(node, 'attribute') ?? node) === wanted)
        .filter((node) => /(^|\.)FLAGS$/i.test(module.textOf(fieldOf(node, 'object') ?? node)))
        .map((node): Step => ({ kind: 'on', carried: { ...carried, node, module } })),
    );
  },
};

/** `@click.option('--lr', default=0.1)`: on to the parameter of the function below it. */
export const click: Finder = {
  name: 'click option',
  form: () => 'argument-parser',
  follow: (carried) => {
    const reading = carried.module;
    const slot = slotOf(carried.node, reading);
    const decorator = slot?.call.parent;
    if (slot?.keyword !== 'default' || decorator?.type !== 'decorator') return null;
    const definition = namedChildren(decorator.parent ?? decorator).find(({ type }) => type === 'function_definition');
    const wanted = firstWord(slot.call, reading).replace(/^-+/, '').replaceAll('-', '_');
    const targets = namedChildren(fieldOf(definition ?? decorator, 'parameters') ?? decorator)
      .map(parameterTarget)
      .filter((target) => target !== null && reading.textOf(target) === wanted);
    return targets.flatMap((target) => (target === null ? [] : usesOf(target, carried)));
  },
};

/** The name that a declaration begins with; of several, the long one. */
function firstWord(call: SyntaxNode, reading: Reading): string {
  const words = argumentsOf(call)
    .filter(({ type }) => type === 'string')
    .map((node) => String(readLiteral(reading.textOf(node))?.value ?? ''));
  return words.find((word) => word.startsWith('--')) ?? words[0] ?? '';
}
