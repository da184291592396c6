import { calledName, callsIn } from '../python/calls.ts';
import type { Module } from '../python/links.ts';
import type { Reading } from '../python/reading.ts';
import { ancestor, descendants, fieldOf, isInside } from '../python/syntax-tree.ts';
import type { SyntaxNode } from '../python/syntax-tree.ts';
import type { Anatomy, CallFact } from './anatomy.ts';
import { ancestryOf, ownDefinition } from './local-names.ts';

/**
 * Calls that train a learner that the author wrote himself: a class of his own with `fit`, a function
 * that learns by its name, or a loop that walks weights along a gradient.
 */
export function writtenTraining(anatomy: Anatomy, facts: readonly CallFact[]): readonly CallFact[] {
  const numeric = anatomy.readings.some(({ names }) =>
    names.imports.some(({ module }) => /^(numpy|cupy|autograd|math|random|torch|tensorflow|jax)\b/.test(module)),
  );
  const worlds = facts.filter(({ canonical, makers }) => [canonical, ...makers].some((name) => world.test(name ?? '')));
  if (worlds.length > 0) return facts.filter(({ name, canonical }) => canonical === null && learnsByPlay.test(name));
  if (!numeric) return [];
  const fitted = facts.filter((fact) => fact.isMethod && learns.test(fact.name) && ownLearner(fact));
  if (fitted.length > 0) return fitted;
  const called = facts.filter(
    ({ name, reading, call, isMethod }) => !isMethod && learningFunction.test(name) && isByHand(call, reading),
  );
  if (called.length > 0) return called;
  const solved = facts.filter((fact) => leastSquares.test(fact.canonical ?? '') && transposed(fact));
  if (solved.length > 0) return solved;
  const updates = anatomy.readings.flatMap((reading) => updatesIn(reading, anatomy));
  const beside = facts.filter(({ reading, call }) =>
    updates.some((one) => one.reading === reading && near(one.node, call)),
  );
  return beside.length > 0 ? beside : facts.filter((fact) => updates.some((one) => runsUpdate(fact, one)));
}

/** `sgd_update(weights, rate)`, where the author's own function only walks the weights. */
function runsUpdate({ call, reading }: CallFact, update: Update): boolean {
  const callee = fieldOf(call, 'function');
  const own = callee === null ? null : ownDefinition(callee, reading);
  return own !== null && own.module === update.reading && isInside(update.node, own.node);
}

const world = /^(gym|gymnasium)\./;
const learnsByPlay = /^(update\w*|learn|train|partial_fit|sgd|q_?learning|sarsa)$/i;

const leastSquares = /^(numpy|scipy)\.linalg\.(solve|lstsq|inv|pinv)$/;

/** The normal equations: a matrix beside its own transpose. */
function transposed({ call, reading }: CallFact): boolean {
  return /\.T\b|transpose/.test(reading.textOf(call));
}

const learns = /^(fit|train|train_model|learn|sgd|SGD|gradient_descent|optimi[sz]e)$/;
const learningFunction =
  /^(fit|train|train_?model|learn|sgd|stoc_?grad\w*|grad(ient)?_?(asc|desc)\w*|smo\w*|smoP|k_?means|bi_?kmeans|k_?nn|create_?tree|build_?tree|classify\d?|ada_?boost\w*|stand_?regres|lwlr\w*|ridge_?regres|stage_?wise|train_?nb\d?|perceptron|linear_?regression|logistic_?regression|\w+_centroids|\w+_medoids?)$/i;

/** Whether the object's class is the author's, and has the method that is called. */
function ownLearner({ call, reading, name }: CallFact): boolean {
  const callee = fieldOf(call, 'function');
  const object = callee === null ? null : fieldOf(callee, 'object');
  if (object === null) return false;
  const bound = object.type === 'identifier' ? reading.bindings.candidates(object).at(-1)?.value : object;
  const maker = bound?.type === 'call' ? fieldOf(bound, 'function') : null;
  const definition = maker == null ? null : ownDefinition(maker, reading);
  if (definition?.node.type !== 'class_definition') return false;
  return ancestryOf(definition).some(({ node: around, module }) =>
    descendants(around).some(
      (node) => node.type === 'function_definition' && module.textOf(fieldOf(node, 'name') ?? node) === name,
    ),
  );
}

/** A function of the author's, not a class that is only made, that does not only hand its data to another's model. */
function isByHand(call: SyntaxNode, reading: Module): boolean {
  const callee = fieldOf(call, 'function');
  const own = callee === null ? null : ownDefinition(callee, reading);
  return (
    own?.node.type === 'function_definition' &&
    !callsIn(own.node).some((inner) => /^((partial_)?fit|predict(_proba)?)$/.test(calledName(inner, own.module)))
  );
}

interface Update {
  readonly node: SyntaxNode;
  readonly reading: Reading;
}

const descent = /grad|\bd_?[wWbB]\d?\b|delta|\b(lr|eta|alpha|learning_?rate|step_?size)\b|\berr(or)?s?\b/i;

const followsGradient = /grad|\bd_?[wWbB]\d?\b|\b(lr|learning_?rate|eta)\b|\berr(or)?s?\b|delta/i;

/** `w -= lr * gradient` in a loop that runs, and the same written out. */
function updatesIn(reading: Reading, { runs }: Anatomy): readonly Update[] {
  return descendants(reading.root).flatMap((node): Update[] => {
    const changed = changeOf(node, reading);
    if (changed === null || !descent.test(changed)) return [];
    const loop = ancestor(node, 'for_statement', 'while_statement');
    const inFunction = ancestor(node, 'function_definition') !== null;
    // Outside of a loop, only a step along a gradient is one; `x + alpha * noise` is not.
    const stepped = loop !== null || (inFunction && followsGradient.test(changed));
    return stepped && runs(node, reading) ? [{ node: loop ?? node, reading }] : [];
  });
}

/** What is added to or taken from a variable, where it is a product. */
function changeOf(node: SyntaxNode, { textOf }: Reading): string | null {
  const [left, right] = [fieldOf(node, 'left'), fieldOf(node, 'right')];
  if (left === null || right === null) return null;
  const text = textOf(right);
  if (node.type === 'augmented_assignment')
    return /^[-+]=$/.test(textOf(node.children[1] ?? node)) && text.includes('*') ? text : null;
  if (node.type !== 'assignment') return null;
  const itself = new RegExp(`^\\(?${escape(textOf(left))}\\s*[-+]`);
  return itself.test(text) && text.includes('*') ? text : null;
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function near(update: SyntaxNode, call: SyntaxNode): boolean {
  return update.start <= call.start && call.end <= update.end;
}
