/** One file of the snapshot. `path` is relative to the snapshot's root, with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** A stretch of a text in UTF-16 units, end exclusive: what JavaScript strings and tree-sitter count. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A place as people and Python see it: line from 1, column from 0 in Unicode code points. */
export interface Position {
  readonly line: number;
  readonly column: number;
  /** In a notebook the cell, from 0 over all cells; line and column are then inside it. */
  readonly cell?: number;
}

/** A stretch of a text as people and Python see it, end exclusive. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}
