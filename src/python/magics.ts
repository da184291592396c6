/**
 * Blanks what only IPython understands, so that the rest reads as Python: magics (`%`, `%%`), shell
 * lines (`!`) and help (`?`). Every character keeps its place: the text is as long as before.
 */
export function withoutMagics(source: string): string {
  const [first = ''] = source.trimStart().split('\n', 1);
  const whole = /^%%(\w+)?/.exec(first);
  if (whole !== null) {
    const start = source.length - source.trimStart().length;
    const body = start + first.length;
    if (!runsPython.test(whole[1] ?? '')) return blank(source);
    return source.slice(0, start) + filler(first) + withoutMagics(source.slice(body));
  }
  if (!/[%!?]/.test(source) && !everywhere.test(source)) return source;
  // A shell line goes on behind a backslash, and so does what is blanked of it.
  let goesOn = false;
  return statements(source)
    .map(({ text, begins }) => {
      if (goesOn) {
        goesOn = /\\\r?\n$/.test(text);
        return blank(text);
      }
      const python = begins ? plain(text) : text;
      goesOn = python !== text && /\\\r?\n$/.test(text) && /^\s*[%!]/.test(text);
      return python;
    })
    .join('');
}

/** Cell magics whose body still is Python of this process. */
const runsPython = /^(time|timeit|capture|prun|wandb|notify|memit|mprun|lprun|snakeviz|heat|scalene|debug|tb)$/;

const blank = (text: string): string => text.replace(/[^\r\n]/g, ' ');

/** An expression of the same length that does nothing; behind it a comment may hold the blanks. */
function filler(text: string): string {
  const end = /\r?$/.exec(text)?.[0] ?? '';
  const length = text.length - end.length;
  return length === 0 ? text : `0${' '.repeat(length - 1)}${end}`;
}

const timed = /^([ \t]*)(%(?:time|timeit|memit|prun|lprun)\b(?:[ \t]+-\w+[ \t]*\d*)*)([ \t]+)(?=\S)/;
const assigned = /^([ \t]*[\w.,[\]'" \t]+?=[ \t]*)([%!].*?)(\r?)$/;

/** One physical line that begins a statement. */
function plain(line: string): string {
  const text = line.replace(/\r?\n$|\r$/, '');
  const end = line.slice(text.length);
  const time = timed.exec(text);
  if (time !== null) {
    const [all, indent = '', magic = '', gap = ''] = time;
    // `%time model.fit(x)` runs its statement: `0;` keeps the length and lets it stand.
    return `${indent}0;${' '.repeat(magic.length + gap.length - 2)}${text.slice(all.length)}${end}`;
  }
  const indent = /^[ \t]*/.exec(text)?.[0] ?? '';
  const rest = text.slice(indent.length);
  if (/^[%!]|^\?/.test(rest) || /^[\w.*%]+\?{1,2}[ \t]*$/.test(rest) || automagic.test(rest))
    return indent + filler(rest) + end;
  const value = assigned.exec(text);
  if (value !== null) return `${value[1] ?? ''}${filler(value[2] ?? '')}${value[3] ?? ''}${end}`;
  return line;
}

/** What IPython takes for a magic without its `%`, where it can be no Python. */
const automagic =
  /^[ \t]*(?:pip3?|conda|mamba|load_ext|matplotlib|pylab|run|ls|ll|cd|mkdir|rmdir|rm|cp|mv|cat|env)[ \t]+(?!(?:in|is|not|and|or|if|for|else)\b)(?:-\w|\.\.|[~/]?\w|["'])/;
const everywhere = new RegExp(automagic, 'm');

interface Line {
  readonly text: string;
  /** Whether a statement begins here, outside of brackets, long strings and continued lines. */
  readonly begins: boolean;
}

const pieces = /'''|"""|\\[^]|#[^\r\n]*|['"()[\]{}\n]/g;

function statements(source: string): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  let depth = 0;
  let quote: string | null = null;
  let begins = true;
  let continued = false;
  const cut = (end: number): void => {
    lines.push({ text: source.slice(start, end), begins });
    start = end;
    begins = depth === 0 && quote === null && !continued;
    continued = false;
  };
  for (const match of skippingMagics(
    source,
    () => begins,
    () => start,
  )) {
    const [piece] = match;
    const end = match.index + piece.length;
    if (quote !== null) {
      if (piece === quote) quote = null;
      else if (piece === '\n' && quote.length === 1) quote = null;
    } else if (/^['"]/.test(piece)) quote = piece;
    else if (/^[([{]$/.test(piece)) depth += 1;
    else if (/^[)\]}]$/.test(piece)) depth = Math.max(0, depth - 1);
    if (piece === '\\\n' || piece === '\\\r') continued = true;
    if (piece.endsWith('\n')) cut(end);
  }
  if (start < source.length) cut(source.length);
  return lines;
}

/** The pieces of Python text; a line of IPython's is passed over, since its quotes and brackets mean nothing. */
function* skippingMagics(source: string, begins: () => boolean, start: () => number): Generator<RegExpExecArray> {
  const scan = new RegExp(pieces);
  for (let match = scan.exec(source); match !== null; match = scan.exec(source)) {
    const line = source.slice(start(), match.index + 1);
    if (begins() && match[0] !== '\n' && (/^[ \t]*[%!]/.test(line) || automagic.test(line))) {
      const end = source.indexOf('\n', match.index);
      if (end < 0) return;
      scan.lastIndex = end;
      continue;
    }
    yield match;
  }
}
