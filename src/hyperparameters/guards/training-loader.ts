import { argumentsOf, calledName, callsIn, keywordValue, slotOf } from '../../python/calls.ts';
import type { Module } from '../../python/links.ts';
import { ancestor, fieldOf } from '../../python/syntax-tree.ts';
import type { SyntaxNode } from '../../python/syntax-tree.ts';
import { trains } from './epoch-loop.ts';
import { elsewhere, left, tunable } from './guard.ts';
import type { Guard } from './guard.ts';

const notTraining = left('it sets the batches of a loader that does not train');

/**
 * A `DataLoader` that feeds training: it shuffles, or a loop over it goes backward, or it is the only one.
 * A size that training and evaluation share is the training's: it only cuts the evaluation another way.
 */
export const trainingLoader: Guard = (arrival, all, reading) => {
  if (feedsTraining(arrival.call, reading)) return tunable;
  const shared = all.some((other) => other.call !== arrival.call && isLoader(other.call, reading));
  return shared && all.some(({ call }) => isLoader(call, reading) && feedsTraining(call, reading))
    ? elsewhere
    : notTraining;
};

function isLoader(call: SyntaxNode, reading: Module): boolean {
  return /DataLoader$|NeighborLoader$|^HGTLoader$/.test(calledName(call, reading));
}

function feedsTraining(call: SyntaxNode, reading: Module): boolean {
  // Lightning says by the method which loader is which.
  const method = ancestor(call, 'function_definition');
  const asked = /^(train|val|test|predict)_dataloader$/.exec(
    reading.textOf((method && fieldOf(method, 'name')) ?? call),
  );
  if (asked !== null) return asked[1] === 'train';
  const name = loaderName(call);
  if (name !== null && loopsOver(name, reading).some((loop) => goesBackward(loop, reading))) return true;
  if (name !== null && (evaluates(reading.textOf(name)) || isOnlyLookedAt(name, reading))) return false;
  const shuffle = keywordValue(call, 'shuffle', reading);
  if (shuffle !== null && reading.textOf(shuffle) === 'True') return true;
  const loaders = callsIn(reading.root).filter((other) => calledName(other, reading) === calledName(call, reading));
  const [data] = argumentsOf(call);
  const source = data === undefined ? '' : reading.textOf(data);
  if (loaders.length === 1 && isForEvaluation(method, reading)) return false;
  if (loaders.length === 1) return !/test|val(id)?_|eval/i.test(source) || /train/i.test(source);
  // Loaders made in a loop or a dictionary have no name to follow: what they are called must do.
  const called = name === null ? '' : reading.textOf(name);
  return /train/i.test(called) && !/test|val/i.test(called);
}

/** `def evaluate(…):` that takes no step. */
function isForEvaluation(definition: SyntaxNode | null, reading: Module): boolean {
  const name = definition === null ? null : fieldOf(definition, 'name');
  const told = name !== null && /(^|_)(eval\w*|test|valid\w*|predict\w*|infer\w*)(_|$)/i.test(reading.textOf(name));
  return told && definition !== null && !trains(definition, reading, 2);
}

/** Whether a loader's batches go nowhere but into `next(iter(loader))`, or into loops that take no step. */
function isOnlyLookedAt(name: SyntaxNode, reading: Module): boolean {
  const binding = reading.bindings.madeAt(name);
  const uses = binding === null ? [] : reading.bindings.usesOf(binding);
  return (
    uses.length > 0 &&
    uses.every((use) => {
      const loop = use.field === 'right' && use.parent?.type === 'for_statement' ? use.parent : null;
      if (loop !== null) return !trains(loop, reading, 3);
      const slot = slotOf(use, reading);
      return slot !== null && /^(iter|len)$/.test(calledName(slot.call, reading));
    })
  );
}

/** A loader that shuffles is still for evaluation when it is called so. */
function evaluates(name: string): boolean {
  return (
    /(^|_)(test|val|valid|validation|eval|dev)(?=$|_|[A-Z0-9]|loader|data|iter|set|dl)/i.test(name) &&
    !/train/i.test(name)
  );
}

function loaderName(call: SyntaxNode): SyntaxNode | null {
  const left = call.parent?.type === 'assignment' ? fieldOf(call.parent, 'left') : null;
  return left?.type === 'identifier' ? left : null;
}

function loopsOver(name: SyntaxNode, { bindings }: Module): readonly SyntaxNode[] {
  const binding = bindings.madeAt(name);
  const uses = binding === null ? [] : bindings.usesOf(binding);
  return uses.flatMap((use) => {
    const loop = ancestor(use, 'for_statement');
    const over = loop === null ? null : fieldOf(loop, 'right');
    return loop !== null && over !== null && over.start <= use.start && use.end <= over.end ? [loop] : [];
  });
}

function goesBackward(loop: SyntaxNode, reading: Module): boolean {
  return callsIn(loop).some((call) => calledName(call, reading) === 'backward');
}
