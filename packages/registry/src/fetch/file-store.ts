/** Where the files of a version are put together, in whatever order their bytes come. */
export interface FileStore {
  /** Makes a file of this many bytes; called once for each file, before anything is written. */
  create(name: string, sizeBytes: number): Promise<void>;
  write(name: string, offset: number, bytes: Uint8Array): Promise<void>;
  /** The bytes of a file as they lie there. */
  read(name: string): AsyncIterable<Uint8Array>;
}
