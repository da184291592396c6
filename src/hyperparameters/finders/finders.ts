import { argumentParser } from './argument-parser.ts';
import { assignment } from './assignment.ts';
import { attribute } from './attribute.ts';
import { classAttribute } from './class-attribute.ts';
import { absl, click } from './command-line.ts';
import { defaultValue } from './default.ts';
import { dictionary } from './dictionary.ts';
import { element } from './element.ts';
import { expression } from './expression.ts';
import type { Finder } from './finder.ts';
import { keyword } from './keyword.ts';
import { positional } from './positional.ts';
import { returned } from './returned.ts';
import { statement } from './statement.ts';

/** Every idiom, the narrower before the wider: the first that knows an expression follows it. */
export const finders: readonly Finder[] = [
  argumentParser,
  absl,
  click,
  classAttribute,
  statement,
  dictionary,
  keyword,
  positional,
  assignment,
  attribute,
  defaultValue,
  element,
  returned,
  expression,
];
