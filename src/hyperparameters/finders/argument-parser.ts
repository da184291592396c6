import { returnedValues } from '../../python/bindings.ts';
import { argumentsOf, calledName, callsIn, callsOf, keywordValue, slotOf } from '../../python/calls.ts';
import { readLiteral } from '../../python/literals.ts';
import type { Reading } from '../../python/reading.ts';
import { ancestor, descendants, fieldOf } from '../../python/syntax-tree.ts';
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
      .filter((node) => holders.includes(lastWord(nameAt(node, 'object', reading))))
      .map((node): Step => ({ kind: 'on', carried: { ...carried, node } }));
  },
};

/** `self.args.lr` reads what `args` was. */
function lastWord(name: string): string {
  return name.startsWith('self.') ? name.slice('self.'.length) : name;
}

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

/**
 * The names that hold parsed arguments, directly or through a function that returns them; a parameter of
 * the same name is taken to be the same object.
 */
function parsedNames(reading: Reading): readonly string[] {
  const parsed = callsIn(reading.root).filter((call) => parses.includes(calledName(call, reading)));
  const returned = parsed.flatMap((call) => {
    const definition = ancestor(call, 'function_definition');
    return definition === null || !returns(definition, call, reading) ? [] : callsOf(definition, reading);
  });
  return [...parsed, ...returned].flatMap(({ parent }) => {
    const left = parent?.type === 'assignment' ? fieldOf(parent, 'left') : null;
    const first = left?.type === 'pattern_list' ? left.children[0] : left;
    return first == null ? [] : [reading.textOf(first)];
  });
}

/** `return parser.parse_args()`, or the name that it was given to. */
function returns(definition: SyntaxNode, call: SyntaxNode, { textOf }: Reading): boolean {
  const left = call.parent?.type === 'assignment' ? fieldOf(call.parent, 'left') : null;
  const name = left === null ? null : textOf(left);
  return returnedValues(definition).some((value) => value === call || textOf(value) === name);
}

/** The flags under which a literal in `add_argument` can be given on the command line; empty for any other. */
export function flagsOf(literal: SyntaxNode, reading: Reading): readonly string[] {
  const slot = slotOf(literal, reading);
  if (slot === null || !/^(add_argument|option|DEFINE_\w+)$/.test(calledName(slot.call, reading))) return [];
  const words = argumentsOf(slot.call)
    .filter(({ type }) => type === 'string')
    .map((node) => String(readLiteral(reading.textOf(node))?.value ?? ''));
  const absl = calledName(slot.call, reading).startsWith('DEFINE_');
  return absl
    ? words.slice(0, 1).flatMap((word) => [`--${word}`, `-${word}`])
    : words.filter((word) => word.startsWith('-'));
}
