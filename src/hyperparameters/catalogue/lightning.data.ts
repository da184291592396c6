import { argument, tunable } from './entry.ts';
import type { TunableCall } from './entry.ts';

export const lightning: readonly TunableCall[] = [
  tunable(
    'lightning',
    'Trainer Fabric',
    argument('max_epochs=epochs'),
    argument('max_steps=step-limit'),
    argument('accumulate_grad_batches=accumulation'),
    argument('gradient_clip_val=gradient-clip'),
  ),
];
