import { elsewhere, tunable } from './guard.ts';
import type { Guard } from './guard.ts';

/**
 * How many layers a recurrent network has is repeated by its first state, `torch.zeros(layers, rows, width)`: where it has
 * a name, that is what both are written with; a plain number may stand there again.
 */
export const namedDepth: Guard = ({ node, exact }) =>
  exact && (node.type === 'identifier' || node.type === 'attribute') ? tunable : elsewhere;
