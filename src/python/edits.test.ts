import { applyEdits, invertEdits, mapSpan, orderedEdits, unifiedDiff } from './edits.ts';
import type { Edit } from './edits.ts';

/** A small seeded generator (mulberry32), so that a failing case can be run again. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const letters = ['a', '7', '\n', '\r\n', 'é', '😀', '\t', ' = ', '0.001'];

function randomCase(seed: number): { text: string; edits: Edit[] } {
  const below = seeded(seed);
  const word = (most: number): string => Array.from({ length: below(most) }, () => letters[below(9)] ?? '').join('');
  const text = word(60);
  const edits: Edit[] = [];
  for (let at = below(5); at < text.length; at += 1 + below(6)) {
    const end = Math.min(text.length, at + below(5));
    edits.push({ span: { start: at, end }, text: word(5) });
    at = end;
  }
  return { text, edits };
}

const seeds = Array.from({ length: 300 }, (_, index) => 1000 + index);

/** Runs a law on every seed; a failure names its seed. */
function law(check: (made: ReturnType<typeof randomCase>, seed: number) => void): void {
  for (const seed of seeds)
    try {
      check(randomCase(seed), seed);
    } catch (cause) {
      throw new Error(`seed ${seed}`, { cause });
    }
}

test('the random cases do hold edits', () => {
  expect(seeds.filter((seed) => randomCase(seed).edits.length > 1).length).toBeGreaterThan(150);
});

test('undoing what was done gives the same text', () => {
  law(({ text, edits }) => {
    const ordered = orderedEdits(edits);
    expect(applyEdits(applyEdits(text, ordered), invertEdits(text, ordered))).toBe(text);
  });
});

test('no edits, the same text', () => {
  law(({ text }) => {
    expect(applyEdits(text, [])).toBe(text);
  });
});

test('the order in which edits are named does not matter', () => {
  law(({ text, edits }) => {
    expect(applyEdits(text, orderedEdits(edits.toReversed()))).toBe(applyEdits(text, orderedEdits(edits)));
  });
});

test('disjoint edits commute when done one after the other', () => {
  law(({ text, edits }) => {
    const [first, second] = edits;
    if (first === undefined || second === undefined || first.span.end >= second.span.start) return;
    const firstThenSecond = applyEdits(applyEdits(text, [first]), [{ ...second, span: mapSpan(second.span, [first]) }]);
    const secondThenFirst = applyEdits(applyEdits(text, [second]), [{ ...first, span: mapSpan(first.span, [second]) }]);
    expect(firstThenSecond).toBe(secondThenFirst);
    expect(firstThenSecond).toBe(applyEdits(text, [first, second]));
  });
});

test('text between edits is untouched, and each edit is found where it is said to be', () => {
  law(({ text, edits }) => {
    const ordered = orderedEdits(edits);
    const edited = applyEdits(text, ordered);
    ordered.forEach(({ span, text: replacement }, index) => {
      const now = mapSpan(span, ordered);
      expect(edited.slice(now.start, now.end)).toBe(replacement);
      const gap = { start: span.end, end: ordered[index + 1]?.span.start ?? text.length };
      if (gap.start === gap.end) return;
      const gapNow = mapSpan(gap, ordered);
      expect(edited.slice(gapNow.start, gapNow.end)).toBe(text.slice(gap.start, gap.end));
    });
  });
});

test('edits that overlap, end before they start or reach past the text are errors', () => {
  const at = (start: number, end: number): Edit => ({ span: { start, end }, text: 'x' });
  expect(() => orderedEdits([at(0, 3), at(2, 4)])).toThrow('overlap');
  expect(() => orderedEdits([at(2, 2), at(2, 2)])).toThrow('overlap');
  expect(() => orderedEdits([at(3, 2)])).toThrow('before its start');
  expect(() => applyEdits('abc', [at(2, 4)])).toThrow('after the text');
  expect(() => mapSpan({ start: 1, end: 3 }, [at(2, 5)])).toThrow('cuts');
});

test('a diff reads like git’s, also without a final line end', () => {
  expect(unifiedDiff('a/train.py', 'x = 1\ny = 2', 'x = 1\ny = 3')).toBe(
    [
      '--- a/a/train.py',
      '+++ b/a/train.py',
      '@@ -1,2 +1,2 @@',
      ' x = 1',
      '-y = 2',
      '\\ No newline at end of file',
      '+y = 3',
      '\\ No newline at end of file',
      '',
    ].join('\n'),
  );
  expect(unifiedDiff('train.py', 'same', 'same')).toBe('');
  expect(unifiedDiff('train.py', 'x = 1\r\ny = 2\r\n', 'x = 1\r\ny = 3\r\n')).toContain('-y = 2\r\n+y = 3\r\n');
});
