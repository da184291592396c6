// Scripts that the runner contract trains with.

/** Ignores requests to end, and so does its child, and so does one that left the session. */
export const stubborn = `
import os, signal, subprocess, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
child = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('up', flush=True); time.sleep(60)"
for away in (False, True):
    process = subprocess.Popen([sys.executable, "-c", child], start_new_session=away, stdout=subprocess.PIPE)
    process.stdout.readline()
open("ready", "w").close()
while True:
    time.sleep(60)
`;

/** As much of XGBoost as its hook knows, so that none has to be installed: 40 s of rounds, few enough for each to be told. */
export const endlessRounds = `
import os
package = {
    "__init__": "from .training import train",
    "callback": "class TrainingCallback: pass",
    "training": '''
import time
from . import callback
class Booster:
    def save_model(self, path): open(path, "w").close()
def train(params, dtrain, num_boost_round=10, callbacks=()):
    for epoch in range(num_boost_round):
        time.sleep(0.4)
        if any([each.after_iteration(None, epoch, {"test": {"error": [1 / (epoch + 1)]}}) for each in callbacks]):
            break
    return Booster()
''',
}
os.mkdir("xgboost")
for name, text in package.items():
    with open(os.path.join("xgboost", name + ".py"), "w") as file:
        file.write(text)
import xgboost
xgboost.train({}, None, num_boost_round=99)
print("after the training")
`;
