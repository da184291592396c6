import { fieldOf, namedChildren } from '../python/syntax-tree.ts';
import type { SyntaxNode } from '../python/syntax-tree.ts';
import type { Module } from '../python/links.ts';
import type { Origins } from './origins.ts';

const makers =
  /^pandas\.(DataFrame|Series|read_\w+|concat|merge|get_dummies|pivot_table|crosstab|melt|to_datetime|to_numeric)$/;
// Methods of data frames and columns that give another one; all others may give anything.
const giving =
  /^(copy|drop|dropna|fillna|ffill|bfill|reset_index|set_index|sort_values|sort_index|head|tail|sample|assign|rename|replace|astype|merge|join|groupby|apply|map|applymap|query|isnull|isna|notnull|notna|drop_duplicates|get_group|pivot|pivot_table|transpose|append|mean|sum|median|filter|select_dtypes|reindex|melt|stack|unstack|shift|rolling|resample|round|abs|clip|where|mask|interpolate|value_counts|describe|corr|cumsum|diff|explode|to_frame|agg|transform)$/;
const leaving = /^(values|columns|index|shape|size|dtypes?|str|cat|plot|empty|ndim|name|array)$/;
const deepest = 12;

/** Whether an expression is a data frame or a column, as far as the code tells: `df`, `df['a']`, `df.drop('b').a`. */
export function isFrame(node: SyntaxNode, reading: Module, origins: Origins, depth = 0): boolean {
  const within = (inner: SyntaxNode | null | undefined): boolean =>
    inner != null && depth < deepest && isFrame(inner, reading, origins, depth + 1);
  switch (node.type) {
    case 'identifier': {
      const made = origins.makersOf(node, reading);
      return made.length > 0
        ? made.some((maker) => makers.test(maker))
        : within(reading.bindings.reaching(node)?.value);
    }
    case 'subscript':
      return within(fieldOf(node, 'value'));
    case 'attribute':
      return !leaving.test(lastOf(node, reading)) && within(fieldOf(node, 'object'));
    case 'call': {
      const callee = fieldOf(node, 'function');
      const canonical = callee === null ? null : reading.names.canonical(callee);
      if (canonical !== null) return makers.test(canonical);
      return callee?.type === 'attribute' && giving.test(lastOf(callee, reading)) && within(fieldOf(callee, 'object'));
    }
    case 'parenthesized_expression':
    case 'comparison_operator':
    case 'binary_operator':
    case 'unary_operator':
      return within(namedChildren(node)[0]);
    default:
      return false;
  }
}

/** `week` of `df['when'].dt.week`. */
export function lastOf(attribute: SyntaxNode, { textOf }: Module): string {
  const name = fieldOf(attribute, 'attribute');
  return name === null ? '' : textOf(name);
}
