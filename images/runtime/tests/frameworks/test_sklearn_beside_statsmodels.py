"""statsmodels, which lies in the environment of scikit-learn."""

from __future__ import annotations

import unittest

from framework_attempts import AttemptTest

DATA = """
import numpy as np
import pandas as pd
import statsmodels.api as sm
import statsmodels.formula.api as smf
rng = np.random.RandomState(0)
df = pd.DataFrame(rng.normal(size=(200, 2)), columns=["a", "b"])
df["y"] = df.a * 2 + rng.normal(size=200)
"""


class Statsmodels(AttemptTest):
    def splits(self, lines: str) -> object:
        self.setUp()
        ran = self.run_script(DATA + lines)
        self.assertEqual((ran.code, ran.of("warning")), (0, []), ran.output)
        self.assertEqual(ran.output.split("Time:")[0], self.plain(DATA + lines).split("Time:")[0])
        return [(split, source) for _, split, source in ran.metrics("r2")]

    def test_r2_of_a_fit_is_of_its_own_data(self) -> None:
        fit = "m = sm.OLS(df.y, sm.add_constant(df[['a', 'b']])).fit()\n"
        self.assertEqual(self.splits(fit + "print('R2:', m.rsquared)\nprint(m.rsquared)\n"), [("train", "hook")])
        self.assertEqual(self.splits(fit + "print(m.summary())\n"), [("train", "hook")])
        formula = "m = smf.ols('y ~ a + b', data=df).fit()\nr2 = m.rsquared\nprint(f'R-squared: {r2:.3f}')\nprint(r2)\n"
        self.assertEqual(self.splits(formula), [("train", "hook")])

    def test_r2_of_other_data_is_not(self) -> None:
        held_out = "m = smf.ols('y ~ a + b', data=df[:150]).fit()\ntest = df[150:]\n"
        held_out += "r2 = 1 - ((m.predict(test) - test.y) ** 2).sum() / ((test.y - test.y.mean()) ** 2).sum()\nprint('train R2', m.rsquared)\nprint(r2)\n"
        self.assertEqual(self.splits(held_out), [("train", "hook"), ("test", "printed")])


if __name__ == "__main__":
    unittest.main()
