import { argumentsOf, keywordValue } from '../../python/calls.ts';
import type { Reading } from '../../python/reading.ts';
import { fieldOf } from '../../python/syntax-tree.ts';
import type { SyntaxNode } from '../../python/syntax-tree.ts';
import type { Anatomy, CallFact } from '../anatomy.ts';
import type { RemovedApi, Sign } from './entry.ts';
import { isFrame } from '../frames.ts';

type MethodSign = Extract<Sign, { readonly kind: 'method' }>;
const longest = 60;

/** Whether a row is about calls of this name at all. */
export function mayBeIn({ canonical, name }: CallFact, { sign }: RemovedApi): boolean {
  if (sign.kind === 'method') return canonical === null && sign.method.test(name);
  if (canonical === null) return false;
  return sign.kind === 'name' ? sign.name.test(canonical) : 'of' in sign && sign.of.test(canonical);
}

/** What of a call is the sign; `null` where it is not there. */
export function saidBy(
  fact: CallFact,
  api: RemovedApi,
  anatomy: Anatomy,
  imported: ReadonlySet<string>,
): string | null {
  const { call, reading, canonical, name } = fact;
  const { sign } = api;
  switch (sign.kind) {
    case 'name':
      return canonical !== null && sign.name.test(canonical) && (sign.keras === undefined || importsKeras(reading))
        ? canonical
        : null;
    case 'keyword': {
      if (canonical === null || !sign.of.test(canonical)) return null;
      const text = argumentNamed(sign.keyword, call, reading);
      if (text === null || sign.value?.test(text) === false) return null;
      if (sign.beside !== undefined && argumentNamed(sign.beside, call, reading) === null) return null;
      const shown = sign.value === undefined ? '' : text.slice(0, longest);
      return isPlace(sign.keyword)
        ? `${name}(${shown === '' ? `argument ${Number(sign.keyword) + 1}` : shown})`
        : `${sign.keyword}=${shown}`;
    }
    case 'method': {
      if (!sign.method.test(name) || canonical !== null) return null;
      if (!isOf(sign.of, fact, anatomy, imported.has(libraryOf(api)))) return null;
      if (sign.keyword === undefined) return name;
      const text = argumentNamed(sign.keyword, call, reading);
      if (text === null || sign.value?.test(text) === false) return null;
      return isPlace(sign.keyword) ? `${name}(…, ${text.slice(0, longest)})` : `${name}(${sign.keyword}=)`;
    }
    case 'taken': {
      if (canonical === null || !sign.of.test(canonical)) return null;
      const after = takenFrom(call, reading);
      return sign.by.test(after) ? `${name}(…)${after}` : null;
    }
    case 'attribute':
    case 'shape':
      return null;
  }
}

/** Whether what a method is called on is what the sign is about. */
function isOf(of: MethodSign['of'], fact: CallFact, { origins }: Anatomy, imported: boolean): boolean {
  const { call, reading, makers, isMethod } = fact;
  if (of instanceof RegExp) return makers.some((maker) => of.test(maker));
  if (of === 'anything') return isMethod && imported;
  const callee = fieldOf(call, 'function');
  const object = callee?.type === 'attribute' ? fieldOf(callee, 'object') : null;
  return object !== null && isFrame(object, reading, origins);
}

function isPlace(keyword: string): boolean {
  return /^\d$/.test(keyword);
}

/** The text of an argument, by keyword, or by place where the name is a number. */
function argumentNamed(keyword: string, call: SyntaxNode, reading: Reading): string | null {
  const value = isPlace(keyword) ? placed(call, Number(keyword)) : keywordValue(call, keyword, reading);
  return value === null ? null : reading.textOf(value);
}

function placed(call: SyntaxNode, place: number): SyntaxNode | null {
  const before = argumentsOf(call).slice(0, place + 1);
  const found = before[place];
  return found === undefined || before.some(({ type }) => /^(keyword_argument|\w+_splat)$/.test(type)) ? null : found;
}

/** `[0][0]` of `mode(x)[0][0]`: what is taken from the value of a call. */
function takenFrom(call: SyntaxNode, reading: Reading): string {
  let last = call;
  while (
    last.parent !== null &&
    ['subscript', 'attribute'].includes(last.parent.type) &&
    last.parent.start === call.start
  )
    last = last.parent;
  return reading.textOf({ start: call.end, end: last.end });
}

export function importsKeras({ names }: Reading): boolean {
  return names.imports.some(({ module }) => isKeras(module));
}

export function isKeras(module: string): boolean {
  return module.split('.')[0] === 'keras';
}

/** Where a row's names come from. */
export function libraryOf({ runsWith }: RemovedApi): string {
  return Object.keys(runsWith)[0] ?? '';
}
