import { classCalled } from '../../python/calls-everywhere.ts';
import { argumentsOf, calledName, callsIn } from '../../python/calls.ts';
import type { Module } from '../../python/links.ts';
import { descendants, fieldOf } from '../../python/syntax-tree.ts';
import type { SyntaxNode } from '../../python/syntax-tree.ts';
import { elsewhere, tunable } from './guard.ts';
import type { Guard } from './guard.ts';

/**
 * `nn.ModuleList([Block(width) for i in range(n)])`: how many equal layers there are, be it in a statement. A loop that
 * asks which layer it is at makes layers that differ, and more of them may not fit.
 */
export const layerLoop: Guard = ({ call, exact }, _, reading) => {
  if (argumentsOf(call).length !== 1) return elsewhere;
  const loop = call.parent?.type === 'for_statement' && call.field === 'right' ? call.parent : null;
  if (loop !== null) return exact && addsEqualLayers(loop, reading) ? tunable : elsewhere;
  const clause = call.parent?.type === 'for_in_clause' && call.field === 'right' ? call.parent : null;
  const list = clause?.parent ?? null;
  if (!exact || clause === null || list === null) return elsewhere;
  const body = fieldOf(list, 'body');
  const variable = reading.textOf(fieldOf(clause, 'left') ?? clause);
  if (body === null || !callsIn(body).some((made) => isLayer(made, reading))) return elsewhere;
  return selects(body, variable, reading) || !isKept(list, reading) ? elsewhere : tunable;
};

/** `for i in range(n): self.layers[f'hidden{i}'] = nn.Linear(width, width)`: what one gives, the next takes. */
function addsEqualLayers(loop: SyntaxNode, reading: Module): boolean {
  const body = fieldOf(loop, 'body');
  const variable = fieldOf(loop, 'left');
  if (body === null || variable?.type !== 'identifier') return false;
  const name = reading.textOf(variable);
  const kept = callsIn(body).filter((call) => isLayer(call, reading) && isAdded(call, reading));
  const tested = descendants(body).some(
    (node) =>
      /^(comparison_operator|conditional_expression|if_statement)$/.test(node.type) &&
      descendants(node).some((part) => part.type === 'identifier' && reading.textOf(part) === name),
  );
  return kept.length > 0 && !tested && !makesModel(body, reading) && kept.every((call) => hasEqualSides(call, reading));
}

/** `for size in range(9): model = Sequential()`: each turn makes a whole model, and no layer of one. */
function makesModel(body: SyntaxNode, reading: Module): boolean {
  return callsIn(body).some((call) => {
    const given = call.parent?.type === 'assignment' ? fieldOf(call.parent, 'left') : null;
    return (
      /^(fit|compile)$/.test(calledName(call, reading)) || (given?.type === 'identifier' && isWhole(call, reading))
    );
  });
}

function isWhole(call: SyntaxNode, reading: Module): boolean {
  return /^(Sequential|Model)$/.test(calledName(call, reading));
}

/** Given to a container under a key, appended, or added: not the one attribute that every turn overwrites. */
function isAdded({ parent, field }: SyntaxNode, reading: Module): boolean {
  const left = parent?.type === 'assignment' && field === 'right' ? fieldOf(parent, 'left') : null;
  if (left !== null) return left.type === 'subscript';
  const holder = parent?.type === 'argument_list' ? parent.parent : null;
  return holder?.type === 'call' && /^(append|add|add_module)$/.test(calledName(holder, reading));
}

/** Layers of Keras take whatever comes; PyTorch's say it, and by a name, as two numbers may differ after an edit. */
function hasEqualSides(call: SyntaxNode, reading: Module): boolean {
  const callee = fieldOf(call, 'function');
  if ((callee === null ? null : reading.names.canonical(callee))?.startsWith('keras.') === true) return true;
  const [into, out] = argumentsOf(call).map((argument) => fieldOf(argument, 'value') ?? argument);
  return into !== undefined && out !== undefined && reading.textOf(into) === reading.textOf(out);
}

const layers = /^(torch\.nn\.|keras\.layers\.|flax\.)/;

function isLayer(call: SyntaxNode, reading: Module): boolean {
  const callee = fieldOf(call, 'function');
  const canonical = callee === null ? null : reading.names.canonical(callee);
  if (canonical !== null) return layers.test(canonical);
  const own = classCalled(call, reading);
  const parents = own === null ? null : fieldOf(own.node, 'superclasses');
  return parents !== null && own !== null && /Module|Layer|Model/.test(own.module.textOf(parents));
}

/** `sizes[i]`, `i == 0`, `f'layer{i}'` may name a layer: only a number that is computed with does no harm. */
function selects(body: SyntaxNode, variable: string, { textOf }: Module): boolean {
  return descendants(body).some(
    (node) =>
      node.type === 'identifier' &&
      textOf(node) === variable &&
      /^(subscript|comparison_operator|conditional_expression|boolean_operator|slice)$/.test(node.parent?.type ?? ''),
  );
}

/** Held by the model as layers: what is only zipped with something else has a length of its own. */
function isKept(list: SyntaxNode, reading: Module): boolean {
  const holder = list.parent?.type === 'argument_list' ? list.parent.parent : list.parent?.parent?.parent;
  return holder?.type === 'call' && /^(ModuleList|Sequential)$/.test(calledName(holder, reading));
}
