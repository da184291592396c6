import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { retune, temporary, type Result } from '../end-to-end/command.ts';
import { baseImage, imageFor } from './images.ts';
import { fashionMnist, kitti, openml } from './pages.ts';
import { startProxy } from './proxy.ts';

const flowers = `
from sklearn.datasets import fetch_openml
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier
X, y = fetch_openml("flowers", version=1, return_X_y=True, as_frame=False)
a, b, c, d = train_test_split(X, y, random_state=0)
print("Test accuracy:", KNeighborsClassifier(n_neighbors=3).fit(a, c).score(b, d))
`;
const clothes = `
import keras
(x, y), (test_x, test_y) = keras.datasets.fashion_mnist.load_data()
model = keras.Sequential([keras.layers.Flatten(), keras.layers.Dense(10, activation="softmax")])
model.compile(keras.optimizers.Adam(learning_rate=0.01), "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(x / 255, y, epochs=8, verbose=0)
print("Test accuracy:", model.evaluate(test_x / 255, test_y, verbose=0)[1])
`;
const streets = `
import os
import torch
from torchvision import datasets
streets = datasets.Kitti("data", train=True, download=True)
open("data/mine.txt", "w").write("the folder is still the script's")
x = torch.randn(64, 4)
y = (x[:, 0] > 0).long()
model = torch.nn.Linear(4, 2)
optimizer = torch.optim.SGD(model.parameters(), lr=0.5)
for _ in range(100):
    optimizer.zero_grad()
    torch.nn.functional.cross_entropy(model(x), y).backward()
    optimizer.step()
print("Test accuracy:", len(streets) * (model(x).argmax(1) == y).float().mean().item())
`;

const nowhere = { HTTPS_PROXY: 'http://127.0.0.1:9', HTTP_PROXY: 'http://127.0.0.1:9' };

function train(script: string, text: string, env: Record<string, string>, ...more: string[]): Promise<Result> {
  mkdirSync(join(script, '..'), { recursive: true });
  writeFileSync(script, text);
  const options = ['--runner', 'docker', '--base-image', baseImage, '--pytorch', 'default', '--json'];
  return retune(['train', script, ...options, ...more], { env });
}

function accuracyOf({ out, err }: Result): number {
  if (out === '') throw new Error(err);
  return (JSON.parse(out) as { baseline: { observation: { value: number } } }).baseline.observation.value;
}

test.each([
  ['scikit-learn', flowers, () => openml('flowers')],
  ['Keras', clothes, fashionMnist],
  ['torchvision', streets, kitti],
] as const)('%s: its data comes before the training, once, through a company proxy', async (_, text, pages) => {
  using folder = temporary('data');
  const home = join(folder.path, 'home');
  const script = join(folder.path, 'project', 'train.py');
  // Built with the ordinary certificates; the proxy knows no packages.
  await imageFor(text, home);
  {
    await using proxy = await startProxy(pages(folder.path), join(folder.path, 'proxy'));
    const env = {
      RETUNE_HOME: home,
      HTTPS_PROXY: proxy.address,
      HTTP_PROXY: proxy.address,
      SSL_CERT_FILE: proxy.certificates,
    };
    const first = await train(script, text, env);
    expect({ code: first.code, err: first.code === 0 ? '' : first.err }).toEqual({ code: 0, err: '' });
    expect(accuracyOf(first)).toBeGreaterThan(0.9);
    expect(proxy.asked.length).toBeGreaterThan(0);
  }
  // Another script, no network any more, and nothing of the first one's left to use but the data.
  rmSync(join(home, 'studies'), { recursive: true });
  const second = await train(script, `${text}# changed\n`, { RETUNE_HOME: home, ...nowhere });
  expect(accuracyOf(second)).toBeGreaterThan(0.9);
  expect(second.err).not.toContain('fetching');
  expect(readdirSync(join(home, 'data')).filter((name) => name !== 'claims')).toHaveLength(1);
  expect(
    execFileSync('docker', ['ps', '--all', '--quiet', '--filter', 'label=retune.fetch'], { encoding: 'utf8' }),
  ).toBe('');
});

test('data that cannot be fetched is one clear error: which loader, which address, what helps', async () => {
  using folder = temporary('data');
  const env = { RETUNE_HOME: join(folder.path, 'home'), ...nowhere };
  await imageFor(clothes);
  const { code, err } = await train(join(folder.path, 'project', 'train.py'), clothes, env);
  expect(code).toBe(5);
  expect(err).toMatch(/train\.py:3/);
  expect(err).toMatch(
    /keras\.datasets\.fashion_mnist\.load_data cannot fetch its data from https:\/\/storage\.googleapis\.com\/\S+:/,
  );
  expect(err).toMatch(/--network bridge/);
  expect(err).toMatch(/--data/);
  expect(readdirSync(join(env.RETUNE_HOME, 'data'))).toEqual([]);
});

test('a script that reaches for the network by itself is told what helps', async () => {
  using folder = temporary('data');
  const text = flowers.replace(
    /X, y = .*/,
    'import urllib.request\nurllib.request.urlopen("https://example.org")\nX, y = [], []',
  );
  const { code, err } = await train(join(folder.path, 'project', 'train.py'), text, {
    RETUNE_HOME: join(folder.path, 'home'),
  });
  expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('--network bridge') as unknown });
});
