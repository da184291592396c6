import { argumentsOf, keywordValue } from '../../python/calls.ts';
import { descendants, fieldOf, namedChildren } from '../../python/syntax-tree.ts';
import type { SyntaxNode } from '../../python/syntax-tree.ts';
import type { CallFact } from '../anatomy.ts';
import { stringAt, told, toldByName } from './told.ts';
import type { Told } from './told.ts';

/** Lightning: `self.log('val_acc', …)`, `self.log_dict({'test/f1': …})`. */
export function lightningLog(fact: CallFact): readonly Told[] {
  const { call, name, reading } = fact;
  const callee = fieldOf(call, 'function');
  const object = callee?.type === 'attribute' ? fieldOf(callee, 'object') : null;
  if (object === null || reading.textOf(object) !== 'self' || !/^(log|log_dict)$/.test(name)) return [];
  const first = keywordValue(call, name === 'log' ? 'name' : 'dictionary', reading) ?? argumentsOf(call)[0];
  if (first === undefined) return [];
  return namesIn(first, fact).flatMap((each) => toldByName(fact, each));
}

/** The names that a logged string or dictionary holds; of an f-string what is written in it. */
function namesIn(node: SyntaxNode, fact: CallFact): readonly string[] {
  const { reading } = fact;
  if (node.type === 'identifier') {
    const value = reading.bindings.reaching(node)?.value ?? null;
    return value === null || value.type === 'identifier' ? [] : namesIn(value, fact);
  }
  if (node.type === 'dictionary')
    return namedChildren(node).flatMap((pair) => {
      const key = pair.type === 'pair' ? fieldOf(pair, 'key') : null;
      return key === null ? [] : namesIn(key, fact);
    });
  if (node.type !== 'string') return [];
  const parts = descendants(node).filter(({ type }) => type === 'string_content');
  return [parts.map((part) => reading.textOf(part)).join('_')];
}

/** Hugging Face's Trainer: what `compute_metrics` gives back, else the loss on the data that it evaluates. */
export function huggingFaceTrainer(fact: CallFact, facts: readonly CallFact[]): readonly Told[] {
  const { call, canonical, reading } = fact;
  if (canonical === null || !/^(transformers|trl|sentence_transformers|setfit)\.(\w+\.)*\w*Trainer$/.test(canonical))
    return [];
  const given = keywordValue(call, 'compute_metrics', reading);
  const computed = given === null ? [] : computedBy(given, fact, facts);
  if (computed.length > 0) return computed;
  return keywordValue(call, 'eval_dataset', reading) === null ? [] : told(fact, 'loss');
}

function computedBy(given: SyntaxNode, fact: CallFact, facts: readonly CallFact[]): readonly Told[] {
  const { reading } = fact;
  const definition = given.type === 'identifier' ? reading.names.definitionOf(given) : given;
  const around = definition ?? reading.root;
  const keys = descendants(around).flatMap((node) => (node.type === 'dictionary' ? namesIn(node, fact) : []));
  const named = keys.flatMap((key) => toldByName(fact, key));
  const functions = facts
    .filter(({ call, canonical }) => canonical?.startsWith('sklearn.metrics.') === true && within(call, around))
    .flatMap(({ name }) => told(fact, name));
  return [...named, ...functions, ...facts.flatMap((each) => loadedMetric(each).flatMap((one) => told(fact, one)))];
}

function within(inner: SyntaxNode, outer: SyntaxNode): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** A metric of the library `evaluate` whose result is printed: `metric.compute()`. */
export function evaluateLibrary(fact: CallFact, facts: readonly CallFact[]): readonly Told[] {
  if (!fact.isMethod || fact.name !== 'compute') return [];
  const prints = facts.some(({ name, canonical }) => name === 'print' && canonical === 'builtins.print');
  return prints ? facts.flatMap((each) => loadedMetric(each).flatMap((name) => told(fact, name, 'printed'))) : [];
}

/** Benchmarks that bring a metric of their own. */
const benchmarks: Readonly<Record<string, string>> = {
  glue: 'accuracy',
  super_glue: 'accuracy',
  seqeval: 'f1',
  squad: 'f1',
};

/** `evaluate.load('accuracy')`, `datasets.load_metric('glue', 'mrpc')` */
function loadedMetric(fact: CallFact): readonly string[] {
  if (fact.canonical !== 'evaluate.load' && fact.canonical !== 'datasets.load_metric') return [];
  const name = stringAt(argumentsOf(fact.call)[0], fact);
  return name === null ? [] : [benchmarks[name] ?? name];
}
