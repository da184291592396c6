import { callsEverywhere, functionCalled } from '../../python/calls-everywhere.ts';
import { argumentsOf, calledName, callsIn, keywordValue, slotOf } from '../../python/calls.ts';
import type { Module } from '../../python/links.ts';
import type { Reading } from '../../python/reading.ts';
import { ancestor, descendants, fieldOf, isInside } from '../../python/syntax-tree.ts';
import type { SyntaxNode } from '../../python/syntax-tree.ts';
import { steppedBy } from '../finders/statement.ts';
import { besideEpochs, countAt, repeats } from './epochs.ts';
import { elsewhere, left } from './guard.ts';
import type { Guard } from './guard.ts';

/** `for epoch in range(n)`: the outermost counting loop around training steps, folds and seeds apart. */
export const epochLoop: Guard = ({ node, call, position, exact, divides }, all, reading) => {
  // `range(rows // batch_size)` counts steps, and says nothing of the batch size.
  if (divides === true || (!exact && reading.textOf(call).includes('/'))) return elsewhere;
  const count = argumentsOf(call).length;
  if (count > 2 || position !== count - 1) return elsewhere;
  // The start of `range(start, start + 40)` says nothing of how often it runs.
  if (position === 1 && !exact && all.some((other) => other.call === call && other.position === 0)) return elsewhere;
  const loop = loopOver(call, reading);
  const body = loop === null ? null : fieldOf(loop, 'body');
  if (loop === null || body === null || !trains(body, reading, 3)) return elsewhere;
  const variable = reading.textOf(fieldOf(loop, 'left') ?? loop);
  if (stepsThrough(body, variable, reading)) return elsewhere;
  if (repeats.test(variable) || repeatsTraining(loop, reading)) return left('it counts repetitions, not epochs');
  const around = countingLoops(loop, reading).filter(
    (outer) => !repeats.test(variableOf(outer, reading)) && !beginsAnew(outer, loop, reading),
  );
  if (around.length === 0 && isCalledByEpochs(loop, reading)) return left('the loop around it counts the epochs');
  return around.length === 0
    ? besideEpochs(exact ? countAt(node, reading) : null, reading)
    : left('it counts the steps inside an epoch');
};

const wrappers =
  'tqdm tqdm_notebook trange list iter track progress_bar master_bar progressbar ProgressBar alive_it enumerate zip'.split(
    ' ',
  );
const steps = ['backward', 'train_on_batch', 'partial_fit', 'apply_gradients', 'minimize', 'train_step', 'train_epoch'];

/** The `for` statement that runs over a call, through `tqdm(…)`. */
export function loopOver(call: SyntaxNode, reading: Reading): SyntaxNode | null {
  if (call.field === 'right' && call.parent?.type === 'for_statement') return call.parent;
  const named = loopOverName(call, reading);
  if (named !== null) return named;
  const wrapper = slotOf(call, reading);
  const known = wrapper !== null && wrappers.includes(calledName(wrapper.call, reading));
  return known ? loopOver(wrapper.call, reading) : null;
}

/** `bar = tqdm(range(9))`, `for epoch in bar:` */
function loopOverName({ parent, field }: SyntaxNode, { bindings }: Reading): SyntaxNode | null {
  const left = parent?.type === 'assignment' && field === 'right' ? fieldOf(parent, 'left') : null;
  const binding = left === null ? null : bindings.madeAt(left);
  const uses = binding === null ? [] : bindings.usesOf(binding);
  const over = uses.find((use) => use.field === 'right' && use.parent?.type === 'for_statement');
  return over?.parent ?? null;
}

export function trains(node: SyntaxNode, reading: Module, depth: number): boolean {
  if (descendants(node).some((each) => isStep(each, reading))) return true;
  return callsIn(node).some((call) => {
    if (steps.includes(calledName(call, reading)) || runsGraph(call, reading) || fitsOnce(call, reading)) return true;
    if (handsOptimiser(call, reading)) return true;
    const called = depth === 0 ? null : functionCalled(call, reading);
    return called !== null && trains(called.node, called.module, depth - 1);
  });
}

