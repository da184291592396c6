import { argumentsOf, keywordValue } from '../../python/calls.ts';
import { readLiteral } from '../../python/literals.ts';
import type { Reading } from '../../python/reading.ts';
import { descendants, fieldOf, namedChildren } from '../../python/syntax-tree.ts';
import type { SyntaxNode } from '../../python/syntax-tree.ts';
import type { CallFact } from '../anatomy.ts';
import { told } from './told.ts';
import type { Told } from './told.ts';

/** `xgb.train(params, d, evals=[…])`, `model.fit(X, y, eval_set=[…])`: each round is measured, by the metric asked for. */
export function boostingRounds(fact: CallFact): readonly Told[] {
  const library = boosters.find((each) => each === fact.library || fact.makers.some((m) => m.split('.')[0] === each));
  if (library === undefined || !watches(fact)) return [];
  const asked = ['eval_metric', 'metric', 'metrics']
    .map((key) => valueOf(key, fact.reading))
    .find((each) => each !== null);
  const objective = ['objective', 'loss_function']
    .map((key) => valueOf(key, fact.reading))
    .find((each) => each !== null);
  const byDefault = defaults.find(([pattern]) => pattern.test(objective ?? ''))?.[1] ?? null;
  const maker = fact.makers[0] ?? '';
  const own = byDefault ?? (maker.endsWith('Classifier') ? 'log_loss' : maker.endsWith('Regressor') ? 'rmse' : null);
  return told(fact, asked == null ? own : inOurWords(asked)).map((each) => ({ ...each, steering: true }));
}

const boosters = ['xgboost', 'lightgbm', 'catboost'];

function watches({ call, name, reading, canonical }: CallFact): boolean {
  const given = ['evals', 'valid_sets', 'eval_set', 'validation_data'].some((key) => keywordValue(call, key, reading));
  if (given) return true;
  if (canonical === null) return name === 'fit' && /\beval_set\b/.test(reading.textOf(call));
  if (name === 'cv') return true;
  // `xgb.train(params, dtrain, rounds, watchlist)`
  const positional = argumentsOf(call).filter(({ type }) => type !== 'keyword_argument');
  return name === 'train' && positional.length > 3;
}

/** What the libraries take where nothing is asked for. */
const defaults: readonly (readonly [RegExp, string])[] = [
  [/^(binary|multi|Logloss|MultiClass|cross_entropy)/, 'log_loss'],
  [/^(reg:|regression|RMSE|mse|l2)/, 'rmse'],
  [/^(mae|l1|regression_l1|MAE|reg:absoluteerror)/, 'mae'],
];

const words: Readonly<Record<string, string>> = {
  l1: 'mae',
  l2: 'mse',
  mlogloss: 'log_loss',
  binary_logloss: 'log_loss',
  multi_logloss: 'log_loss',
  multiclass: 'log_loss',
  binary_error: 'error',
  multi_error: 'error',
  aucpr: 'average_precision',
  totalf1: 'f1',
};

function inOurWords(metric: string): string {
  const name = metric.toLowerCase().split(':')[0] ?? '';
  return words[name] ?? name;
}

/** The first text that a file gives to a key, be it a keyword, a dictionary's or an item's. */
function valueOf(key: string, { root, textOf }: Reading): string | null {
  for (const node of descendants(root)) {
    const named = nameOf(node, textOf);
    if (named !== key) continue;
    const value = node.type === 'assignment' ? fieldOf(node, 'right') : fieldOf(node, 'value');
    const first = value?.type === 'list' ? namedChildren(value)[0] : value;
    const literal = first == null ? null : readLiteral(textOf(first));
    if (typeof literal?.value === 'string') return literal.value;
  }
  return null;
}

function nameOf(node: SyntaxNode, textOf: Reading['textOf']): string | null {
  if (node.type === 'keyword_argument') return textOf(fieldOf(node, 'name') ?? node);
  const left = node.type === 'assignment' ? fieldOf(node, 'left') : null;
  const key =
    node.type === 'pair' ? fieldOf(node, 'key') : left?.type === 'subscript' ? fieldOf(left, 'subscript') : null;
  const literal = key === null ? null : readLiteral(textOf(key));
  return typeof literal?.value === 'string' ? literal.value : null;
}
