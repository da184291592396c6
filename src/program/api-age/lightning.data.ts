import { gone, keyword } from './entry.ts';
import type { RemovedApi } from './entry.ts';

export const lightning: readonly RemovedApi[] = [
  gone(
    'pytorch-lightning',
    '2',
    keyword(/^(pytorch_)?lightning\.(\w+\.)*Trainer$/, 'gpus'),
    "write accelerator='auto'",
  ),
];
