import type { SyntaxNode } from './syntax-tree.ts';

/** A Python literal as a value; the same union as a dimension's value, owned here by the text. */
export type LiteralValue = number | string | boolean | null;

export interface Literal {
  readonly kind: 'integer' | 'float' | 'string' | 'boolean' | 'none';
  readonly value: LiteralValue;
  readonly text: string;
}

/** The literal at a node, with its sign; `null` for anything else, and for what no `Value` can hold. */
export function literalAt(node: SyntaxNode, source: string): Literal | null {
  const text = source.slice(node.start, node.end);
  switch (node.type) {
    case 'integer':
    case 'float':
    case 'string':
    case 'true':
    case 'false':
    case 'none':
      return readLiteral(text);
    case 'unary_operator': {
      const operand = node.children.at(-1)?.type;
      return operand === 'integer' || operand === 'float' ? readLiteral(text) : null;
    }
    default:
      return null;
  }
}

const integer = /^[+-]?\s*(?:0|[1-9](?:_?\d)*|0[xX][\da-fA-F]+|0[bB][01]+|0[oO][0-7]+)$/;
const float = /^[+-]?\s*(?=.*[.eE])(?:(?:\d(?:_?\d)*)?\.\d(?:_?\d)*|\d(?:_?\d)*\.?)(?:[eE][+-]?\d(?:_?\d)*)?$/;
const string = /^([rRuU]?)('''|"""|'|")([\s\S]*)\2$/;

/** Reads one literal by its spelling alone. */
export function readLiteral(text: string): Literal | null {
  if (text === 'True' || text === 'False') return { kind: 'boolean', value: text === 'True', text };
  if (text === 'None') return { kind: 'none', value: null, text };
  if (integer.test(text)) return number('integer', text);
  if (float.test(text)) return number('float', text);
  const [, prefix, quotes, body] = string.exec(text) ?? [];
  if (prefix === undefined || body === undefined) return null;
  // An escape would have to be decoded and encoded as Python does; no knob's value needs one.
  return body.includes('\\') || body.includes(quotes ?? '') ? null : { kind: 'string', value: body, text };
}

function number(kind: 'integer' | 'float', text: string): Literal | null {
  const digits = text.replace(/[_\s]/g, '');
  const sign = digits.startsWith('-') ? -1 : 1;
  const value = sign * Number(digits.replace(/^[+-]/, ''));
  const exact = kind === 'float' ? Number.isFinite(value) : Number.isSafeInteger(value);
  return exact ? { kind, value, text } : null;
}

/**
 * Spells a value as the author spelled another: quotes, exponents, underscores, and a float stays a
 * float, so that `1.0` never becomes `1`. The author's own value comes back as the author's own text.
 */
export function spell(value: LiteralValue, like: Literal): string {
  if (Object.is(value, like.value)) return like.text;
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'string') return spellString(value, like);
  if (!Number.isFinite(value)) throw new RangeError(`No Python literal spells ${value}.`);
  const whole = Number.isSafeInteger(value) && like.kind !== 'float';
  return whole ? grouped(String(value), like.text) : spellFloat(value, like.text);
}

function spellString(value: string, like: Literal): string {
  const quote = /^[rRuU]?('|")/.exec(like.text)?.[1] ?? "'";
  const escaped = value.replace(/[\\'"\n\r]/g, (character) => {
    if (character === '\n') return '\\n';
    if (character === '\r') return '\\r';
    return character === '\\' || character === quote ? `\\${character}` : character;
  });
  return `${quote}${escaped}${quote}`;
}

function spellFloat(value: number, like: string): string {
  const exponent = /e/i.exec(like)?.[0];
  const size = Math.abs(value);
  if (exponent !== undefined && value !== 0 && (size < 0.1 || size >= 1000)) {
    const zeros = /e[+-]?0\d/i.test(like);
    return pythonExponent(value.toExponential(), zeros).replace('e', exponent);
  }
  if (value !== 0 && (size < 1e-4 || size >= 1e16)) return pythonExponent(value.toExponential(), true);
  const text = String(value);
  const pointed = text.includes('.') ? text : `${text}.0`;
  const [whole = '', fraction = ''] = pointed.split('.');
  if (/^[+-]?\./.test(like) && /^-?0$/.test(whole)) return `${whole.replace('0', '')}.${fraction}`;
  return `${grouped(whole, like)}.${fraction}`;
}

/** `3.2e-5` as Python prints it, `3.2e-05`, when the exponent is to have two digits. */
function pythonExponent(text: string, twoDigits: boolean): string {
  const plain = text.replace('e+', 'e');
  return twoDigits ? plain.replace(/e(-?)(\d)$/, 'e$10$2') : plain;
}

function grouped(digits: string, like: string): string {
  return like.includes('_') ? digits.replace(/\B(?=(\d{3})+$)/g, '_') : digits;
}
