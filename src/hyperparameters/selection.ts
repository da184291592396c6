import type { Hyperparameter } from './hyperparameter.ts';

/** What people call a knob; the catalogue's own names, and the names of arguments, need no row. */
const shortNames: Readonly<Record<string, string>> = {
  lr: 'learning-rate',
  eta: 'learning-rate',
  bs: 'batch-size',
  batch: 'batch-size',
  wd: 'weight-decay',
  epoch: 'epochs',
  width: 'units',
  hidden: 'units',
  optimizer: 'optimiser',
  opt: 'optimiser',
  k: 'neighbours',
  trees: 'trees',
  layers: 'layers',
};

/**
 * Whether a list of names, as people write them after `--tune` and `--keep`, means this hyper-parameter:
 * several may stand in one, with commas between. Its id, its argument's name, its knob, a short name, or a pattern (`batch*`, `*Dense*`) of one of them.
 */
export function selects(list: readonly string[], { id, name, knob }: Hyperparameter): boolean {
  const own = [id, name, knob, knob.replaceAll('-', '_')];
  const entries = list.flatMap((entry) => entry.split(',')).map((entry) => entry.trim());
  return entries.some((entry) => {
    if (/[*?]/.test(entry)) return own.some((word) => pattern(entry).test(word));
    return own.includes(entry) || shortNames[entry.toLowerCase()] === knob;
  });
}

function pattern(glob: string): RegExp {
  const escaped = glob.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'i');
}
