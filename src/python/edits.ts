import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import type { Span } from './source.ts';

/** Replaces a stretch of a text; an insertion has an empty span. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** Edits of one text in ascending order that do not overlap: always made by `orderedEdits`. */
export type Edits = readonly Edit[];

/** Puts edits in order; two that touch the same text are an error, because their order would matter. */
export function orderedEdits(edits: readonly Edit[]): Edits {
  const ordered = edits.toSorted((one, other) => one.span.start - other.span.start || one.span.end - other.span.end);
  ordered.forEach(({ span }, index) => {
    const before = ordered[index - 1];
    if (span.end < span.start) throw new RangeError(`An edit ends at ${span.end}, before its start ${span.start}.`);
    if (before === undefined) return;
    const sameInsertion = before.span.start === span.start;
    if (before.span.end > span.start || sameInsertion)
      throw new RangeError(`Two edits overlap at ${span.start}: ‘${before.text}’ and ‘${span.start}’.`);
  });
  return ordered;
}

export function applyEdits(text: string, edits: Edits): string {
  const pieces: string[] = [];
  let done = 0;
  for (const { span, text: replacement } of edits) {
    if (span.end > text.length) throw new RangeError(`An edit ends at ${span.end}, after the text's ${text.length}.`);
    pieces.push(text.slice(done, span.start), replacement);
    done = span.end;
  }
  return pieces.join('') + text.slice(done);
}

/** The edits that lead from the edited text back to `text`. */
export function invertEdits(text: string, edits: Edits): Edits {
  let shift = 0;
  return edits.map(({ span, text: replacement }) => {
    const start = span.start + shift;
    shift += replacement.length - (span.end - span.start);
    return { span: { start, end: start + replacement.length }, text: text.slice(span.start, span.end) };
  });
}

/**
 * Where a stretch of the old text is in the edited one. It may contain edits or be one exactly; a
 * stretch that begins or ends inside an edit has no place any more, which is an error.
 */
export function mapSpan(span: Span, edits: Edits): Span {
  let startShift = 0;
  let endShift = 0;
  for (const { span: edited, text } of edits) {
    const growth = text.length - (edited.end - edited.start);
    const whole = edited.start === span.start && edited.end === span.end;
    if (!whole && edited.start >= span.end) continue;
    if (!whole && edited.end <= span.start) startShift += growth;
    else if (edited.start < span.start || edited.end > span.end)
      throw new RangeError(`An edit at ${edited.start} cuts the span at ${span.start}.`);
    endShift += growth;
  }
  return { start: span.start + startShift, end: span.end + endShift };
}

/** A unified diff as git writes it; empty when nothing changed. */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return '';
  return createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
}
