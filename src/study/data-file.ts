/** A file that a run read as data. */
export interface DataFile {
  /** As the process saw it; absolute. */
  readonly path: string;
  readonly bytes: number;
  /** Of its whole content, or of samples where it is large (images/runtime/PROTOCOL.md). */
  readonly digest: string;
}

/** What a run read as data, as far as it was seen. */
export interface DataRead {
  /** The largest of them. */
  readonly files: readonly DataFile[];
  /** Of all files, and of their bytes. */
  readonly count: number;
  readonly bytes: number;
  /** Whether it connected to another machine; absent where the runtime did not tell yet. */
  readonly remote?: boolean;
}
