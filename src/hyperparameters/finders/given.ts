import { classCalled, definitionNamed, functionCalled } from '../../python/calls-everywhere.ts';
import { argumentsOf, calledName, keywordValue, parameterFor, parameterTarget } from '../../python/calls.ts';
import type { Slot } from '../../python/calls.ts';
import type { Place } from '../../python/links.ts';
import { ancestor, descendants, fieldOf, namedChildren } from '../../python/syntax-tree.ts';
import type { SyntaxNode } from '../../python/syntax-tree.ts';
import type { Carried, Step } from './finder.ts';
import { constructions, isAssignedElsewhere, readsOf } from './instances.ts';
import { savedByLightning, savedReads } from './saved.ts';

/** An argument goes into the author's own function, or it has arrived in somebody else's. */
export function given(carried: Carried, slot: Slot): readonly Step[] {
  const called = functionCalled(slot.call, carried.module);
  if (called === null)
    return (
      parametersOfEstimator(carried, slot) ??
      fieldOfClass(carried, slot) ?? [{ kind: 'arrival', arrival: { ...carried, ...slot } }]
    );
  const { node: definition, module } = called;
  const parameter = parameterFor(slot, definition, module);
  const target = parameter === null ? null : parameterTarget(parameter);
  const steps =
    parameter === null && slot.keyword !== null
      ? intoRest(slot.keyword, definition, { ...carried, module })
      : target === null
        ? []
        : usesOf(target, { ...carried, module });
  return steps.map((step) => ({ ...step, through: slot }));
}

type On = Extract<Step, { kind: 'on' }>;

/** `def build(**settings)`: what no parameter has the name of is kept in a dictionary. */
function intoRest(keyword: string, definition: SyntaxNode, carried: Carried): readonly On[] {
  const rest = namedChildren(fieldOf(definition, 'parameters') ?? definition).find(
    ({ type }) => type === 'dictionary_splat_pattern',
  );
  const target = rest === undefined ? undefined : namedChildren(rest)[0];
  if (target === undefined) return [];
  const kept = usesOf(target, { ...carried, keys: [keyword, ...carried.keys] });
  return [...kept, ...savedReads(keyword, definition, carried.module).map((place): On => on(place, carried))];
}

function on(place: Place, carried: Carried): On {
  return { kind: 'on', carried: { ...carried, ...place } };
}

/** `tf.estimator.Estimator(model_fn=build, params={…})`: what `build` finds in its own `params`. */
function parametersOfEstimator(carried: Carried, { call, keyword, position }: Slot): readonly Step[] | null {
  const { module } = carried;
  const isParams = keyword === 'params' || position === 3;
  if (!isParams || carried.keys.length === 0 || !/^(TPU)?Estimator$/.test(calledName(call, module))) return null;
  const first = argumentsOf(call)[0];
  const build = keywordValue(call, 'model_fn', module) ?? (first?.type === 'identifier' ? first : null);
  const own = build === null ? null : definitionNamed(build, module);
  const parameters = own === null ? [] : namedChildren(fieldOf(own.node, 'parameters') ?? own.node);
  return parameters
    .flatMap((parameter) => parameterTarget(parameter) ?? [])
    .filter((target) => own?.module.textOf(target) === 'params')
    .flatMap((target) => (own === null ? [] : usesOf(target, { ...carried, module: own.module })));
}

/** `Config(lr=0.1)`, where the class only declares what it holds: on to every `config.lr`. */
function fieldOfClass(carried: Carried, { call, keyword, position }: Slot): readonly Step[] | null {
  const place = classCalled(call, carried.module);
  if (place === null) return null;
  const { textOf } = place.module;
  const fields = namedChildren(fieldOf(place.node, 'body') ?? place.node)
    .flatMap((statement) => (statement.type === 'expression_statement' ? namedChildren(statement) : []))
    .filter((node) => node.type === 'assignment' && fieldOf(node, 'type') !== null)
    .map((node) => textOf(fieldOf(node, 'left') ?? node));
  const wanted = keyword ?? (position === null ? undefined : fields[position]);
  if (wanted === undefined || !fields.includes(wanted)) return null;
  // Of several instances, nobody can tell which one an attribute is of.
  if (constructions(place).length > 1 || isAssignedElsewhere(wanted, place)) return [];
  return readsOf(wanted, place).map((read): Step => ({ kind: 'on', carried: { ...carried, ...read } }));
}

/** On to every use that the binding of this identifier, in the file of `carried`, reaches; in other files too. */
export function usesOf(target: SyntaxNode, carried: Carried): readonly On[] {
  const { bindings } = carried.module;
  const binding = bindings.madeAt(target);
  const here = binding === null ? [] : bindings.usesOf(binding).map((node) => ({ node, module: carried.module }));
  return [...here, ...usesElsewhere(target, carried), ...savedByLightning(target, carried.module)].map((place) =>
    on(place, carried),
  );
}

/** A module-level name is seen by other files as it was bound last. */
function usesElsewhere(target: SyntaxNode, { module }: Carried): readonly Place[] {
  if (ancestor(target, 'function_definition', 'lambda', 'class_definition') !== null) return [];
  const name = module.textOf(target);
  const places = module.usesElsewhere(name);
  if (places.length === 0) return [];
  const again = descendants(module.root).some((node) => {
    const left = node.type === 'assignment' && node.start > target.start ? fieldOf(node, 'left') : null;
    return left !== null && module.textOf(left) === name && ancestor(node, 'function_definition') === null;
  });
  return again ? [] : places;
}
