import { inlineCode, words } from './markdown-safe.ts';
import type { Outcome } from './outcome.ts';
import { outcome } from './sample-study.ts';
import { summaryMarkdown } from './summary-markdown.ts';

test('a target that was reached', () => {
  expect(summaryMarkdown(outcome)).toBe(`## ✅ Target reached: accuracy 94.0 % → 98.4 %, target 98 %

2 trials tried; the winner is confirmed by complete runs.

| | |
|---|---|
| script | \`train.py\` |
| before | 94.0 % |
| after | 98.4 % (trial 2) |
| target | accuracy ≥ 98 % |
| confirmed by | 1 complete run: 98.4 %; 95 % interval over the evaluated rows 96.8 % to 99.3 %. One run: nothing in the training is random, repeats would be equal |
| train data | 90.2 % → 94.1 % cross-validated in 3 parts; the test data has no say in it |
| test set | chose among 2 results on 450 rows; by chance alone the best can look up to 0.7 % too good: worth a look at fresh data |
| took | 6.4 s, trials: 2 |

### Changed

| hyper-parameter | before | after | place |
|---|---|---|---|
| \`n_neighbors\` | \`25\` | \`3\` | \`train.py:12\` |
| \`weights\` | \`'uniform'\` | \`'distance'\` | \`train.py:12\` |

\`\`\`diff
--- a/train.py
+++ b/train.py
@@ -12,1 +12,1 @@
-model = KNeighborsClassifier(n_neighbors=25)
+model = KNeighborsClassifier(n_neighbors=3, weights='distance')
\`\`\`

The diff is minimal: without any of these changes the target was missed, or is out of reach.

<details><summary>Trials</summary>

| trial | result | took | values |
|---|---|---|---|
| 1 | ValueError: no such metric | 0.9 s | \`weights='distance'\` |
| 2 | 98.4 % | 1.7 s | \`n_neighbors=3, weights='distance'\` |

</details>

- model: \`/home/ada/.retune/studies/train-1a2b3c/winner/model\`
- saved: \`/home/ada/.retune/studies/train-1a2b3c/winner/saved\`, by the script itself: history.png, out/model.h5
- diff: \`/home/ada/.retune/studies/train-1a2b3c/winner/retune.diff\`
- summary: \`/home/ada/.retune/studies/train-1a2b3c/winner/summary.md\`
- reproduce: \`/home/ada/.retune/studies/train-1a2b3c/winner/reproduce.sh\`
- study: \`/home/ada/.retune/studies/train-1a2b3c\`

### Next

- put it into train.py: the same command with --apply
`);
});

test('text of a script is data: no mention, no markup, no way out of a fence', () => {
  const evil = '@octocat <img src=x> [a](https://evil.example) | `tick` ``` #1';
  const told = summaryMarkdown({
    ...outcome,
    script: evil,
    trials: outcome.trials.map((trial) => ({ ...trial, observation: null, problem: evil })),
    diff: `--- a/x\n+++ b/x\n+${evil}\n+\`\`\`\n+@octocat\n`,
  });
  const outsideCode = told.replace(/^(`{3,})diff\n[\s\S]*?^\1$/gm, '').replace(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, '');
  expect(outsideCode).not.toMatch(/@octocat|<img|https:\/\/evil|[^\\]\[a\]/);
  expect(told).toContain('````diff');
});

test.each([
  ['a`b', '``a`b``'],
  ['`a`', '`` `a` ``'],
  ['a|b', '`a\\|b`'],
  ['', '`  `'],
  ['two\nlines', '`two lines`'],
])('%j as code is %s', (text, code) => {
  expect(inlineCode(text)).toBe(code);
});

test.each([
  ['<b>&amp;', '&lt;b&gt;&amp;amp;'],
  ['@ada', '@\u200bada'],
  ['*x* _y_ #7', '\\*x\\* \\_y\\_ \\#7'],
  ['see https://x.y and www.z', 'see https:\u200b//x.y and www\u200b.z'],
])('%j in words is %j', (text, safe) => {
  expect(words(text)).toBe(safe);
});

test('it stays below 60,000 characters, whatever the study was', () => {
  const trials = Array.from({ length: 500 }, (_, i) => ({ ...outcome.trials[1]!, trial: i + 1 }));
  const changes = Array.from({ length: 400 }, () => outcome.best!.changes[0]!);
  const huge: Outcome = {
    ...outcome,
    trials,
    best: { ...outcome.best!, changes },
    diff: `--- a/x\n+++ b/x\n${'+a long line of source\n'.repeat(9000)}`,
  };
  const told = summaryMarkdown(huge);
  expect(told.length).toBeLessThan(60_000);
  expect(told).toContain('the last 60 of 500');
  expect(told).toContain('the file holds all of it');
});
