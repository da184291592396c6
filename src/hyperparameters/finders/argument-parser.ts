import { argumentsOf, calledName, callsIn, keywordValue, slotOf } from '../../python/calls.ts';
import { readLiteral } from '../../python/literals.ts';
import type { Reading } from '../../python/reading.ts';
import { descendants, fieldOf } from '../../python/syntax-tree.ts';
import type { SyntaxNode } from '../../python/syntax-tree.ts';
import type { Finder, Step } from './finder.ts';

/** `parser.add_argument('--lr', default=0.01)`: on to every `args.lr`. */
export const argumentParser: Finder = {
  name: 'argument parser',
  form: () => 'argument-parser',
  follow: (carried, reading) => {
    const slot = slotOf(carried.node, reading);
    if (slot?.keyword !== 'default' || calledName(slot.call, reading) !== 'add_argument') return null;
    const wanted = destination(slot.call, reading);
    const holders = parsedNames(reading);
    return descendants(reading.root)
      .filter((node) => node.type === 'attribute' && nameAt(node, 'attribute', reading) === wanted)
      .filter((node) => holders.includes(nameAt(node, 'object', reading)))
      .map((node): Step => ({ kind: 'on', carried: { ...carried, node } }));
  },
};

function nameAt(node: SyntaxNode, field: string, { textOf }: Reading): string {
  const part = fieldOf(node, field);
  return part === null ? '' : textOf(part);
}

/** The attribute under which argparse keeps the argument. */
function destination(call: SyntaxNode, reading: Reading): string {
  const chosen = keywordValue(call, 'dest', reading);
  if (chosen !== null) return String(readLiteral(reading.textOf(chosen))?.value ?? '');
  const flags = argumentsOf(call)
    .filter(({ type }) => type === 'string')
    .map((node) => String(readLiteral(reading.textOf(node))?.value ?? ''));
  const long = flags.find((flag) => flag.startsWith('--')) ?? flags[0] ?? '';
  return long.replace(/^-+/, '').replaceAll('-', '_');
}

const parses = ['parse_args', 'parse_known_args'];

/** The names that hold parsed arguments; a parameter of the same name is taken to be the same object. */
function parsedNames(reading: Reading): readonly string[] {
  return callsIn(reading.root)
    .filter((call) => parses.includes(calledName(call, reading)))
    .flatMap(({ parent }) => {
      const left = parent?.type === 'assignment' ? fieldOf(parent, 'left') : null;
      const first = left?.type === 'pattern_list' ? left.children[0] : left;
      return first == null ? [] : [reading.textOf(first)];
    });
}
