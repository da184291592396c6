import type { Value } from '../search/space.ts';
import type { Hyperparameter } from './hyperparameter.ts';
import { spellingIn } from './configuration/format-of.ts';
import { asWritten } from './as-written.ts';

/** What the running process told of a value. */
export interface ReceivedValue {
  readonly value: Value;
  readonly witness: 'object' | 'executed';
}

/** The text that a rewrite with this value leaves in the source. */
export function expectedText(hyperparameter: Hyperparameter, wanted: Value): string {
  const { literal, spell } = spellingIn(hyperparameter.path);
  const like = literal(hyperparameter.text);
  return like === null ? hyperparameter.text : spell(asWritten(hyperparameter, wanted), like);
}

// Half a unit in the last place of a float32, as which frameworks keep learning rates, twice over.
const float32 = 1.2e-7;

/** `true` when the value that was asked for is the one the program really used, else what went wrong. */
export function arrived(hyperparameter: Hyperparameter, wanted: Value, received: ReceivedValue): true | string {
  const expected = asWritten(hyperparameter, wanted);
  if (equal(expected, received)) return true;
  // XGBoost shows None for what was not given: its own default, which is what was asked for.
  const unwritten = hyperparameter.writing.kind === 'argument' && Object.is(expected, hyperparameter.value);
  if (unwritten && received.value === null) return true;
  const how = received.witness === 'object' ? 'the object shows' : 'the program computed';
  return `${hyperparameter.name} was set to ${shown(expected)}, but ${how} ${shown(received.value)}`;
}

function equal(expected: Value, { value, witness }: ReceivedValue): boolean {
  const [one, other] = [numeric(expected), numeric(value)];
  // `1 == True` in Python too, but an object that shows a flag did not take our number.
  if (typeof expected === 'boolean' || typeof value === 'boolean') return expected === value;
  if (one === null || other === null) return expected === value;
  if (one === other) return true;
  return witness === 'object' && Math.abs(one - other) <= float32 * Math.max(Math.abs(one), Math.abs(other));
}

function numeric(value: Value): number | null {
  return typeof value === 'number' ? value : null;
}

function shown(value: Value): string {
  return value === null ? 'None' : typeof value === 'string' ? `‘${value}’` : String(value);
}
