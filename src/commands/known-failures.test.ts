import { knownRemedy } from './known-failures.ts';

const source = 'X = pd.get_dummies(df)\nmodel.fit(X.values, y)\n';

test.each([
  'ValueError: Invalid dtype: object',
  "TypeError: can't convert np.ndarray of type numpy.object_. The only supported types are: float64",
  'ValueError: Failed to convert a NumPy array to a Tensor (Unsupported object type bool).',
  'ValueError: Pandas data cast to numpy dtype of object. Check input data with np.asarray(data).',
])('what get_dummies gives today is named as the cause: %s', (said) => {
  expect(knownRemedy(said, source)).toContain('dtype=int');
  expect(knownRemedy(said, 'model.fit(df.values, y)\n')).toBeNull();
});

test.each(['get_ipython', 'display'])('a script that was exported from a notebook: %s', (name) => {
  const said = `NameError: name '${name}' is not defined`;
  expect(knownRemedy(said, `${name}(df)\n`)).toContain('.ipynb');
  expect(knownRemedy(said, 'model.fit(X, y)\n')).toBeNull();
});

test('another failure has no known cause', () => {
  expect(knownRemedy("KeyError: 'price'", source)).toBeNull();
});