/** `self.w += self.eta * errors`: a learner that the author wrote himself. */
function isStep(node: SyntaxNode, reading: Module): boolean {
  const left = node.type === 'binary_operator' ? fieldOf(node, 'left') : null;
  return left !== null && steppedBy(left, reading) !== null;
}

/** `w[i] -= rate * gradient[i]`: a loop over the weights, not over the data. */
function stepsThrough(body: SyntaxNode, variable: string, reading: Module): boolean {
  return descendants(body).some((node) => {
    const update = isStep(node, reading) ? ancestor(node, 'augmented_assignment', 'assignment') : null;
    const moved = update === null ? null : fieldOf(update, 'left');
    return (
      moved !== null &&
      descendants(moved).some(
        (part) => part.type === 'identifier' && part.field === 'subscript' && reading.textOf(part) === variable,
      )
    );
  });
}

/** `sess.run(train_op, feed_dict=…)` of TensorFlow 1, or without data where the graph holds it. */
function runsGraph(call: SyntaxNode, reading: Reading): boolean {
  if (calledName(call, reading) !== 'run') return false;
  const [fetched] = argumentsOf(call);
  const steps = fetched !== undefined && /train|optimi[sz]|solver|minimi[sz]/i.test(reading.textOf(fetched));
  return steps || keywordValue(call, 'feed_dict', reading) !== null;
}

/** `fit(x, y, epochs=1)`: the loop around it counts the epochs. */
function fitsOnce(call: SyntaxNode, reading: Reading): boolean {
  const epochs = keywordValue(call, 'epochs', reading) ?? keywordValue(call, 'nb_epoch', reading);
  return calledName(call, reading) === 'fit' && epochs !== null && reading.textOf(epochs) === '1';
}

/** `pass_epoch(net, loss, loader, optimizer)` of a library that we do not know. */
function handsOptimiser(call: SyntaxNode, reading: Module): boolean {
  if (!/train|fit|learn|epoch/i.test(calledName(call, reading)) || functionCalled(call, reading) !== null) return false;
  return argumentsOf(call).some((argument) => {
    const value = argument.type === 'keyword_argument' ? fieldOf(argument, 'value') : argument;
    return value?.type === 'identifier' && /^torch\.optim\.\w+$/.test(reading.names.madeBy(value) ?? '');
  });
}

function countingLoops(inner: SyntaxNode, reading: Reading): readonly SyntaxNode[] {
  const loop = ancestor(inner, 'for_statement');
  if (loop === null) return [];
  return [...(counts(loop, reading) ? [loop] : []), ...countingLoops(loop, reading)];
}

function counts(loop: SyntaxNode, reading: Reading): boolean {
  const over = fieldOf(loop, 'right');
  return over !== null && callsIn(over).some((call) => calledName(call, reading) === 'range');
}

/** Each turn makes an optimiser, and a counting loop within trains with it. */
function repeatsTraining(outer: SyntaxNode, reading: Module): boolean {
  return descendants(outer).some(
    (inner) =>
      inner !== outer &&
      inner.type === 'for_statement' &&
      counts(inner, reading) &&
      beginsAnew(outer, inner, reading) &&
      trains(inner, reading, 2),
  );
}

/** `for epoch in range(9): learner.train(row, epochs=1)` */
function isCalledByEpochs(loop: SyntaxNode, reading: Module): boolean {
  const definition = ancestor(loop, 'function_definition');
  const calls = definition === null ? [] : callsEverywhere(definition, reading);
  return calls.some(({ node, module }) =>
    countingLoops(node, module).some((outer) => /epoch/i.test(variableOf(outer, module))),
  );
}

const learners = /^(torch\.optim\.(?!lr_scheduler)|keras\.(models|optimizers)\.|tensorflow\.train\.\w+Optimizer$)/;

/** `for member in range(10): optimizer = Adam(…)`: each turn trains another. */
function beginsAnew(outer: SyntaxNode, inner: SyntaxNode, { names }: Reading): boolean {
  return callsIn(outer).some((call) => {
    const callee = isInside(call, inner) ? null : fieldOf(call, 'function');
    return callee !== null && learners.test(names.canonical(callee) ?? '');
  });
}

function variableOf(loop: SyntaxNode, { textOf }: Reading): string {
  const left = fieldOf(loop, 'left');
  return left === null ? '' : textOf(left);
}
