/** How this machine reaches the network: what a container needs to reach it too. */
export interface NetworkSettings {
  /** Proxies, by the names of their variables. */
  readonly proxies: Readonly<Record<string, string>>;
  /** Absolute path of a bundle of certificates that replaces the system's own; `null`: none is named. */
  readonly certificates: string | null;
}

/** Read from the variables that everybody sets for it. */
export function networkSettings(environment: Readonly<Record<string, string | undefined>>): NetworkSettings {
  const proxies = Object.entries(environment).filter(
    (entry): entry is [string, string] => /^(https?|no|all)_proxy$/i.test(entry[0]) && (entry[1] ?? '') !== '',
  );
  const bundles = ['SSL_CERT_FILE', 'REQUESTS_CA_BUNDLE', 'CURL_CA_BUNDLE', 'PIP_CERT'];
  const certificates = bundles.map((name) => environment[name]).find((path) => path !== undefined && path !== '');
  return { proxies: Object.fromEntries(proxies), certificates: certificates ?? null };
}

/** The variables by which Python's `ssl`, requests and curl find a bundle. */
export function trusting(bundle: string): Record<string, string> {
  return Object.fromEntries(['SSL_CERT_FILE', 'REQUESTS_CA_BUNDLE', 'CURL_CA_BUNDLE'].map((name) => [name, bundle]));
}
