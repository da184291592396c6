import type { Edit } from '../python/edits.ts';
import type { Span } from '../python/source.ts';

/** An edit of code; `once`: several that write the same are one. */
interface CodeEdit extends Edit {
  readonly once: boolean;
}

/** The code that several hyper-parameters write, as edits that keep apart, and can be taken back. */
export function joined(edits: readonly CodeEdit[]): readonly Edit[] {
  return runsJoined(sameSpotJoined(edits));
}

/**
 * Code that two hyper-parameters add at the same spot stands there in their order, and before the code that a third one
 * removes or replaces from there on.
 */
function sameSpotJoined(edits: readonly CodeEdit[]): readonly Edit[] {
  const joined = new Map<number, { span: Span; added: string[]; replaced: string[] }>();
  for (const { span, text, once } of edits) {
    const spot = joined.get(span.start) ?? { span, added: [], replaced: [] };
    const texts = span.end === span.start ? spot.added : spot.replaced;
    if (!once || !texts.includes(text)) texts.push(text);
    joined.set(span.start, { ...spot, span: span.end > spot.span.end ? span : spot.span });
  }
  return [...joined.values()].map(({ span, added, replaced }) => ({ span, text: [...added, ...replaced].join('') }));
}

/** What is removed side by side is removed as one: taken back, it could not stand at the same spot twice. */
function runsJoined(edits: readonly Edit[]): readonly Edit[] {
  const joined: Edit[] = [];
  for (const edit of edits.toSorted((one, other) => one.span.start - other.span.start)) {
    const last = joined.at(-1);
    const runs = last?.text === '' && edit.text === '' && last.span.end === edit.span.start;
    if (runs) joined.splice(-1, 1, { span: { start: last.span.start, end: edit.span.end }, text: '' });
    else joined.push(edit);
  }
  return joined;
}
