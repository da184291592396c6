import { argument, tunable } from './entry.ts';
import type { TunableCall } from './entry.ts';

const unseen = { attribute: null } as const;
const hidden = { guard: 'hidden-layer' } as const;

/** flax modules and optax chains; an optax optimiser is a pair of functions, which shows nothing. */
export const jax: readonly TunableCall[] = [
  tunable(
    'optax',
    'adam adamw adagrad adamax lamb lion nadam radam yogi rmsprop sgd noisy_sgd adabelief adafactor novograd',
    argument('learning_rate@0=learning-rate', unseen),
    argument('momentum@1=momentum', unseen),
    argument('weight_decay=weight-decay', unseen),
  ),
  tunable('optax', 'exponential_decay cosine_decay_schedule', argument('init_value@0=learning-rate', unseen)),
  tunable('optax', 'warmup_cosine_decay_schedule', argument('peak_value@1=learning-rate', unseen)),
  tunable('optax', 'clip_by_global_norm clip', argument('max_norm@0=gradient-clip', unseen)),
  tunable('optax', 'add_decayed_weights', argument('weight_decay@0=weight-decay', unseen)),
  tunable('flax', 'Dense', argument('features@0=units', hidden)),
  tunable('flax', 'Conv', argument('features@0=filters', hidden)),
  tunable('flax', 'Dropout', argument('rate@0=dropout')),
  tunable('flax', 'Adam Momentum GradientDescent', argument('learning_rate@0=learning-rate', unseen)),
  tunable('jax', 'adam sgd rmsprop adagrad', argument('step_size@0=learning-rate', unseen)),
  tunable('jax', 'momentum', argument('step_size@0=learning-rate', unseen), argument('mass@1=momentum', unseen)),
];
