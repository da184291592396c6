import { argumentsOf, callsOf, parameterTarget, parameterFor, slotOf } from '../python/calls.ts';
import { returnedValues } from '../python/bindings.ts';
import type { Reading } from '../python/reading.ts';
import { ancestor, descendants, fieldOf, namedChildren } from '../python/syntax-tree.ts';
import type { SyntaxNode } from '../python/syntax-tree.ts';
import type { Module, Place } from '../python/links.ts';
import { basesOf, ownDefinition, ownMethod } from './local-names.ts';

/** Where objects come from, followed through assignments, parameters, loops, containers and own classes. */
export interface Origins {
  /** The canonical names of the constructors that may have made the object, the likeliest first. */
  makersOf(expression: SyntaxNode, reading: Module): readonly string[];
}

const deepest = 9;
// Methods and functions that give back the object that they were given.
const fluent = /^(fit|to|cuda|cpu|train|eval|float|half|double|set_params|compile|bind|replicate|share_memory)$/;
const wrappers =
  /^(tensorflow_model_optimization\.\w+\.keras\.\w+|torch\.compile|torch\.jit\.script|torch\.nn\.DataParallel|torch\.nn\.parallel\.\w+|copy\.deepcopy|sklearn\.base\.clone|keras\.models\.clone_model|tensorflow\.keras\.models\.clone_model)$/;
const containers = ['list', 'tuple', 'set', 'dictionary', 'pair', 'expression_list', 'list_splat'];
const passing = /^(zip|enumerate|items|values|list|tuple|dict|sorted|reversed|product)$/;

