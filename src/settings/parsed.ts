/** What reading a text gave: a value, or one sentence that says what was expected and what was got. */
export type Parsed<V> = { readonly ok: true; readonly value: V } | { readonly ok: false; readonly problem: string };

export function value<V>(read: V): Parsed<V> {
  return { ok: true, value: read };
}

export function problem(sentence: string): { readonly ok: false; readonly problem: string } {
  return { ok: false, problem: sentence };
}
