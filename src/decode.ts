/**
 * Decoders of what comes from outside: each takes `unknown` and returns the value, or throws a
 * `Mismatch` that knows the path. Numbers are finite, texts and lists are limited, unknown fields
 * are dropped.
 */
export type Decoder<T> = (value: unknown, path: string) => T;

export type Decoded<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: string };

type Of<D> = D extends Decoder<infer T> ? T : never;
type FieldsOf<S> = { readonly [K in keyof S]: Of<S[K]> };
type Shape = Readonly<Record<string, Decoder<unknown>>>;

/** The value, or one sentence that says where it is wrong, what was expected and what is there. */
export function decode<T>(decoder: Decoder<T>, value: unknown): Decoded<T> {
  try {
    return { ok: true, value: decoder(value, '') };
  } catch (error) {
    if (error instanceof Mismatch) return { ok: false, problem: error.message };
    throw error;
  }
}

/** The same for a text that holds JSON. */
export function decodeJson<T>(decoder: Decoder<T>, json: string): Decoded<T> {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return { ok: false, problem: `not JSON: ${excerpt(json)}` };
  }
  return decode(decoder, value);
}

/** A value that is not what a decoder expects. */
export class Mismatch extends Error {
  override readonly name = 'Mismatch';
  constructor(path: string, expected: string, value: unknown) {
    super(`${path === '' ? 'the value' : path}: expected ${expected}, got ${excerpt(value)}`);
  }
}

export const text =
  (longest = 2000): Decoder<string> =>
  (value, path) => {
    if (typeof value !== 'string') throw new Mismatch(path, 'a text', value);
    // Two UTF-16 units a code point at most: count exactly only where it matters.
    if (value.length > longest && Array.from(value).length > longest) {
      throw new Mismatch(path, `at most ${longest} characters`, value);
    }
    return value;
  };

export const finite: Decoder<number> = (value, path) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new Mismatch(path, 'a finite number', value);
  return value;
};

export const integer =
  (least = Number.MIN_SAFE_INTEGER): Decoder<number> =>
  (value, path) => {
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= least) return value;
    throw new Mismatch(path, least < 0 ? 'an integer' : `an integer from ${least}`, value);
  };

export const truth: Decoder<boolean> = (value, path) => {
  if (typeof value !== 'boolean') throw new Mismatch(path, 'true or false', value);
  return value;
};

export const oneOf =
  <const T extends string | number | null>(...allowed: readonly T[]): Decoder<T> =>
  (value, path) => {
    const found = allowed.find((one) => one === value);
    if (found === undefined) throw new Mismatch(path, allowed.map((one) => JSON.stringify(one)).join(' or '), value);
    return found;
  };

export const nullable =
  <T>(decoder: Decoder<T>): Decoder<T | null> =>
  (value, path) =>
    value === null ? null : decoder(value, path);

export const list =
  <T>(item: Decoder<T>, longest = 10_000): Decoder<readonly T[]> =>
  (value, path) => {
    if (!Array.isArray(value)) throw new Mismatch(path, 'a list', value);
    if (value.length > longest) throw new Mismatch(path, `at most ${longest} items`, value.length);
    return value.map((one: unknown, index) => item(one, `${path}[${index}]`));
  };

export const record =
  <T>(item: Decoder<T>, most = 10_000): Decoder<Readonly<Record<string, T>>> =>
  (value, path) => {
    const entries = Object.entries(anObject(value, path));
    if (entries.length > most) throw new Mismatch(path, `at most ${most} entries`, entries.length);
    return Object.fromEntries(entries.map(([key, one]) => [key, item(one, `${path}[${JSON.stringify(key)}]`)]));
  };

/** An object with these fields. */
export const fields =
  <R extends Shape>(shape: R): Decoder<FieldsOf<R>> =>
  (value, path) => {
    const given = anObject(value, path);
    const decoded = Object.entries(shape).map(([key, decoder]) => [
      key,
      decoder(Object.hasOwn(given, key) ? given[key] : undefined, path === '' ? key : `${path}.${key}`),
    ]);
    // The one place where a shape becomes a type: every field has been through its decoder.
    return Object.fromEntries(decoded) as FieldsOf<R>;
  };

/** Fields that may be absent. */
export const optional =
  <O extends Shape>(shape: O): Decoder<Partial<FieldsOf<O>>> =>
  (value, path) => {
    const given = anObject(value, path);
    const there = Object.entries(shape).filter(([key]) => Object.hasOwn(given, key));
    return fields(Object.fromEntries(there))(value, path) as Partial<FieldsOf<O>>;
  };

/** An object that both decoders accept, with the fields of both. */
export const both =
  <A extends object, B extends object>(one: Decoder<A>, other: Decoder<B>): Decoder<A & B> =>
  (value, path) => ({ ...one(value, path), ...other(value, path) });

/** One of several shapes, told apart by their field `kind`. */
export const byKind =
  <V extends Readonly<Record<string, Decoder<object>>>>(
    variants: V,
  ): Decoder<{ [K in keyof V]: { readonly kind: K } & Of<V[K]> }[keyof V]> =>
  (value, path) => {
    const { kind } = fields({ kind: oneOf(...Object.keys(variants)) })(value, path);
    const variant = variants[kind];
    if (variant === undefined) throw new Mismatch(path, 'a known kind', kind);
    return { kind, ...variant(value, path) } as { [K in keyof V]: { readonly kind: K } & Of<V[K]> }[keyof V];
  };

function anObject(value: unknown, path: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Mismatch(path, 'an object', value);
  }
  return value as Readonly<Record<string, unknown>>;
}

function excerpt(value: unknown): string {
  const json = value === undefined ? 'nothing' : JSON.stringify(value);
  return json.length > 80 ? `${json.slice(0, 77)}…` : json;
}
