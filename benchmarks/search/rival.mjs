// An optimiser of others, in a Python process of its own, as a player.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('rivals.py', import.meta.url));

export function rival(name, python) {
  const child = spawn(python, [script, name], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, OMP_NUM_THREADS: '1' },
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const send = (command) => child.stdin.write(`${JSON.stringify(command)}\n`);
  const answer = async (command) => {
    send(command);
    const { value, done } = await lines.next();
    if (done) throw new Error(`${name} ended without an answer`);
    return JSON.parse(value);
  };
  return {
    begin: ({ problem, seed }) => send({ begin: problem.dimensions, seed }),
    tell: (results) => send({ tell: results }),
    ask: (count) => answer({ ask: count }),
    show: (point, curve) => answer({ show: point, curve }),
    end: () => child.stdin.end(),
  };
}
