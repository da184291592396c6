import { returnedValues } from '../../python/bindings.ts';
import { callsEverywhere, functionCalled } from '../../python/calls-everywhere.ts';
import {
  argumentsOf,
  calledName,
  callsIn,
  keywordValue,
  parameterFor,
  parameterTarget,
  slotOf,
} from '../../python/calls.ts';
import type { Module } from '../../python/links.ts';
import { readLiteral } from '../../python/literals.ts';
import type { Reading } from '../../python/reading.ts';
import { ancestor, descendants, fieldOf, namedChildren } from '../../python/syntax-tree.ts';
import type { SyntaxNode } from '../../python/syntax-tree.ts';
import type { Carried, Finder, Step } from './finder.ts';

/** `parser.add_argument('--lr', default=0.01)`, optparse's `add_option`: on to every `args.lr`. */
export const argumentParser: Finder = {
  name: 'argument parser',
  form: () => 'argument-parser',
  follow: (carried) => {
    const slot = slotOf(carried.node, carried.module);
    if (slot?.keyword == null) return null;
    const called = calledName(slot.call, carried.module);
    if (called === 'set_defaults') return usesOfDestination(slot.keyword, carried);
    if (slot.keyword !== 'default' || !/^add_(argument|option)$/.test(called)) return null;
    return isSetLater(slot.call, carried.module) ? [] : usesOfArgument(slot.call, carried);
  },
};

/** Where an argument that a parser declares is read, in all files of the program. */
export function usesOfArgument(declaration: SyntaxNode, carried: Carried): readonly Step[] {
  return usesOfDestination(destination(declaration, carried.module), carried);
}

/** `parser.set_defaults(lr=0.1)` overrules the default of the argument itself. */
function isSetLater(declaration: SyntaxNode, module: Module): boolean {
  const wanted = destination(declaration, module);
  return module.modules.some((other) =>
    callsIn(other.root).some(
      (call) => calledName(call, other) === 'set_defaults' && keywordValue(call, wanted, other) !== null,
    ),
  );
}

function usesOfDestination(wanted: string, carried: Carried): readonly Step[] {
  const { modules } = carried.module;
  const holders = new Set(modules.flatMap(parsedNames));
  return modules.flatMap((module): readonly Step[] => {
    const read = descendants(module.root)
      .filter((node) => node.type === 'attribute' && nameAt(node, 'attribute', module) === wanted)
      .filter((node) => holders.has(lastWord(nameAt(node, 'object', module))))
      .map((node): Step => ({ kind: 'on', carried: { ...carried, node, module } }));
    const whole = callsIn(module.root)
      .filter((call) => calledName(call, module) === 'vars')
      .filter((call) => argumentsOf(call).some((argument) => holders.has(lastWord(module.textOf(argument)))))
      .map((node): Step => ({ kind: 'on', carried: { ...carried, node, module, keys: [wanted, ...carried.keys] } }));
    return [...read, ...whole];
  });
}

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
function parsedNames(module: Module): readonly string[] {
  const parsed = callsIn(module.root)
    .filter((call) => parses.includes(calledName(call, module)))
    .map((node) => ({ node, module }));
  const returned = parsed.flatMap(({ node: call }) => {
    const definition = ancestor(call, 'function_definition');
    return definition === null || !returns(definition, call, module) ? [] : callsEverywhere(definition, module);
  });
  return [...parsed, ...returned].flatMap(({ node, module: where }) => {
    const handed = parameterGiven(node, where);
    if (handed !== null) return [handed];
    const name = nameGiven(node);
    return name === null ? [] : [lastWord(where.textOf(name)), ...parametersGiven(name, where)];
  });
}

/** `args = …`, and the first of `options, rest = …`. */
function nameGiven({ parent }: SyntaxNode): SyntaxNode | null {
  const left = parent?.type === 'assignment' ? fieldOf(parent, 'left') : null;
  const several = left?.type === 'pattern_list' || left?.type === 'tuple_pattern';
  return left !== null && several ? (namedChildren(left)[0] ?? null) : left;
}

/** `main(parser.parse_args())`: the name of the parameter that it becomes. */
function parameterGiven(value: SyntaxNode, module: Module): string | null {
  const slot = slotOf(value, module);
  const place = slot === null ? null : functionCalled(slot.call, module);
  const parameter = slot === null || place === null ? null : parameterFor(slot, place.node, place.module);
  const target = parameter === null ? null : parameterTarget(parameter);
  return target === null || place === null ? null : place.module.textOf(target);
}

/** `args = parse()`, then `main(args)`: what the author's own functions call it. */
function parametersGiven(name: SyntaxNode, module: Module): readonly string[] {
  const binding = module.bindings.madeAt(name);
  const uses = binding === null ? [] : module.bindings.usesOf(binding);
  return uses.flatMap((use) => parameterGiven(use, module) ?? []);
}

/** `return parser.parse_args()`, or the name that it was given to. */
function returns(definition: SyntaxNode, call: SyntaxNode, { textOf }: Reading): boolean {
  const given = nameGiven(call);
  const name = given === null ? null : textOf(given);
  return returnedValues(definition).some((value) => value === call || textOf(value) === name);
}

/** The flags under which a literal in `add_argument` can be given on the command line; empty for any other. */
export function flagsOf(literal: SyntaxNode, reading: Reading): readonly string[] {
  const slot = slotOf(literal, reading);
  if (slot === null || !/^(add_argument|add_option|option|DEFINE_\w+)$/.test(calledName(slot.call, reading))) return [];
  const words = argumentsOf(slot.call)
    .filter(({ type }) => type === 'string')
    .map((node) => String(readLiteral(reading.textOf(node))?.value ?? ''));
  const absl = calledName(slot.call, reading).startsWith('DEFINE_');
  return absl
    ? words.slice(0, 1).flatMap((word) => [`--${word}`, `-${word}`])
    : words.filter((word) => word.startsWith('-'));
}
