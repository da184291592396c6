import { batches } from './batches.ts';
import { batchStep } from './batch-step.ts';
import { depthAboveLeaves, learntEmbedding, leavesWithinDepth, linearSolver, penalty, polynomial } from './beside.ts';
import { epochLoop } from './epoch-loop.ts';
import { epochs } from './epochs.ts';
import type { Guard } from './guard.ts';
import { layerLoop } from './layer-loop.ts';
import { namedDepth } from './named-depth.ts';
import { learntMatrix } from './learnt-matrix.ts';
import { trainingWhile } from './training-while.ts';
import { hiddenActivation, hiddenLayer } from './hidden-layer.ts';
import { sharedShape } from './shared-shape.ts';
import { sharedWidth } from './shared-width.ts';
import { trainingData, trainingEngine, trainingInput } from './training-data.ts';
import { trainingDraw, trainingSlice } from './training-draw.ts';
import { trainingLoader } from './training-loader.ts';

export const guards = {
  'hidden-layer': hiddenLayer,
  'hidden-activation': hiddenActivation,
  'shared-width': sharedWidth,
  'shared-shape': sharedShape,
  'training-loader': trainingLoader,
  'training-data': trainingData,
  'training-input': trainingInput,
  'training-engine': trainingEngine,
  'training-draw': trainingDraw,
  'training-slice': trainingSlice,
  'epoch-loop': epochLoop,
  'layer-loop': layerLoop,
  'named-depth': namedDepth,
  'learnt-matrix': learntMatrix,
  'training-while': trainingWhile,
  epochs,
  batches,
  'batch-step': batchStep,
  'learnt-embedding': learntEmbedding,
  penalty,
  'linear-solver': linearSolver,
  polynomial,
  'leaves-within-depth': leavesWithinDepth,
  'depth-above-leaves': depthAboveLeaves,
} as const satisfies Readonly<Record<string, Guard>>;

export type GuardName = keyof typeof guards;
