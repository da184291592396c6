import { Buffer } from 'node:buffer';
import { spawn } from 'node:child_process';
import { environment } from './places.mjs';

/**
 * Runs phases one after the other; the lanes of a phase run side by side, the steps of a lane one after the
 * other. A step prints its whole output when it ends, so that lanes do not mix. A failure stops nothing.
 */
export async function runSteps(phases, { directory, count }) {
  const total = { passed: 0, failed: 0 };
  for (const lanes of phases) await Promise.all(lanes.map((steps) => runLane(steps)));
  return total;

  async function runLane(steps) {
    for (const step of steps) {
      const { passed, failed } = await runStep(step, directory, step.count ?? count);
      total.passed += passed;
      total.failed += failed;
    }
  }
}

async function runStep({ name, command }, directory, count) {
  console.log(`... ${name}`);
  const started = Date.now();
  const { status, output } = await run(command, directory);
  const { passed, failed } = count(output, status);
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(`\n=== ${name}\n${output.trimEnd()}\n--- ${name}: ${passed} passed, ${failed} failed, ${seconds} s`);
  return { passed, failed };
}

function run([program, ...args], directory) {
  return new Promise((done) => {
    const child = spawn(program, args, { cwd: directory, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
    const parts = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => parts.push(part));
    child.once('error', (error) => done({ status: 1, output: `${program}: ${error.message}` }));
    child.once('close', (status) => done({ status, output: Buffer.concat(parts).toString() }));
  });
}
