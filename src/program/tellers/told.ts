import { metricNamed } from '../../metrics.ts';
import type { MetricKind } from '../../metrics.ts';
import { readLiteral } from '../../python/literals.ts';
import type { SyntaxNode } from '../../python/syntax-tree.ts';
import type { CallFact } from '../anatomy.ts';
import type { Family, MetricSource } from '../program.ts';

/** A metric that a call tells, and how. */
export interface Told {
  readonly kind: MetricKind;
  readonly source: MetricSource['source'];
  readonly fact: CallFact;
  /** Its own name says that it was measured on training data. */
  readonly ofTraining?: boolean;
  /** It steers the training; what is measured at the end says more. */
  readonly steering?: boolean;
}

/** How one way of telling a metric is recognised. A new way is one function in the list of `metric-source.ts`. */
export type Teller = (fact: CallFact, facts: readonly CallFact[], family: Family) => readonly Told[];

export function told(fact: CallFact, spelling: string | null, source: Told['source'] = 'hook'): readonly Told[] {
  const kind = spelling === null ? undefined : metricNamed(spelling);
  return kind === undefined ? [] : [{ kind, source, fact }];
}

const splits = /^(val|valid|validation|dev|eval|test|train|training)$/;

/** A name under which loggers keep a metric: `val/acc`, `test_f1_epoch`, `valid-loss`. */
export function toldByName(fact: CallFact, name: string, source: Told['source'] = 'hook'): readonly Told[] {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z0-9²^]+/)
    .filter((word) => word !== '');
  const own = words.filter((word) => !splits.test(word) && !/^(epoch|step|multiclass|binary|\d+)$/.test(word));
  const ofTraining = words.some((word) => word.startsWith('train'));
  return told(fact, own.join('_'), source).map((each) => ({ ...each, ofTraining }));
}

export function stringAt(node: SyntaxNode | null | undefined, { reading }: CallFact): string | null {
  const literal = node == null ? null : readLiteral(reading.textOf(node));
  return typeof literal?.value === 'string' ? literal.value : null;
}
