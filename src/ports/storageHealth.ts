/** The file that everything is kept in. */
export interface StorageHealth {
  /** Writes to the disk as a delivery would, changing nothing. @throws when writing does not work */
  probeWrite(): Promise<void>;
  measure(): { readonly databaseBytes: number; readonly walBytes: number };
}
