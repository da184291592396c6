import { execFileSync } from 'node:child_process';

/** Id of a family's image, which the step before has built. */
export function imageOf(family: string): string {
  return execFileSync('docker', ['image', 'inspect', '--format', '{{.Id}}', `retune/${family}`], {
    encoding: 'utf8',
  }).trim();
}
