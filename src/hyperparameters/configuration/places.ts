import type { Module } from '../../python/links.ts';
import { positionsOf } from '../../python/positions.ts';
import type { SourceFile } from '../../python/source.ts';
import { flowFrom } from '../flow.ts';
import type { Hyperparameter } from '../hyperparameter.ts';
import { judged } from '../judged.ts';
import { found } from '../judgement.ts';
import type { Judgement } from '../judgement.ts';
import { steered } from '../steering.ts';
import type { Format } from './format.ts';
import { formatOf } from './format-of.ts';
import { loadedFiles } from './loaded.ts';

// A longer file is data, not settings.
const mostScalars = 500;

/** The hyper-parameters in the configuration files that the program reads. */
export function configurationPlaces(
  modules: readonly Module[],
  files: readonly SourceFile[],
  given: readonly string[],
): readonly Judgement[] {
  return loadedFiles(modules, files, given).flatMap(({ file: { path, text }, starts }) => {
    const positions = positionsOf(text);
    const format = formatOf(path);
    const scalars = format?.read(text) ?? [];
    if (format === null || scalars.length > mostScalars) return [];
    const places = scalars.flatMap(({ keys, span, literal }) =>
      judged({
        path,
        span,
        place: positions.rangeOf(span),
        literal,
        form: 'config',
        flow: flowFrom(starts.map((each) => ({ ...each, keys: [...each.keys, ...keys] }))),
        overridden: false,
      }),
    );
    const strings = scalars.filter(({ literal }) => literal.kind === 'string').map(({ span }) => span);
    const writable = places.flatMap((each) => (each.kind === 'found' ? withWords(each.found, format) : [each]));
    return steered(writable, { path, text, positions, strings });
  });
}

/** Only choices that the file's language has a word for. */
function withWords(each: Hyperparameter, format: Format): readonly Judgement[] {
  const { dimension } = each;
  if (dimension.kind !== 'choice') return [found(each)];
  const choices = dimension.choices.filter((choice) => format.has(choice));
  return choices.length < 2 ? [] : [found({ ...each, dimension: { ...dimension, choices } })];
}
