import { literalAt } from '../python/literals.ts';
import type { Literal } from '../python/literals.ts';
import type { Reading } from '../python/reading.ts';
import { descendants } from '../python/syntax-tree.ts';
import type { SyntaxNode } from '../python/syntax-tree.ts';
import { flagsOf } from './finders/argument-parser.ts';
import { flowFrom, formOf } from './flow.ts';
import { givenFor } from './given-arguments.ts';
import { judged } from './judged.ts';
import type { Judgement } from './judgement.ts';
import type { Searched } from './searched.ts';

/** Every literal of a file that is a hyper-parameter, or looks like one and is left alone for a reason. */
export function literalPlaces(searched: Searched): readonly Judgement[] {
  const { reading, given } = searched;
  return literalsIn(reading).flatMap(({ node, literal }) => {
    const start = { node, module: reading, keys: [], exact: true };
    const form = formOf(start);
    if (form === null) return [];
    const span = { start: node.start, end: node.end };
    return judged({
      path: reading.path,
      span,
      place: reading.positions.rangeOf(span),
      literal,
      form,
      flow: flowFrom([start]),
      overridden: given.length > 0 && givenFor(flagsOf(node, reading), given) !== null,
    });
  });
}

function literalsIn({ root, text }: Reading): readonly { node: SyntaxNode; literal: Literal }[] {
  return descendants(root).flatMap((node) => {
    const literal = literalAt(node, text);
    const signed = node.parent?.type === 'unary_operator';
    return literal === null || signed ? [] : [{ node, literal }];
  });
}
