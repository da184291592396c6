/** The command line. Replaced by the wiring of `commands` as they arrive. */
export async function cli(): Promise<void> {
  await Promise.resolve();
}
