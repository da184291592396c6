import { argumentsOf, calledName, callsIn, keywordValue } from '../python/calls.ts';
import { readLiteral } from '../python/literals.ts';
import type { Reading } from '../python/reading.ts';
import { ancestor, fieldOf, namedChildren } from '../python/syntax-tree.ts';
import type { SyntaxNode } from '../python/syntax-tree.ts';
import { neverRuns } from './dead-code.ts';
import { identityOf } from './identity.ts';
import { dimensionOf, evidenceAt, found } from './judgement.ts';
import type { Judgement } from './judgement.ts';
import { knobs } from './knobs.ts';
import type { Searched } from './searched.ts';
import { valueHole } from './writing.ts';
import type { Change, Piece } from './writing.ts';

/** Keras' words for its optimisers, the class of each, and the learning rate that it takes by itself. */
const optimisers: Readonly<Record<string, { readonly made: string; readonly rate: string }>> = {
  adam: { made: 'Adam', rate: '0.001' },
  rmsprop: { made: 'RMSprop', rate: '0.001' },
  sgd: { made: 'SGD', rate: '0.01' },
  nadam: { made: 'Nadam', rate: '0.001' },
  adadelta: { made: 'Adadelta', rate: '0.001' },
  adagrad: { made: 'Adagrad', rate: '0.001' },
  adamax: { made: 'Adamax', rate: '0.001' },
  adamw: { made: 'AdamW', rate: '0.001' },
};

/** `compile(optimizer='adam')`: its learning rate can be written only where the word becomes an object. */
export function stringOptimisers(searched: Searched): readonly Judgement[] {
  const { reading } = searched;
  return callsIn(reading.root).flatMap((call) => {
    if (calledName(call, reading) !== 'compile' || neverRuns(call, reading)) return [];
    const [first] = argumentsOf(call);
    const given = keywordValue(call, 'optimizer', reading) ?? (first?.type === 'string' ? first : null);
    const word = given?.type === 'string' ? String(readLiteral(reading.textOf(given))?.value ?? '') : '';
    const known = optimisers[word.toLowerCase()];
    const source = moduleOf(reading);
    return given === null || known === undefined || source === null
      ? []
      : written(call, given, known.rate, source, reading);
  });
}

function written(
  call: SyntaxNode,
  given: SyntaxNode,
  like: string,
  source: Source,
  reading: Reading,
): readonly Judgement[] {
  const literal = readLiteral(like);
  const axis = literal === null ? null : knobs['learning-rate'].range(literal);
  const id = identityOf(call, 'learning_rate', reading);
  const dimension = literal === null || axis === null ? null : dimensionOf(id, axis, literal);
  if (literal === null || dimension === null) return [];
  const words = Object.fromEntries(Object.entries(optimisers).map(([word, { made }]) => [word, made]));
  const own = readLiteral(reading.textOf(given))?.value ?? '';
  const made: Piece = { of: identityOf(call, 'optimizer', reading), own, words };
  const span = { start: given.start, end: given.end };
  const object = { span, pieces: [source.prefix, made, '(learning_rate=', valueHole, ')'] };
  const fit = fitOf(call, reading);
  const place = reading.positions.rangeOf(span);
  return [
    found({
      id,
      path: reading.path,
      name: 'learning_rate',
      knob: 'learning-rate',
      form: 'insertion',
      text: '',
      value: literal.value,
      span,
      place,
      dimension,
      writing: { kind: 'template', like, changes: [object, ...source.imported(made)] },
      importance: knobs['learning-rate'].importance,
      evidence: evidenceAt(given.start, reading),
      taken: null,
      arrival:
        // Where the training call is elsewhere: that the code in the word's place ran.
        fit === null
          ? { call: span, place, attribute: '=' }
          : {
              call: { start: fit.start, end: fit.end },
              place: reading.positions.rangeOf(fit),
              // What `fit` gives back knows its model.
              attribute: 'model.optimizer.learning_rate',
            },
    }),
  ];
}

/** How the script can name an optimiser's class. */
interface Source {
  readonly prefix: string;
  readonly imported: (made: Piece) => readonly Change[];
}

/** By a name that holds the module, or by an import behind the last one of Keras. */
function moduleOf({ names, root, textOf }: Reading): Source | null {
  const none = (): readonly Change[] => [];
  for (const { module, name, statement } of names.imports) {
    if (statement.parent !== root) continue;
    const local = localName(statement, name ?? module, textOf);
    if (name === null && module === 'keras') return { prefix: `${local}.optimizers.`, imported: none };
    if (name === null && module === 'tensorflow') return { prefix: `${local}.keras.optimizers.`, imported: none };
    if (name === 'keras' && module === 'tensorflow') return { prefix: `${local}.optimizers.`, imported: none };
  }
  const last = names.imports.findLast(
    ({ module, statement }) => /^(tensorflow\.)?keras\./.test(module) && statement.parent === root,
  );
  if (last === undefined) return null;
  const package_ = /^(?:tensorflow\.)?keras/.exec(last.module)?.[0] ?? 'keras';
  const { end } = last.statement;
  return {
    prefix: '',
    imported: (made) => [{ span: { start: end, end }, pieces: [`\nfrom ${package_}.optimizers import `, made] }],
  };
}

function localName(statement: SyntaxNode, asked: string, textOf: Reading['textOf']): string {
  const alias = statement.children.find(
    (node) => node.type === 'aliased_import' && textOf(fieldOf(node, 'name') ?? node) === asked,
  );
  const named = alias === undefined ? null : fieldOf(alias, 'alias');
  return named === null ? asked : textOf(named);
}

/** The first training call of the same model in the same function. */
function fitOf(compile: SyntaxNode, reading: Reading): SyntaxNode | null {
  const receiver = receiverOf(compile, reading);
  const around = ancestor(compile, 'function_definition');
  return (
    callsIn(around ?? reading.root).find(
      (call) =>
        /^(fit|fit_generator)$/.test(calledName(call, reading)) &&
        call.start > compile.end &&
        receiverOf(call, reading) === receiver,
    ) ?? null
  );
}

function receiverOf(call: SyntaxNode, { textOf }: Reading): string {
  const callee = fieldOf(call, 'function');
  const object = callee?.type === 'attribute' ? (fieldOf(callee, 'object') ?? namedChildren(callee)[0]) : null;
  return object == null ? '' : textOf(object);
}
