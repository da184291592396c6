import { decodeCells } from './notebook-format.ts';
import type { Cell } from './notebook-format.ts';
import { orderedEdits } from './edits.ts';
import type { Edits } from './edits.ts';
import { withoutMagics } from './magics.ts';
import { positionsOf } from './positions.ts';
import type { Positions } from './positions.ts';
import type { Position, Span } from './source.ts';

/** The code of a notebook as one Python text, cell behind cell, and the way back into its JSON. */
export interface Notebook {
  readonly text: string;
  /** Lines and columns inside the cell; `cell` counts all cells from 0. */
  readonly positions: Positions;
  /** Edits of the text as edits of the JSON: only the source of the edited cells changes. */
  inFile(edits: Edits): Edits;
}

interface Stretch extends Span {
  readonly cell: Cell;
  readonly positions: Positions;
}

/** What the JSON of a notebook holds; a sentence where it holds no notebook of Python. */
export function readNotebook(json: string): Notebook | string {
  const cells = decodeCells(json);
  if (typeof cells === 'string') return cells;
  const stretches: Stretch[] = [];
  let text = '';
  for (const cell of cells) {
    // IPython takes the indentation of a cell's first line away; `if 1:` lets it stand.
    text += /^[ \t]+[^\s#]/.test(cell.source.text) ? 'if 1:\n' : '';
    const start = text.length;
    text += withoutMagics(cell.source.text);
    stretches.push({ start, end: text.length, cell, positions: positionsOf(cell.source.text) });
    text += '\n';
  }
  return { text, positions: positionsIn(stretches), inFile: (edits) => inFile(edits, stretches) };
}

function inFile(edits: Edits, stretches: readonly Stretch[]): Edits {
  return orderedEdits(
    edits.map(({ span, text }) => {
      const home = stretchAt(span.start, stretches);
      if (home === undefined || span.start < home.start || span.end > home.end)
        throw new RangeError(`An edit at ${span.start} leaves its cell.`);
      return home.cell.source.replacing({ start: span.start - home.start, end: span.end - home.start }, text);
    }),
  );
}

function stretchAt(offset: number, stretches: readonly Stretch[]): Stretch | undefined {
  return stretches[
    Math.max(
      0,
      stretches.findLastIndex(({ start }) => start <= offset),
    )
  ];
}

function positionsIn(stretches: readonly Stretch[]): Positions {
  const positionAt = (offset: number): Position => {
    const home = stretchAt(offset, stretches);
    if (home === undefined) return { line: 1, column: 0 };
    const inside = Math.min(Math.max(0, offset - home.start), home.end - home.start);
    return { ...home.positions.positionAt(inside), cell: home.cell.index };
  };
  return {
    lines: stretches.reduce((sum, { positions }) => sum + positions.lines, 0),
    positionAt,
    rangeOf: ({ start, end }) => ({ start: positionAt(start), end: positionAt(end) }),
    offsetAt: ({ cell, ...position }) => {
      const home = stretches.find((stretch) => stretch.cell.index === cell) ?? stretches[0];
      return home === undefined ? 0 : home.start + home.positions.offsetAt(position);
    },
    lineAt: (offset) => {
      const home = stretchAt(offset, stretches);
      return home === undefined ? '' : home.positions.lineAt(Math.max(0, offset - home.start));
    },
  };
}
