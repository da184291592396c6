import { findHyperparameters } from '../find.ts';
import { rewrite } from '../rewrite.ts';

const training = [
  'optimizer = torch.optim.SGD(model.parameters(), lr=0.1)',
  'for epoch in range(9):',
  '    loss(model(x), y).backward()',
  '    optimizer.step()',
];

/** The lines of the model that change when a width becomes 5; `null` where the width is left alone. */
async function widened(model: readonly string[], width: string): Promise<readonly string[] | null> {
  const lines = ['import torch', 'from torch import nn', 'import torch.nn.functional as F', ...model, ...training];
  const file = { path: 'train.py', text: lines.join('\n') };
  const { found } = await findHyperparameters([file], { script: 'train.py' });
  const one = found.find(({ id }) => id.endsWith(width));
  if (one === undefined) return null;
  const [edited] = (await rewrite([file], found, { [one.id]: 5 })).files;
  return (edited?.text ?? '')
    .split('\n')
    .filter((line, index) => line !== lines[index])
    .map((line) => line.trim());
}

const module = (layers: readonly string[], ...methods: readonly (readonly string[])[]): string[] => [
  'class Net(nn.Module):',
  '    def __init__(self, activation=nn.ReLU):',
  '        super().__init__()',
  ...layers.map((layer) => `        self.${layer}`),
  ...methods.flatMap(([head = '', ...body]) => [`    def ${head}:`, ...body.map((line) => `        ${line}`)]),
  'model = Net()',
];

const heads = ['body = nn.Linear(4, 8)', 'actor = nn.Linear(8, 2)', 'critic = nn.Linear(8, 1)'];

test.each<[string, readonly string[], string, readonly string[] | null]>([
  [
    'both heads follow what feeds them',
    module(heads, ['forward(self, x)', 'x = F.relu(self.body(x))', 'return F.softmax(self.actor(x)), self.critic(x)']),
    'Linear#0.out_features',
    ['self.body = nn.Linear(4, 5)', 'self.actor = nn.Linear(5, 2)', 'self.critic = nn.Linear(5, 1)'],
  ],
  [
    'it goes through methods of one’s own',
    module(
      ['one = nn.Linear(20, 8)', 'mu = nn.Linear(8, 3)', 'sigma = nn.Linear(8, 3)'],
      ['encode(self, x)', 'h = F.relu(self.one(x))', 'return self.mu(h), self.sigma(h)'],
      ['forward(self, x)', 'mu, sigma = self.encode(x.view(-1, 20))', 'return mu, sigma'],
    ),
    'Linear#0.out_features',
    ['self.one = nn.Linear(20, 5)', 'self.mu = nn.Linear(5, 3)', 'self.sigma = nn.Linear(5, 3)'],
  ],
  [
    'layers by name in a Sequential',
    [
      'one = nn.Linear(4, 8)',
      'two = nn.Linear(8, 8)',
      'last = nn.Linear(8, 2)',
      'model = nn.Sequential(one, nn.ReLU(), two, last)',
    ],
    'Linear#1.out_features',
    ['two = nn.Linear(8, 5)', 'last = nn.Linear(5, 2)'],
  ],
  [
    'an OrderedDict of layers',
    ['model = nn.Sequential(OrderedDict([', "    ('a', nn.Linear(4, 8)),", "    ('b', nn.Linear(8, 2)),", ']))'],
    'Linear#0.out_features',
    ["('a', nn.Linear(4, 5)),", "('b', nn.Linear(5, 2)),"],
  ],
  [
    'an activation that a parameter brings',
    module(
      ['a = nn.Linear(4, 8)', 'act = activation()', 'b = nn.Linear(8, 2)'],
      ['forward(self, x)', 'return self.b(self.act(self.a(x)))'],
    ),
    'Linear#0.out_features',
    ['self.a = nn.Linear(4, 5)', 'self.b = nn.Linear(5, 2)'],
  ],
  [
    'what is joined is left',
    module(
      ['a = nn.Linear(4, 8)', 'b = nn.Linear(16, 2)'],
      ['forward(self, x)', 'h = self.a(x)', 'return self.b(torch.cat([h, h], 1))'],
    ),
    'Linear#0.out_features',
    null,
  ],
  [
    'what is added is left',
    module(
      ['a = nn.Linear(4, 8)', 'c = nn.Linear(4, 8)', 'b = nn.Linear(8, 2)'],
      ['forward(self, x)', 'return self.b(self.a(x) + self.c(x))'],
    ),
    'Linear#0.out_features',
    null,
  ],
  [
    'a decoder that others call is left',
    [
      ...module(
        ['encoder = nn.Linear(4, 8)', 'decoder = nn.Linear(8, 4)'],
        ['forward(self, x)', 'return self.decoder(self.encoder(x))'],
      ),
      'picture = model.decoder(torch.rand(1, 8))',
    ],
    'Linear#0.out_features',
    null,
  ],
  [
    'a view that cuts the width otherwise is left',
    module(
      ['a = nn.Linear(4, 8)', 'b = nn.Conv2d(2, 3, 1)'],
      ['forward(self, x)', 'return self.b(self.a(x).view(-1, 2, 2, 2))'],
    ),
    'Linear#0.out_features',
    null,
  ],
  [
    'a first state has the size, too',
    module(
      ['a = nn.LSTM(4, 8)', 'b = nn.Linear(8, 2)'],
      ['forward(self, x)', 'h = torch.zeros(1, 1, 8)', 'out, state = self.a(x, (h, h))', 'return self.b(out)'],
    ),
    'LSTM#0.hidden_size',
    null,
  ],
])('%s', async (_, model, width, wanted) => {
  expect(await widened(model, width)).toEqual(wanted);
});
