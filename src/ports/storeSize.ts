/** How much the store takes on the disk. */
export interface StoreSize {
  measure(): { readonly databaseBytes: number; readonly walBytes: number };
}
