// Where a redirect leads, and the two places it may not lead to: a login page, and from https back to http.

import { SourceError } from '../domain/errors.ts';
import { isUrl } from '../domain/isUrl.ts';

/** A path segment that asks people who they are. */
const loginSegment = /^(log-?in|sign-?in|sso|wp-login\.php|login\.(php|aspx?|html?|jsp)|users\/sign_in)$/i;

/**
 * The address after a redirect, still to be vetted.
 *
 * @throws SourceError login, addressInvalid
 */
export function redirectTarget(from: URL, location: string): string {
  // A backslash would be read as a slash: the address as written is what counts.
  if (location.includes('\\') || !isUrl(location, from.href)) {
    throw new SourceError('addressInvalid', { host: from.hostname });
  }
  const to = new URL(location, from);
  if (asksForLogin(to) && !asksForLogin(from)) throw new SourceError('login', { host: from.hostname });
  if (from.protocol === 'https:' && to.protocol === 'http:') {
    throw new SourceError('addressInvalid', { host: to.hostname });
  }
  return to.href;
}

function asksForLogin(url: URL): boolean {
  return url.pathname.split('/').some((segment) => loginSegment.test(segment));
}
