import { argumentsOf } from '../../python/calls.ts';
import type { Reading } from '../../python/reading.ts';
import { fieldOf } from '../../python/syntax-tree.ts';
import type { SyntaxNode } from '../../python/syntax-tree.ts';
import type { Change, Piece } from '../writing.ts';
import type { Block } from './blocks.ts';
import type { Item, Stack } from './stack.ts';

// What only the first layer of a model may say.
const ofTheFirst = ['input_shape', 'input_dim', 'batch_input_shape', 'input_length'];

/** `times` copies of a block behind itself, in the author's style; `null` where a copy would not be a model. */
export function copied(block: Block, times: number, stack: Stack, reading: Reading): Change | null {
  const pieces = block.items.map((item) => pieceOf(item, stack, reading));
  if (pieces.includes(null)) return null;
  const last = block.items.at(-1) ?? block.items[0];
  const at = last.whole.end;
  const once = pieces.flatMap((piece, index) => {
    const item = block.items[index] ?? last;
    return [separator(item, stack, reading), ...(piece ?? [])];
  });
  return { span: { start: at, end: at }, pieces: Array.from({ length: times }, () => once).flat() };
}

/** What stands between two layers in this style: a comma or a line break, and the indentation. */
export function separator(item: Item, { style }: Pick<Stack, 'style'>, { text }: Reading): string {
  const before = /(\r\n|\r|\n)([ \t]*)$/.exec(text.slice(Math.max(0, item.whole.start - 400), item.whole.start));
  const lineBreak = before?.[0] ?? (/^[ \t]*$/.test(text.slice(0, item.whole.start)) ? '\n' : null);
  if (style === 'list') return lineBreak === null ? ', ' : `,${lineBreak}`;
  return lineBreak ?? '; ';
}

/** One layer again: without what only a first layer says, and taking in what it gave out. */
function pieceOf({ layer, whole }: Item, { library }: Stack, reading: Reading): readonly Piece[] | null {
  const named = argumentsOf(layer).filter((argument) => keywordOf(argument, reading) === 'name');
  if (named.length > 0) return null;
  if (library === 'torch') return taken(layer, whole, reading);
  const first = argumentsOf(layer).find((argument) => ofTheFirst.includes(keywordOf(argument, reading) ?? ''));
  if (first === undefined) return [{ copy: whole }];
  const list = fieldOf(layer, 'arguments')?.children ?? [];
  const index = list.indexOf(first);
  // With the comma before it, or behind it where it is the first argument.
  const [from, to] =
    index > 1 ? [list[index - 1]?.start, first.end] : [first.start, list[index + 2]?.start ?? first.end];
  return from === undefined
    ? null
    : [{ copy: { start: whole.start, end: from } }, { copy: { start: to, end: whole.end } }];
}

/** `nn.Linear(784, 128)` again is `nn.Linear(128, 128)`. */
function taken(layer: SyntaxNode, whole: Item['whole'], reading: Reading): readonly Piece[] | null {
  const name = reading
    .textOf(fieldOf(layer, 'function') ?? layer)
    .split('.')
    .at(-1);
  if (name !== 'Linear') return [{ copy: whole }];
  const [input, output] = argumentsOf(layer);
  const sizes = [valueOf(input, 'in_features', reading), valueOf(output, 'out_features', reading)] as const;
  if (sizes[0] === null || sizes[1] === null) return null;
  return [
    { copy: { start: whole.start, end: sizes[0].start } },
    { copy: { start: sizes[1].start, end: sizes[1].end } },
    { copy: { start: sizes[0].end, end: whole.end } },
  ];
}

function valueOf(argument: SyntaxNode | undefined, keyword: string, reading: Reading): SyntaxNode | null {
  if (argument === undefined) return null;
  const given = keywordOf(argument, reading);
  return given === null ? argument : given === keyword ? fieldOf(argument, 'value') : null;
}

function keywordOf(argument: SyntaxNode, { textOf }: Reading): string | null {
  const name = argument.type === 'keyword_argument' ? fieldOf(argument, 'name') : null;
  return name === null ? null : textOf(name);
}

/** The author's text without a block: its statements with their lines, or its elements with their commas. */
export function removed(block: Block, { style, items }: Stack, { text }: Reading): readonly Change[] {
  return block.items.map(({ whole }) => {
    if (style !== 'list') {
      const before = /(?:\r\n|\r|\n)[ \t]*$/.exec(text.slice(0, whole.start))?.[0] ?? '';
      return { span: { start: whole.start - before.length, end: whole.end }, pieces: [] };
    }
    const next = items.find((item) => item.whole.start >= whole.end);
    return { span: { start: whole.start, end: next?.whole.start ?? whole.end }, pieces: [] };
  });
}
