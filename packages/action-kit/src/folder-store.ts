/** A place that keeps folders by key over jobs. */
export interface FolderStore {
  /** Folder that was saved under the key, or `null`. */
  restore(key: string): Promise<string | null>;
  /** Keeps a copy of the folder. Never rejects: a full cache is no reason to stop. */
  save(key: string, folder: string): Promise<void>;
}
