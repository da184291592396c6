/**
 * Ctrl-C and a polite kill as an abort signal with the system's signal as its reason, from the first question on. Before
 * there is anything to stop and keep they end the process as they end any other: a handler could not run while a script
 * is being read. `once`: the second one ends the process; `on`: none does, as a runner sends them in a row.
 */
export function interruption(listen: 'once' | 'on'): () => AbortSignal {
  let controller: AbortController | null = null;
  return () => {
    if (controller !== null) return controller.signal;
    const made = (controller = new AbortController());
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process[listen](signal, () => {
        made.abort(signal);
      });
    }
    return made.signal;
  };
}
