import { judge, judgeOptional, learn, noExperience } from './proof.ts';

test('too few runs prove nothing; one is enough where one is asked for', () => {
  expect(judge([0.05, 0.05], 3, noExperience)).toBe('open');
  expect(judge([0.05], 1, noExperience)).toBe('believed');
});

test('runs that are clearly beyond the target prove it, clearly below refute it', () => {
  expect(judge([0.05, 0.04, 0.06], 3, noExperience)).toBe('believed');
  expect(judge([0.01, -0.04, -0.05], 3, noExperience)).toBe('refuted');
});

test('a close call takes more runs, and ends', () => {
  const close = [0.02, 0.02, -0.015];
  expect(judge(close, 3, noExperience)).toBe('open');
  expect(judge([...close, 0.02, 0.02, 0.02, 0.02], 3, noExperience)).toBe('believed');
  expect(judge([...close, -0.02, 0.02, -0.02, 0.02, -0.02, 0.02], 3, noExperience)).toBe('refuted');
});

test('runs that do not differ are judged by their value', () => {
  expect(judge([0, 0, 0], 3, noExperience)).toBe('believed');
});

test('how much runs differ is learnt from earlier candidates, and each one raises the bar', () => {
  const runs = [0.01, 0.01, 0.012];
  const noisy = learn(noExperience, [0.05, -0.05, -0.06]);
  expect(noisy).toMatchObject({ candidates: 1, degrees: 2 });
  expect(judge(runs, 3, noExperience)).toBe('believed');
  expect(judge(runs, 3, noisy)).toBe('open');
  const barely = [0.01, 0.013, 0.013];
  const known = { candidates: 0, squares: 0.00015, degrees: 1 };
  expect(judge(barely, 3, known)).toBe('believed');
  expect(judge(barely, 3, { ...known, candidates: 100 })).toBe('open');
});

test('what is only nicer to have is given up at the first doubt and decided after few runs', () => {
  const known = learn(noExperience, [0.01, 0.02, 0.03]);
  expect(judgeOptional([0.01, -0.012], 3, known)).toBe('refuted');
  expect(judgeOptional([0.01, 0.012], 3, known)).toBe('open');
  expect(judgeOptional([0.01, 0.012, 0.011], 3, known)).toBe('believed');
  expect(judgeOptional([0.01, 0.002, -0.009], 3, known)).toBe('refuted');
  expect(judgeOptional([0.01, 0.002, -0.009, 0.002], 4, known)).toBe('refuted');
  expect(judgeOptional([0], 1, known)).toBe('believed');
});
