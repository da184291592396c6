import { cut } from './terminal-safe.ts';

/** The widest line of our own text. */
export const widest = 100;

/** Rows as aligned columns, at most `widest` wide: the last column gives way. */
export function columns(rows: readonly (readonly string[])[], indent = '  '): string[] {
  const widths: number[] = [];
  for (const row of rows) row.forEach((text, i) => (widths[i] = Math.max(widths[i] ?? 0, length(text))));
  return rows.map((row) => {
    const cells = row.map((text, i) => (i === row.length - 1 ? text : pad(text, widths[i] ?? 0)));
    return cut((indent + cells.join('  ')).trimEnd(), widest);
  });
}

/** `label  text`, the text folded under itself. */
export function labelled(rows: readonly (readonly [string, string | readonly string[]])[], indent = '  '): string[] {
  const wide = Math.max(0, ...rows.map(([label]) => length(label)));
  return rows.flatMap(([label, text]) =>
    (typeof text === 'string' ? fold(text, widest - indent.length - wide - 2) : text).map((line, i) =>
      cut(`${indent}${pad(i === 0 ? label : '', wide)}  ${line}`.trimEnd(), widest),
    ),
  );
}

/** Words in lines of at most `most`; a longer word, such as a path, stays whole. */
export function fold(text: string, most = widest): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && length(last) + 1 + length(word) <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function pad(text: string, wide: number): string {
  return text + ' '.repeat(Math.max(0, wide - length(text)));
}

function length(text: string): number {
  return Array.from(text).length;
}
