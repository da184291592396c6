import { neverRuns } from '../dead-code.ts';
import { found } from '../judgement.ts';
import type { Judgement } from '../judgement.ts';
import type { Searched } from '../searched.ts';
import { between } from './between.ts';
import { depths } from './depth.ts';
import { hiddenSizes } from './hidden-sizes.ts';
import { moduleDepths } from './module.ts';
import { isRepeated, stacksOf } from './stack.ts';

/** Every architecture edit that the source alone shows to give a model again. */
export function architectureEdits(searched: Searched): readonly Judgement[] {
  const { reading } = searched;
  const stacks = stacksOf(reading).filter((stack) => !isRepeated(stack, reading) && !neverRuns(stack.anchor, reading));
  const edits = stacks.flatMap((stack) => [...depths(stack, reading), ...between(stack, reading)]);
  return [...edits, ...moduleDepths(reading), ...hiddenSizes(reading)].map((each) => found(each));
}
