import { currentBoot, currentHost } from '../machine/process-identity.ts';
import type { Stop } from '../study/session.ts';

/** This machine, until it is started again. */
export function thisBoot(): Pick<Stop, 'host' | 'boot'> {
  return { host: currentHost().host, boot: currentBoot() };
}

/** Whether this machine was started again after a stop on it; of another machine nothing is known. */
export function rebootedSince({ host, boot }: Stop, now = thisBoot()): boolean {
  return host === now.host && boot !== '' && now.boot !== '' && boot !== now.boot;
}