export function originsOf(): Origins {
  const known = new WeakMap<SyntaxNode, readonly string[]>();
  const trail = new Set<SyntaxNode>();

  const makers = (node: SyntaxNode, reading: Module, depth: number): readonly string[] => {
    const answer = known.get(node);
    if (answer !== undefined) return answer;
    if (depth > deepest || trail.has(node)) return [];
    trail.add(node);
    const found = [...new Set(find(node, reading, depth + 1))];
    trail.delete(node);
    known.set(node, found);
    return found;
  };

  const find = (node: SyntaxNode, reading: Module, depth: number): readonly string[] => {
    switch (node.type) {
      case 'identifier':
        return ofName(node, reading, depth);
      case 'attribute':
        return assignedTo(node, reading).flatMap((value) => makers(value, reading, depth));
      case 'call':
        return ofCall(node, reading, depth);
      case 'subscript':
        return inside(fieldOf(node, 'value'), reading, depth);
      case 'parenthesized_expression':
      case 'await':
        return namedChildren(node).flatMap((inner) => makers(inner, reading, depth));
      case 'conditional_expression':
        return [0, 2].flatMap((at) => each(namedChildren(node)[at], reading, depth));
      default:
        return [];
    }
  };

  const each = (node: SyntaxNode | undefined, reading: Module, depth: number): readonly string[] =>
    node === undefined ? [] : makers(node, reading, depth);

  const ofName = (node: SyntaxNode, reading: Module, depth: number): readonly string[] => {
    if (reading.textOf(node) === 'self') {
      const around = ancestor(node, 'class_definition');
      return around === null ? [] : basesOf({ node: around, module: reading });
    }
    const binding = reading.bindings.reaching(node);
    const bound = binding === null ? reading.bindings.candidates(node) : [binding];
    return bound.toReversed().flatMap(({ kind, value, statement, node: target }): readonly string[] => {
      if (kind === 'assignment' && value !== null) {
        const made = makers(value, reading, depth);
        // `trainer: Trainer = instantiate(config)`
        const type = fieldOf(statement, 'type');
        const told = type === null ? null : reading.names.canonical(namedChildren(type)[0] ?? type);
        return told === null || /^(builtins|typing)\./.test(told) ? made : [...made, told];
      }
      if (kind === 'parameter') return ofParameter(target, reading, depth);
      if (statement.type === 'for_statement' || statement.type === 'for_in_clause')
        return inside(fieldOf(statement, 'right'), reading, depth);
      return [];
    });
  };

  const ofParameter = (target: SyntaxNode, reading: Module, depth: number): readonly string[] => {
    const definition = ancestor(target, 'function_definition');
    if (definition === null) return [];
    return callsOf(definition, reading).flatMap((call) =>
      argumentsOf(call).flatMap((argument) => {
        const value = argument.type === 'keyword_argument' ? fieldOf(argument, 'value') : argument;
        const slot = value === null ? null : slotOf(value, reading);
        const parameter = slot === null ? null : parameterFor(slot, definition, reading);
        return value !== null && parameter !== null && parameterTarget(parameter) === target
          ? makers(value, reading, depth)
          : [];
      }),
    );
  };

  const returned = ({ node, module: reading }: Place, depth: number): readonly string[] =>
    returnedValues(node).flatMap((value) =>
      value.type === 'expression_list'
        ? namedChildren(value).flatMap((part) => makers(part, reading, depth))
        : makers(value, reading, depth),
    );

  const ofCall = (call: SyntaxNode, reading: Module, depth: number): readonly string[] => {
    const callee = fieldOf(call, 'function');
    if (callee === null) return [];
    const definition = ownDefinition(callee, reading);
    if (definition?.node.type === 'class_definition') return basesOf(definition);
    if (definition !== null) return returned(definition, depth);
    const own = ownMethod(callee, reading);
    const given = own === null ? [] : returned(own, depth);
    if (given.length > 0) return given;
    const canonical = reading.names.canonical(callee);
    if (canonical !== null) return wrappers.test(canonical) ? each(argumentsOf(call)[0], reading, depth) : [canonical];
    const object = callee.type === 'attribute' ? fieldOf(callee, 'object') : null;
    const method = callee.type === 'attribute' ? fieldOf(callee, 'attribute') : null;
    if (object === null || method === null) return [];
    return fluent.test(reading.textOf(method)) ? makers(object, reading, depth) : [];
  };

  /** What stands in a container, however deep. */
  const inside = (node: SyntaxNode | null, reading: Module, depth: number): readonly string[] => {
    if (node === null || depth > deepest) return [];
    if (containers.includes(node.type)) return namedChildren(node).flatMap((part) => inside(part, reading, depth + 1));
    if (node.type === 'identifier') {
      const put = putInto(node, reading).flatMap((part) => inside(part, reading, depth + 1));
      const value = reading.bindings.reaching(node)?.value ?? reading.bindings.candidates(node).at(-1)?.value ?? null;
      if (value !== null && (containers.includes(value.type) || value.type === 'call'))
        return [...put, ...inside(value, reading, depth + 1)];
      if (put.length > 0) return put;
    }
    if (node.type === 'call') {
      // `models = get_models()`: what the function fills and gives back.
      const callee = fieldOf(node, 'function');
      const own = callee === null ? null : ownDefinition(callee, reading);
      if (own?.node.type === 'function_definition')
        return returnedValues(own.node).flatMap((value) => inside(value, own.module, depth + 1));
    }
    if (node.type === 'call') {
      const callee = fieldOf(node, 'function');
      const last = callee?.type === 'attribute' ? fieldOf(callee, 'attribute') : callee;
      if (last != null && passing.test(reading.textOf(last))) {
        const object = callee?.type === 'attribute' ? fieldOf(callee, 'object') : null;
        return [object, ...argumentsOf(node)].flatMap((part) => inside(part, reading, depth + 1));
      }
    }
    return makers(node, reading, depth);
  };

  return { makersOf: (node, reading) => makers(node, reading, 0) };
}

/** The values that `self.x` is given in the class around it. */
function assignedTo(node: SyntaxNode, { textOf }: Reading): readonly SyntaxNode[] {
  const around = ancestor(node, 'class_definition');
  if (around === null) return [];
  const wanted = textOf(node);
  return descendants(around).flatMap(({ type, field, parent, start, end }) => {
    const given = type === 'attribute' && field === 'left' && parent?.type === 'assignment';
    const right = given && textOf({ start, end }) === wanted ? fieldOf(parent, 'right') : null;
    return right === null ? [] : [right];
  });
}

/** What is put into a list or dictionary by name: `models.append(SVC())`, `models['svm'] = SVC()`. */
function putInto(node: SyntaxNode, { bindings, textOf }: Reading): readonly SyntaxNode[] {
  const binding = bindings.reaching(node) ?? bindings.candidates(node).at(-1) ?? null;
  const uses = binding === null ? [] : bindings.usesOf(binding);
  return uses.flatMap((use): readonly SyntaxNode[] => {
    const { parent } = use;
    if (parent?.type === 'subscript' && parent.field === 'left' && parent.parent?.type === 'assignment')
      return namedChildren(parent.parent).slice(-1);
    const method = parent?.type === 'attribute' ? fieldOf(parent, 'attribute') : null;
    const call = parent?.parent?.type === 'call' ? parent.parent : null;
    return call !== null && method !== null && textOf(method) === 'append' ? argumentsOf(call) : [];
  });
}
