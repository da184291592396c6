import { returnedValues } from '../../python/bindings.ts';
import { callsEverywhere } from '../../python/calls-everywhere.ts';
import { argumentsOf, calledName, callsIn, keywordValue, slotOf } from '../../python/calls.ts';
import type { Module, Place } from '../../python/links.ts';
import type { Reading } from '../../python/reading.ts';
import { ancestor, descendants, fieldOf, isInside } from '../../python/syntax-tree.ts';
import type { SyntaxNode } from '../../python/syntax-tree.ts';
import { atMostAsWritten, fixedSteps } from './batches.ts';
import { loopOver, trains } from './epoch-loop.ts';
import { elsewhere, left, tunable } from './guard.ts';
import type { Guard } from './guard.ts';

/** A generator or data set that feeds `fit`: it is its first argument, or is called what training data is called. */
export const trainingData: Guard = (arrival, all, reading) => {
  if (isWindow(arrival.call, reading)) return left('it is the length of a window, not a batch');
  // Of two that one generator makes, each is for what it is asked for.
  const asked = arrival.entered === null ? null : feeds(arrival.entered.call, arrival.entered.module, 1);
  const own = asked ?? feeds(arrival.call, reading, 2);
  if (own === 'training') return fixedSteps(reading) ? atMostAsWritten(arrival.node, reading) : tunable;
  // A size that training and evaluation share is the training's: it only cuts the evaluation another way.
  const shared = all.some(({ call }) => call !== arrival.call && feeds(call, reading, 2) === 'training');
  if (shared) return elsewhere;
  return left(own === 'validation' ? 'it feeds the validation' : 'it may not feed the training');
};

/** `flat_map(lambda window: window.batch(n))` gathers what lies in one window. */
function isWindow(call: SyntaxNode, { textOf }: Reading): boolean {
  const callee = fieldOf(call, 'function');
  const object = callee === null ? null : fieldOf(callee, 'object');
  const given = ancestor(call, 'lambda');
  const taken = given === null ? null : fieldOf(given, 'parameters');
  return object !== null && taken !== null && textOf(taken) === textOf(object);
}

function feeds(call: SyntaxNode, reading: Module, depth: number): 'training' | 'validation' | null {
  const body = fieldOf(loopOver(call, reading) ?? call, 'body');
  if (body !== null && trains(body, reading, 3)) return 'training';
  const fed = callsIn(reading.root).filter((other) => /^(fit|fit_generator)$/.test(calledName(other, reading)));
  if (fed.some((fit) => isFirst(call, fit, reading))) return 'training';
  const target = targetOf(call);
  const binding = target === null ? null : reading.bindings.madeAt(target);
  const uses = binding === null ? [] : reading.bindings.usesOf(binding);
  if (uses.some((use) => fed.some((fit) => isFirst(use, fit, reading)) || drawnInTraining(use, reading)))
    return 'training';
  if (uses.some((use) => fed.some((fit) => isInside(use, fit)))) return 'validation';
  const generators = depth === 0 ? [] : callsOfGenerator(call, reading);
  const fedBy = generators.map(({ node, module }) => feeds(node, module, depth - 1));
  if (fedBy.includes('training')) return 'training';
  if (fedBy.includes('validation')) return 'validation';
  const called = target === null ? '' : reading.textOf(target);
  return /train/i.test(called) && !/test|val/i.test(called) ? 'training' : null;
}

/** `steps = iter(data)`, of which a loop that trains draws its `next(steps)`. */
function drawnInTraining(use: SyntaxNode, reading: Module): boolean {
  const iterator = slotOf(use, reading)?.call;
  const target = iterator === undefined || calledName(iterator, reading) !== 'iter' ? null : targetOf(iterator);
  const binding = target === null ? null : reading.bindings.madeAt(target);
  const draws = binding === null ? [] : reading.bindings.usesOf(binding);
  return draws.some((draw) => {
    const loop = ancestor(draw, 'for_statement', 'while_statement');
    return loop !== null && trains(loop, reading, 3);
  });
}

/** `def batches(size): … yield x, y` around a generator of Keras: where the author's own is asked for. */
function callsOfGenerator(call: SyntaxNode, reading: Module): readonly Place[] {
  const definition = ancestor(call, 'function_definition');
  const gives = definition !== null && descendants(definition).some(({ type }) => type === 'yield');
  return definition === null || !(gives || returnedValues(definition).length > 0)
    ? []
    : callsEverywhere(definition, reading);
}

function isFirst(value: SyntaxNode, fit: SyntaxNode, reading: Reading): boolean {
  const first = argumentsOf(fit)[0];
  const named = keywordValue(fit, 'x', reading) ?? keywordValue(fit, 'generator', reading);
  const data = named ?? (first?.type === 'keyword_argument' ? undefined : first);
  return data !== undefined && isInside(value, data);
}

function targetOf(call: SyntaxNode): SyntaxNode | null {
  const statement = ancestor(call, 'assignment');
  const left = statement === null ? null : fieldOf(statement, 'left');
  return left?.type === 'identifier' ? left : null;
}

/** An input function of an estimator: the one that `train` is given. */
export const trainingInput: Guard = ({ call }, _, reading) => {
  const target = targetOf(call);
  const binding = target === null ? null : reading.bindings.madeAt(target);
  const uses = binding === null ? [] : reading.bindings.usesOf(binding);
  const given = [call, ...uses].some((use) => trainsWith(use, reading));
  return given ? tunable : left('it feeds the evaluation');
};

function trainsWith(use: SyntaxNode, reading: Reading): boolean {
  const slot = slotOf(use, reading);
  return slot !== null && /^(train|fit|TrainSpec)$/.test(calledName(slot.call, reading));
}

/** `trainer.run(loader, max_epochs=9)` of Ignite; an engine that evaluates runs once. */
export const trainingEngine: Guard = ({ call }, _, { textOf }) => {
  const callee = fieldOf(call, 'function');
  const engine = callee === null ? null : fieldOf(callee, 'object');
  return engine !== null && /eval|valid|test/i.test(textOf(engine)) ? left('it runs the evaluation') : tunable;
};
