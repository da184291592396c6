import { calledName, callsIn } from '../../python/calls.ts';
import type { Reading } from '../../python/reading.ts';
import { ancestor, descendants, fieldOf } from '../../python/syntax-tree.ts';
import type { SyntaxNode } from '../../python/syntax-tree.ts';
import { walkMethods } from './torch-forward.ts';
import { growsInto, isSequential, layersIn } from './torch-layers.ts';
import type { Layer } from './torch-layers.ts';
import { Wires } from './torch-wires.ts';
import type { Wiring } from './torch-wires.ts';

const known = new WeakMap<SyntaxNode, Wiring>();

/** The wiring of the model that a layer belongs to: a module with its methods, or a `Sequential` of its own. */
export function wiringOf(call: SyntaxNode, reading: Reading): Wiring | null {
  const model = ancestor(call, 'class_definition') ?? sequentialWith(call, reading);
  if (model === null) return null;
  const found =
    known.get(model) ?? (model.type === 'class_definition' ? ofModule(model, reading) : ofSequential(model, reading));
  known.set(model, found);
  return found;
}

function ofSequential(model: SyntaxNode, reading: Reading): Wiring {
  const wires = new Wires();
  wires.tangle(wires.through(layersIn(model, reading), new Set(['outside'])));
  return wires;
}

function ofModule(model: SyntaxNode, reading: Reading): Wiring {
  const wires = new Wires();
  walkMethods(model, layersKept(model, reading), wires, reading);
  return wires;
}

/** The layers under the attributes of a module; what is given twice is nobody's to know. */
function layersKept(model: SyntaxNode, reading: Reading): ReadonlyMap<string, readonly Layer[]> {
  const kept = new Map<string, readonly Layer[]>();
  for (const node of descendants(model)) {
    const left = node.type === 'assignment' ? fieldOf(node, 'left') : null;
    const right = node.type === 'assignment' ? fieldOf(node, 'right') : null;
    if (left?.type !== 'attribute' || right?.type !== 'call') continue;
    const name = reading.textOf(left);
    const twice: Layer = { call: right, kind: 'weights', input: null, output: null };
    kept.set(name, kept.has(name) ? [twice] : layersIn(right, reading));
  }
  return kept;
}

/** The `Sequential` around a layer, or the one that names it: `nn.Sequential(linear1, relu)`. */
function sequentialWith(call: SyntaxNode, reading: Reading): SyntaxNode | null {
  let outermost: SyntaxNode | null = null;
  for (let above = call.parent; above !== null; above = above.parent)
    if (above.type === 'call' && isSequential(above, reading)) outermost = above;
  outermost ??= growsInto(call, reading);
  if (outermost !== null) return outermost;
  const target = call.parent?.type === 'assignment' ? fieldOf(call.parent, 'left') : null;
  if (target?.type !== 'identifier') return null;
  const holding = callsIn(reading.root).filter(
    (each) => isSequential(each, reading) && layersIn(each, reading).some((layer) => layer.call === call),
  );
  const [only, ...others] = holding;
  const uses = callsIn(reading.root).filter((each) => calledName(each, reading) === reading.textOf(target));
  return only === undefined || others.length > 0 || uses.length > 0 ? null : only;
}
