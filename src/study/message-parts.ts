import { type Decoder, fields, finite, integer, list, Mismatch, nullable, oneOf, text, truth } from '../decode.ts';
import type { Value } from '../search/space.ts';
import type { DataFile } from './data-file.ts';
import type { Built, CrossValidated, Failure, Observation, Randomness, Received, Usage } from './messages.ts';

/** Decoders of what messages and journal lines share. */
export const value: Decoder<Value> = (given, path) => {
  if (given === null || typeof given === 'boolean') return given;
  if (typeof given === 'number') return finite(given, path);
  if (typeof given === 'string') return text()(given, path);
  throw new Mismatch(path, 'a number, a text, true, false or null', given);
};

export const received: Decoder<Received> = fields({ id: text(), value, witness: oneOf('object', 'executed') });

export const observation: Decoder<Observation> = fields({
  name: text(200),
  value: finite,
  split: oneOf('train', 'validation', 'test', 'unknown'),
  epoch: nullable(integer(0)),
  source: oneOf('hook', 'printed', 'file', 'notebook'),
  text: text(),
  size: nullable(integer(0)),
  spread: nullable(finite),
});

export const randomness: Decoder<Randomness> = fields({ sources: list(text(200), 1000), shared: truth });

export const built: Decoder<Built> = fields({
  framework: text(200),
  model: nullable(text(200)),
  parameters: nullable(integer(0)),
  shapes: list(text(), 1000),
  rows: nullable(integer(0)),
  classes: nullable(integer(0)),
  memory: nullable(integer(0)),
});

export const dataFiles: Decoder<readonly DataFile[]> = list(
  fields({ path: text(), bytes: integer(0), digest: text(100) }),
  1000,
);

export const usage: Decoder<Usage> = fields({ cpu: finite, main: finite, memory: integer(0), accelerator: truth });

export const crossValidated: Decoder<CrossValidated> = fields({
  name: text(200),
  values: list(finite, 100),
  rows: integer(0),
});

export const failure: Decoder<Failure> = fields({
  exitCode: nullable(integer()),
  type: text(),
  message: text(),
  file: nullable(text()),
  line: nullable(integer(1)),
});
