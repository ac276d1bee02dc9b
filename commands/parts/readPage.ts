// The number of a page in a button's id.

/** From 0; what is no number, or was never written by a button, is the first page. */
export function readPage(text: string | undefined): number {
  return text !== undefined && /^\d{1,5}$/.test(text) ? Number(text) : 0;
}
