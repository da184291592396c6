/** A file that a run read as data. */
export interface DataFile {
  /** As the process saw it; absolute. */
  readonly path: string;
  readonly bytes: number;
  /** Of its whole content, or of samples where it is large (images/runtime/PROTOCOL.md). */
  readonly digest: string;
}
