// Addresses people will be shown.

import { isUrl } from '../domain/isUrl.ts';

/** Characters; Discord takes no longer ones in a button. @see https://docs.discord.com/developers/components/reference#button */
const maxLinkLength = 2_000;

/** An http(s) address as published, without its fragment; undefined when it is none. */
export function normaliseLink(address: string | undefined): string | undefined {
  const link = address?.trim().replace(/#.*$/s, '') ?? '';
  if (!/^https?:\/\/[^/\s]/i.test(link) || link.length > maxLinkLength || !isUrl(link)) return undefined;
  const url = new URL(link);
  if (url.username !== '' || url.password !== '') return undefined;
  // Blanks and characters beyond ASCII are written as the URL parser writes them: some clients do not link them otherwise.
  return /^[\x21-\x7e]+$/.test(link) ? link : url.href;
}
