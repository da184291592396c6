import { networkSettings, trusting } from '../../machine/network-settings.ts';
import { carriesPassword } from '../allow-list.ts';
import type { Mount } from './arguments.ts';

/** How this machine reaches the network, for a container that may: its proxies, without passwords, and its certificates. */
export function networkAccess(ours: Readonly<Record<string, string | undefined>>): {
  readonly mounts: readonly Mount[];
  readonly environment: Readonly<Record<string, string>>;
} {
  const { proxies, certificates } = networkSettings(ours);
  const open = Object.entries(proxies).filter(([, value]) => !carriesPassword.test(value));
  if (certificates === null) return { mounts: [], environment: Object.fromEntries(open) };
  return {
    mounts: [{ host: certificates, inside: bundle, writable: false }],
    environment: { ...Object.fromEntries(open), ...trusting(bundle) },
  };
}

const bundle = '/retune/certificates.pem';
