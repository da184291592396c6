import { argument, tunable, tunableMethod } from './entry.ts';
import type { TunableArgument, TunableCall } from './entry.ts';

/** Hugging Face Trainer; accelerate scripts use PyTorch's optimisers. */
const unseen = { attribute: null } as const;
const trainingArguments = (learningRate: string | null): readonly TunableArgument[] => [
  argument('learning_rate=learning-rate', { absent: learningRate }),
  argument('num_train_epochs=epochs', { absent: '3.0' }),
  argument('per_device_train_batch_size=batch-size', { absent: '8' }),
  argument('per_gpu_train_batch_size=batch-size'),
  argument('max_steps=step-limit'),
  argument('weight_decay=weight-decay', { absent: '0.0' }),
  argument('warmup_steps=warm-up-steps'),
  argument('warmup_ratio=share'),
  argument('gradient_accumulation_steps=accumulation'),
  argument('max_grad_norm=gradient-clip'),
  argument('label_smoothing_factor=share'),
  argument('lr_scheduler_type=schedule'),
];

export const transformers: readonly TunableCall[] = [
  tunable(
    'transformers',
    'TrainingArguments Seq2SeqTrainingArguments TFTrainingArguments',
    ...trainingArguments('5e-5'),
  ),
  // Each trainer of TRL has a learning rate of its own where none is written.
  tunable(
    'trl',
    'SFTConfig DPOConfig GRPOConfig KTOConfig ORPOConfig CPOConfig RewardConfig',
    ...trainingArguments(null),
  ),
  tunable('sentence_transformers', 'SentenceTransformerTrainingArguments', ...trainingArguments('5e-5')),
  tunableMethod(
    'sentence_transformers',
    'fit',
    argument('epochs=epochs', unseen),
    argument('warmup_steps=warm-up-steps', unseen),
  ),
  tunable(
    'setfit',
    'TrainingArguments SetFitTrainer',
    argument('num_epochs=epochs', unseen),
    argument('batch_size=batch-size', unseen),
    argument('body_learning_rate=learning-rate', unseen),
    argument('learning_rate=learning-rate', unseen),
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
    'LoraConfig AdaLoraConfig LoHaConfig LoKrConfig VeraConfig RandLoraConfig',
    argument('r=rank'),
    argument('lora_alpha=lora-scale'),
    argument('lora_dropout=dropout'),
    argument('alpha=lora-scale'),
    argument('vera_dropout=dropout'),
    argument('module_dropout=dropout'),
  ),
  tunable('peft', 'PromptTuningConfig PrefixTuningConfig PromptEncoderConfig', argument('num_virtual_tokens=rank')),
];
