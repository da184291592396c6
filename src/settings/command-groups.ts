import type { CommandName } from './commands.ts';

/** Commands about one study. What sets a study apart has to be said to all of them, or they would not find it. */
export const studies: readonly CommandName[] = ['run', 'plan', 'train', 'tweak', 'report'];
export const readers: readonly CommandName[] = [...studies, 'detect'];
export const trainers: readonly CommandName[] = ['run', 'plan', 'train', 'tweak'];
export const searches: readonly CommandName[] = ['run', 'plan', 'tweak'];
export const everywhere: readonly CommandName[] = [
  ...readers,
  'pull',
  'resume',
  'status',
  'monitor',
  'init',
  'doctor',
  'prune',
];
export const homeless: readonly CommandName[] = ['detect', 'pull', 'init'];
