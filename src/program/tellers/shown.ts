import { metricNamed } from '../../metrics.ts';
import type { MetricKind } from '../../metrics.ts';
import { argumentsOf } from '../../python/calls.ts';
import { isNotebook } from '../../python/python-text.ts';
import type { Reading } from '../../python/reading.ts';
import { readLiteral } from '../../python/literals.ts';
import { descendants, fieldOf } from '../../python/syntax-tree.ts';
import type { SyntaxNode } from '../../python/syntax-tree.ts';
import type { CallFact } from '../anatomy.ts';
import { wordsOfMetric } from './metric-words.ts';
import { toldByName } from './told.ts';
import type { Told } from './told.ts';

const printers = /^(print|info|write|warning|echo)$/;

/** `print('Test accuracy:', acc)`: a line with a metric's name and a value beside it; written to a file it is one, too. */
export function printed(fact: CallFact): readonly Told[] {
  if (!printers.test(fact.name) || fact.canonical?.startsWith('builtins.') === false) return [];
  const parts = descendants(fact.call);
  const words = parts.filter(({ type }) => type === 'string_content').map((node) => fact.reading.textOf(node));
  const value = parts.some(({ type, start }) => type === 'identifier' && start > (parts[1]?.end ?? 0));
  const kind = value ? (wordsOfMetric(words.join(' ')) ?? shareIn(words.join(' '))) : null;
  return kind === null ? [] : [{ kind, source: isOfFile(fact) ? 'file' : 'printed', fact }];
}

/** `f"{hits} out of {rows} correct"` */
function shareIn(words: string): MetricKind | null {
  return /\b(?:out of|of)\b.*\bcorrect|\bcorrect(?:ly)?\b.*(?:\bof\b|\/)|\/.*\bcorrect/is.test(words)
    ? (metricNamed('accuracy') ?? null)
    : null;
}

/** `file.write(…)`, where the file is not the terminal. */
function isOfFile({ name, call, reading }: CallFact): boolean {
  const callee = fieldOf(call, 'function');
  const object = callee?.type === 'attribute' ? fieldOf(callee, 'object') : null;
  return name === 'write' && object !== null && !/^(sys\.std(out|err)|tqdm|st)$/.test(reading.textOf(object));
}

/** What is read of such files: their names say that they tell results. */
export const results = /metric|score|result|eval|report|history|summary|acc|auc|f1|rmse|mse|mae|r2|loss|error|perf/i;

/** `json.dump({'accuracy': acc}, file)`, `open('accuracy.txt', 'w').write(str(acc))` */
export function written(fact: CallFact): readonly Told[] {
  const { name, canonical, reading, call } = fact;
  const names = canonical === 'json.dump' || canonical === 'yaml.dump' ? keysOf(argumentsOf(call)[0], fact) : [];
  const values = name === 'write' && isOfFile(fact) ? identifiersOf(call, fact) : [];
  const named = [...names, ...values].flatMap((each) => toldByName(fact, each, 'file'));
  return named.length > 0 && results.test(namesOfFiles(reading)) ? named : [];
}

function keysOf(node: SyntaxNode | undefined, { reading }: CallFact): readonly string[] {
  const bound = node?.type === 'identifier' ? (reading.bindings.reaching(node)?.value ?? node) : node;
  return descendants(bound ?? reading.root).flatMap((each) => {
    const key = bound !== undefined && each.type === 'pair' ? fieldOf(each, 'key') : null;
    const literal = key === null ? null : readLiteral(reading.textOf(key));
    return typeof literal?.value === 'string' ? [literal.value] : [];
  });
}

function identifiersOf(call: SyntaxNode, { reading }: CallFact): readonly string[] {
  return argumentsOf(call)
    .flatMap((argument) => descendants(argument))
    .filter(({ type, field }) => type === 'identifier' && field !== 'function')
    .map((node) => reading.textOf(node));
}

/** Every text that may be the name of a file. */
function namesOfFiles({ root, textOf }: CallFact['reading']): string {
  return descendants(root)
    .filter((node) => node.type === 'string_content' && node.end - node.start < 200)
    .map((node) => textOf(node))
    .filter((text) => /\.(json|csv|tsv|txt|log|jsonl|ya?ml)$/i.test(text))
    .join(' ');
}

/** The last expression of a notebook's cell is shown. */
export function lastExpressions({ path, root, positions, textOf }: Reading): readonly SyntaxNode[] {
  if (!isNotebook(path)) return [];
  const statements = root.children.filter(({ named }) => named);
  return statements.flatMap((statement, index) => {
    const next = statements[index + 1];
    const cellOf = (node: SyntaxNode): number | undefined => positions.positionAt(node.start).cell;
    const last = next === undefined || cellOf(next) !== cellOf(statement);
    const [shown] = last && statement.type === 'expression_statement' ? statement.children : [];
    return shown === undefined || textOf(statement).endsWith(';') ? [] : [shown];
  });
}
