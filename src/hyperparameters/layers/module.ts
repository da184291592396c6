import { argumentsOf, callsIn } from '../../python/calls.ts';
import type { Reading } from '../../python/reading.ts';
import { ancestor, descendants, fieldOf, isInside } from '../../python/syntax-tree.ts';
import type { SyntaxNode } from '../../python/syntax-tree.ts';
import { chainOf } from '../guards/torch-chain.ts';
import type { Chain } from '../guards/torch-chain.ts';
import type { Hyperparameter } from '../hyperparameter.ts';
import type { Change } from '../writing.ts';
import { architecture } from './architecture.ts';
import { separator } from './copies.ts';

/**
 * A PyTorch module with one hidden layer more: `self.fc1 = nn.Linear(784, 128)` is followed by a
 * `self.fc1_2` of 128 to 128, and the statement of `forward` that applies it by one that applies the other.
 */
export function moduleDepths(reading: Reading): readonly Hyperparameter[] {
  const models = descendants(reading.root).filter(({ type }) => type === 'class_definition');
  return models.flatMap((model) => {
    const [first] = callsIn(model).filter((call) => isLinear(call, reading));
    const chain = first === undefined ? null : chainOf(first, reading);
    if (chain?.forward == null) return [];
    const hidden = hiddenLinears(chain, reading);
    const last = hidden.at(-1);
    const changes = last === undefined ? null : onceMore(last, model, chain.forward, reading);
    if (last === undefined || changes === null) return [];
    const edit = {
      name: 'hidden_layers',
      knob: 'layers',
      anchor: last,
      at: ancestor(last, 'expression_statement') ?? last,
      value: hidden.length,
      axis: { kind: 'integer', low: hidden.length, high: hidden.length + 1, scale: 'linear' },
      writing: { kind: 'variants', variants: [{ value: hidden.length + 1, changes }] },
    } as const;
    return [architecture(edit, reading)];
  });
}

function hiddenLinears({ layers }: Chain, reading: Reading): readonly SyntaxNode[] {
  const weights = layers.filter(({ kind }) => kind === 'weights').map(({ call }) => call);
  return weights.slice(0, -1).filter((call) => isLinear(call, reading));
}

function isLinear(call: SyntaxNode, { names }: Reading): boolean {
  const callee = fieldOf(call, 'function');
  return callee !== null && /^torch\..*\bLinear$/.test(names.canonical(callee) ?? '');
}

function onceMore(
  layer: SyntaxNode,
  model: SyntaxNode,
  forward: SyntaxNode,
  reading: Reading,
): readonly Change[] | null {
  const made = layer.parent?.type === 'assignment' ? layer.parent : null;
  const kept = made === null ? null : fieldOf(made, 'left');
  const [input, output, ...others] = argumentsOf(layer);
  const plain = input?.type !== 'keyword_argument' && output?.type !== 'keyword_argument' && others.length === 0;
  if (made === null || kept?.type !== 'attribute' || input === undefined || output === undefined || !plain) return null;
  const name = reading.textOf(kept);
  if (reading.textOf(model).includes(`${name}_2`)) return null;
  const applied = applicationOf(name, forward, reading);
  if (applied === null) return null;
  const { statement, callee } = applied;
  return [
    {
      span: { start: made.end, end: made.end },
      pieces: [
        lead(made, reading),
        { copy: { start: made.start, end: kept.end } },
        '_2',
        { copy: { start: kept.end, end: input.start } },
        { copy: output },
        { copy: { start: input.end, end: made.end } },
      ],
    },
    {
      span: { start: statement.end, end: statement.end },
      pieces: [
        lead(statement, reading),
        { copy: { start: statement.start, end: callee.end } },
        '_2',
        { copy: { start: callee.end, end: statement.end } },
      ],
    },
  ];
}

/** `x = F.relu(self.fc1(x))`: the one statement that applies the layer, and no other, to the name it gives to. */
function applicationOf(
  name: string,
  forward: SyntaxNode,
  reading: Reading,
): { statement: SyntaxNode; callee: SyntaxNode } | null {
  const statements = descendants(forward).filter(
    (node) => node.type === 'assignment' && callsIn(node).some((call) => calls(call, name, reading)),
  );
  const [statement, ...others] = statements;
  if (statement === undefined || others.length > 0) return null;
  const own = callsIn(statement).filter((call) =>
    reading.textOf(fieldOf(call, 'function') ?? call).startsWith('self.'),
  );
  const call = own.find((each) => calls(each, name, reading));
  const [given] = call === undefined ? [] : argumentsOf(call);
  const target = fieldOf(statement, 'left');
  const callee = call === undefined ? null : fieldOf(call, 'function');
  const alone = own.every((each) => each === call || isActivation(each, reading));
  if (given === undefined || target === null || callee === null || !alone) return null;
  return reading.textOf(given) === reading.textOf(target) && isInside(given, statement) ? { statement, callee } : null;
}

function calls(call: SyntaxNode, name: string, { textOf }: Reading): boolean {
  const callee = fieldOf(call, 'function');
  return callee !== null && textOf(callee) === name;
}

function isActivation(call: SyntaxNode, { textOf }: Reading): boolean {
  return /^self\.(relu|act|activation|dropout|drop|tanh|sigmoid|leaky_relu)\w*$/.test(
    textOf(fieldOf(call, 'function') ?? call),
  );
}

function lead(statement: SyntaxNode, reading: Reading): string {
  const { start, end } = statement;
  return separator({ layer: statement, name: '', whole: { start, end } }, { style: 'add' }, reading);
}
