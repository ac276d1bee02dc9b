/** The database cannot be used until a person has done what the message says; starting again would not help. */
export class StoreUnusable extends Error {
  override name = 'StoreUnusable';
}
