import type { Direction } from '../metrics.ts';
import { problem, value, type Parsed } from './parsed.ts';
import type { DataMount } from './settings.ts';

/** Makes a path absolute, starting from the folder that belongs to the place where it was written. */
export type Absolute = (path: string) => string;

/** How the texts of a setting become its value. */
export interface Parser<V> {
  /** A switch is a flag without a value; a list may be given again and again. */
  readonly shape: 'value' | 'switch' | 'list';
  readonly parse: (texts: readonly string[], absolute: Absolute) => Parsed<V>;
}

/** Exactly one text. */
export function one<V>(parse: (text: string, absolute: Absolute) => Parsed<V>): Parser<V> {
  return {
    shape: 'value',
    parse: ([text = '', ...more], absolute) =>
      more.length === 0
        ? parse(text, absolute)
        : problem(`expected one value, got ${more.length + 1}: ${[text, ...more].join(', ')}`),
  };
}

/** Every text by itself; the first that is wrong speaks. */
export function list<V>(parse: (text: string, absolute: Absolute) => Parsed<V>): Parser<readonly V[]> {
  return {
    shape: 'list',
    parse: (texts, absolute) => {
      const values: V[] = [];
      for (const text of texts) {
        const read = parse(text, absolute);
        if (!read.ok) return read;
        values.push(read.value);
      }
      return value(values);
    },
  };
}

export const onOrOff: Parser<boolean> = {
  shape: 'switch',
  parse: ([text = '']) =>
    text === 'true' || text === 'false' ? value(text === 'true') : problem(`expected true or false, got "${text}"`),
};

export function wholeNumber(low: number, high: number): Parser<number> {
  return one((text) => {
    const read = /^\d+$/.test(text) ? Number(text) : NaN;
    return read >= low && read <= high
      ? value(read)
      : problem(`expected a whole number from ${low} to ${high}, got "${text}"`);
  });
}

export const positiveNumber: Parser<number> = one((text) => {
  const read = /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
  return read > 0 ? value(read) : problem(`expected a number above 0, got "${text}"`);
});

export function choice<const V extends string>(...words: readonly V[]): Parser<V> {
  return one((text) => {
    const word = words.find((known) => known === text);
    return word === undefined ? problem(`expected ${words.join(' or ')}, got "${text}"`) : value(word);
  });
}

export const direction: Parser<Direction> = one((text) => {
  const word = text.toLowerCase();
  if (/^max(imi[sz]e)?$/.test(word)) return value('maximise');
  if (/^min(imi[sz]e)?$/.test(word)) return value('minimise');
  return problem(`expected max or min, got "${text}"`);
});

/** Any text but an empty one. */
export function word(text: string): Parsed<string> {
  return text.trim() === '' ? problem('expected a value, got an empty one') : value(text.trim());
}

/** Any text, an empty one too. */
export function text(given: string): Parsed<string> {
  return value(given);
}

export function path(text: string, absolute: Absolute): Parsed<string> {
  return text.trim() === '' ? problem('expected a path, got an empty one') : value(absolute(text.trim()));
}

/** A name that is looked up on PATH, or a path. */
export function program(text: string, absolute: Absolute): Parsed<string> {
  return text.includes('/') ? path(text, absolute) : word(text);
}

/** `HOST[:INSIDE]`. */
export function dataMount(text: string, absolute: Absolute): Parsed<DataMount> {
  const [host = '', inside, ...more] = text.split(':');
  if (host === '' || inside === '' || more.length > 0) {
    return problem(`expected a folder or file as HOST or HOST:INSIDE, got "${text}"`);
  }
  return value({ host: absolute(host), inside: inside ?? null });
}

/** An action of GitHub, pinned to a commit. */
export function pinned(text: string): Parsed<string> {
  return /^[\w.-]+\/[\w.-]+@[0-9a-f]{40}$/.test(text)
    ? value(text)
    : problem(`expected OWNER/NAME@COMMIT with the whole commit, 40 characters, got "${text}"`);
}
