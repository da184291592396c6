import { epochLoop } from './epoch-loop.ts';
import type { Guard } from './guard.ts';
import { hiddenLayer } from './hidden-layer.ts';
import { sharedWidth } from './shared-width.ts';
import { trainingLoader } from './training-loader.ts';

export const guards = {
  'hidden-layer': hiddenLayer,
  'shared-width': sharedWidth,
  'training-loader': trainingLoader,
  'epoch-loop': epochLoop,
} as const satisfies Readonly<Record<string, Guard>>;

export type GuardName = keyof typeof guards;
