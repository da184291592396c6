import { argument, tunable } from './entry.ts';
import type { TunableCall } from './entry.ts';

/** Hugging Face Trainer; accelerate scripts use PyTorch's optimisers. */
export const transformers: readonly TunableCall[] = [
  tunable(
    'transformers',
    'TrainingArguments Seq2SeqTrainingArguments TFTrainingArguments',
    argument('learning_rate=learning-rate', { absent: '5e-5' }),
    argument('num_train_epochs=epochs', { absent: '3.0' }),
    argument('per_device_train_batch_size=batch-size', { absent: '8' }),
    argument('per_gpu_train_batch_size=batch-size'),
    argument('max_steps=step-limit'),
    argument('weight_decay=weight-decay', { absent: '0.0' }),
    argument('warmup_steps=warm-up-steps'),
    argument('warmup_ratio=share'),
    argument('gradient_accumulation_steps=accumulation'),
    argument('label_smoothing_factor=share'),
    argument('lr_scheduler_type=schedule'),
  ),
  tunable(
    'transformers',
    'AdamW Adafactor',
    argument('lr@1=learning-rate', { attribute: 'param_groups.0.lr' }),
    argument('weight_decay=weight-decay', { attribute: 'param_groups.0.weight_decay' }),
  ),
  tunable(
    'transformers',
    'AdamWeightDecay',
    argument('learning_rate@0=learning-rate'),
    argument('weight_decay_rate=weight-decay'),
  ),
  tunable(
    'transformers',
    'create_optimizer',
    argument('init_lr@0=learning-rate', { attribute: null }),
    argument('weight_decay_rate=weight-decay', { attribute: null }),
  ),
  tunable(
    'transformers',
    'get_linear_schedule_with_warmup get_cosine_schedule_with_warmup get_constant_schedule_with_warmup get_polynomial_decay_schedule_with_warmup',
    argument('num_warmup_steps@1=warm-up-steps', { attribute: null }),
  ),
  tunable('transformers', 'get_scheduler', argument('num_warmup_steps@2=warm-up-steps', { attribute: null })),
  tunable(
    'peft',
    'LoraConfig',
    argument('r=rank'),
    argument('lora_alpha=lora-scale'),
    argument('lora_dropout=dropout'),
  ),
];
