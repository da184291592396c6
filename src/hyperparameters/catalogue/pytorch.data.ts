import { argument, tunable, tunableMethod } from './entry.ts';
import type { TunableCall } from './entry.ts';

const group = (name: string) => ({ attribute: `param_groups.0.${name}` });
const rate = { attribute: 'param_groups.0.lr', absent: '0.001' } as const;
const factor = { attribute: null } as const;
const shared = { guard: 'shared-width' } as const;

export const pytorch: readonly TunableCall[] = [
  tunable('torch', 'Linear', argument('in_features@0=units', shared), argument('out_features@1=units', shared)),
  tunable(
    'torch',
    'Conv1d Conv2d Conv3d ConvTranspose1d ConvTranspose2d ConvTranspose3d',
    argument('in_channels@0=filters', shared),
    argument('out_channels@1=filters', shared),
  ),
  tunable(
    'torch',
    'LSTM GRU RNN LSTMCell GRUCell RNNCell',
    argument('input_size@0=units', shared),
    argument('hidden_size@1=units', shared),
    argument('dropout=dropout'),
  ),
  tunable('torch', 'Embedding', argument('embedding_dim@1=units', shared)),
  tunable('torch', 'Dropout Dropout1d Dropout2d Dropout3d AlphaDropout', argument('p@0=dropout')),
  tunable('torch', 'dropout dropout1d dropout2d dropout3d alpha_dropout', argument('p@1=dropout', { attribute: null })),
  tunable('torch', 'BatchNorm1d BatchNorm2d BatchNorm3d', argument('num_features@0=filters', shared)),
  tunable('torch', 'LayerNorm', argument('normalized_shape@0=units', shared)),
  tunable('torch', 'LeakyReLU', argument('negative_slope@0=leak')),
  tunable(
    'torch',
    'Adam AdamW NAdam RAdam Adamax',
    argument('lr@1=learning-rate', rate),
    argument('weight_decay=weight-decay', group('weight_decay')),
  ),
  tunable(
    'torch',
    'Adagrad Adadelta LBFGS ASGD Rprop SparseAdam',
    argument('lr@1=learning-rate', group('lr')),
    argument('weight_decay=weight-decay', group('weight_decay')),
  ),
  tunable(
    'torch',
    'SGD',
    argument('lr@1=learning-rate', group('lr')),
    argument('momentum@2=momentum', group('momentum')),
    argument('weight_decay=weight-decay', group('weight_decay')),
  ),
  tunable(
    'torch',
    'RMSprop',
    argument('lr@1=learning-rate', group('lr')),
    argument('momentum=momentum', group('momentum')),
    argument('weight_decay=weight-decay', group('weight_decay')),
  ),
  tunable('torch', 'StepLR', argument('step_size@1=decay-steps', factor), argument('gamma@2=decay-factor', factor)),
  tunable('torch', 'MultiStepLR', argument('gamma@2=decay-factor', factor)),
  tunable('torch', 'ExponentialLR', argument('gamma@1=decay-factor', factor)),
  tunable('torch', 'ReduceLROnPlateau', argument('factor@2=decay-factor', factor)),
  tunable('torch', 'OneCycleLR', argument('max_lr@1=learning-rate', factor)),
  tunable(
    'torch_geometric',
    'DataLoader NeighborLoader',
    argument('batch_size@1=batch-size', { guard: 'training-loader' }),
  ),
  tunable('torch', 'DataLoader', argument('batch_size@1=batch-size', { guard: 'training-loader' })),
  tunable(
    'torch_geometric',
    'GCNConv SAGEConv GATConv GATv2Conv GraphConv ChebConv',
    argument('in_channels@0=units', shared),
    argument('out_channels@1=units', shared),
    argument('dropout=dropout'),
  ),
  tunable(
    'torch_geometric',
    'MLP GCN GraphSAGE GIN GAT EdgeCNN PNA',
    argument('hidden_channels@1=units', { attribute: null }),
    argument('dropout=dropout', { attribute: null }),
  ),
  tunableMethod('ignite', 'run', argument('max_epochs=epochs', { attribute: null })),
  tunable(
    'builtins',
    'range',
    argument('step@2=batch-size', { guard: 'batch-step', attribute: null }),
    argument('epochs@0=epochs', { guard: 'epoch-loop', attribute: null }),
    argument('epochs@1=epochs', { guard: 'epoch-loop', attribute: null }),
  ),
];
