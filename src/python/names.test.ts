import { readPython } from './reading.ts';
import type { Reading } from './reading.ts';
import { descendants, fieldOf } from './syntax-tree.ts';
import type { SyntaxNode } from './syntax-tree.ts';

async function read(text: string): Promise<Reading> {
  return readPython({ path: 'train.py', text });
}

function lastCall({ root, textOf }: Reading, name: string): SyntaxNode {
  const calls = descendants(root).filter(({ type }) => type === 'call');
  return calls.findLast((call) => textOf(fieldOf(call, 'function')!).endsWith(name))!;
}

test.each([
  ['from keras.layers import Dense\nDense(1)', 'keras.layers.Dense'],
  ['from keras.layers import Dense as D\nD(1)', 'keras.layers.Dense'],
  ['import tensorflow as tf\ntf.keras.layers.Dense(1)', 'keras.layers.Dense'],
  ['from tensorflow.keras import layers\nlayers.Dense(1)', 'keras.layers.Dense'],
  ['from tensorflow import keras\nkeras.layers.Dense(1)', 'keras.layers.Dense'],
  ['from keras.layers import *\nDense(1)', 'keras.layers.Dense'],
  ['import keras\nL = keras.layers\nL.Dense(1)', 'keras.layers.Dense'],
  ['import torch.nn as nn\nnn.Linear(1, 2)', 'torch.nn.Linear'],
  ['import sklearn.svm\nsklearn.svm.SVC()', 'sklearn.svm.SVC'],
  ['try:\n    import a as k\nexcept ImportError:\n    import b as k\nk.f()', 'a.f'],
  ['def g():\n    from x import Dense\n    Dense(1)', 'x.Dense'],
  ['def Dense(x): pass\nDense(1)', null],
  ['range(3)', 'builtins.range'],
  ['def range(x): pass\nrange(3)', null],
  ['from . import model\nmodel.build()', '..model.build'],
  ["from torch import nn\nmake = getattr(nn, 'LSTM')\nmake(4, 2)", 'torch.nn.LSTM'],
  ['from torch import nn\nmake = getattr(nn, rnn_type)\nmake(4, 2)', 'torch.nn.RNN'],
  ['from torch import nn\nmake = getattr(nn, kind)\nmake(4, 2)', null],
  ["def getattr(a, b): pass\nfrom torch import nn\nmake = getattr(nn, 'LSTM')\nmake(4, 2)", null],
])('%p calls %p', async (text, canonical) => {
  const reading = await read(text);
  const callee = fieldOf(lastCall(reading, ''), 'function')!;
  expect(reading.names.canonical(callee)).toBe(canonical);
});

test.each([
  ['a variable', 'from s import SVC\nm = SVC()\nm.fit(1)', 's.SVC'],
  ['a function that builds it', 'from s import SVC\ndef b():\n    m = SVC()\n    return m\nm = b()\nm.fit(1)', 's.SVC'],
  ['a method that gives itself back', 'from s import SVC\nm = SVC().fit(0)\nm.fit(1)', 's.SVC'],
  [
    'an attribute',
    'from s import SVC\nclass A:\n    def __init__(self):\n        self.m = SVC()\n    def t(self):\n        self.m.fit(1)',
    's.SVC',
  ],
  ['either of two', 'from s import A, B\nif x:\n    m = A()\nelse:\n    m = B()\nm.fit(1)', null],
])('an object is known by what made it: %s', async (_, text, made) => {
  const reading = await read(text);
  const callee = fieldOf(lastCall(reading, 'fit'), 'function')!;
  expect(reading.names.madeBy(fieldOf(callee, 'object')!)).toBe(made);
});

test.each([
  ['one constant', 'n = 1\nuse(n)', '1'],
  ['the last before the use', 'n = 1\nn = 2\nuse(n)\nn = 3', '2'],
  ['a constant in a function', 'n = 1\ndef f():\n    use(n)\nf()', '1'],
  ['a local before a global', 'n = 1\ndef f():\n    n = 2\n    use(n)\nf()', '2'],
  ['where the function is called', 'n = 1\ndef f():\n    use(n)\nf()\nn = 2', '1'],
  ['called between re-bindings', 'n = 1\ndef f():\n    use(n)\nf()\nn = 2\nf()', null],
  ['perhaps re-bound', 'n = 1\nif x:\n    n = 2\nuse(n)', null],
  ['re-bound in a branch that the use does not see', 'n = 1\nuse(n)\nif x:\n    n = 2', '1'],
  ['re-bound in the same loop', 'n = 1\nfor i in x:\n    use(n)\n    n = 2', null],
  ['counted', 'n = 1\nn += 1\nuse(n)', null],
  ['set by a function', 'n = 1\ndef f():\n    global n\n    n = 2\nf()\nuse(n)', null],
  ['a parameter’s default', 'def f(n=4):\n    use(n)', '4'],
  ['in a with block', 'with x as y:\n    n = 1\nuse(n)', '1'],
  ['several at once', 'm, n = 1, 2\nuse(n)', '2'],
  ['chained', 'm = n = 3\nuse(n)', '3'],
  ['annotated', 'n: int = 3\nuse(n)', '3'],
  ['under main', "if __name__ == '__main__':\n    n = 3\n    use(n)", '3'],
  ['a comprehension’s own', 'n = 1\n[use(n) for n in x]', null],
  ['seen from a comprehension', 'n = 1\n[use(n) for i in x]', '1'],
  ['a class body is no scope for methods', 'n = 1\nclass A:\n    n = 2\n    def f(self):\n        use(n)', '1'],
])('which value reaches the use: %s', async (_, text, value) => {
  const reading = await read(text);
  const use = fieldOf(lastCall(reading, 'use'), 'arguments')!.children[1]!;
  const binding = reading.bindings.reaching(use);
  expect(binding?.value == null ? null : reading.textOf(binding.value)).toBe(value);
});
