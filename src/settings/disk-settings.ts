import { parseDuration } from './duration.ts';
import { onOrOff, one } from './parsers.ts';
import { setting, type Setting } from './setting.ts';

/** The rows of the table that concern what is kept on disk. */
export const diskSettings: readonly Setting[] = [
  setting('olderThan', one(parseDuration), 'older-than', 'disk', ['prune'], {
    placeholder: 'TIME',
    shown: '30d',
    help: 'Remove studies that were not used for this long: 7d, 12h.',
    input: false,
    file: false,
  }),
  setting('all', onOrOff, 'all', 'disk', ['prune'], {
    shown: 'off',
    help: 'Remove everything that nobody uses right now.',
    input: false,
    file: false,
  }),
];
