// Headers as they came, a character for each byte. undici reads them as UTF-8: an ETag of other bytes would be sent back as another.

import type { Dispatcher } from 'undici';

const characterForEach = (bytes: Buffer) => Buffer.from(bytes.toString('latin1'));

export const keepHeaderBytes: Dispatcher.DispatcherComposeInterceptor = (dispatch) => (options, handler) =>
  dispatch(options, {
    onConnect: (...args) => handler.onConnect?.(...args),
    onHeaders: (status, headers, ...rest) =>
      handler.onHeaders?.(status, headers.map(characterForEach), ...rest) ?? true,
    onData: (...args) => handler.onData?.(...args) ?? true,
    onComplete: (...args) => handler.onComplete?.(...args),
    onError: (...args) => handler.onError?.(...args),
  });

/** A header whose text is meant, not its bytes: servers write an address beyond ASCII in UTF-8. */
export function textOfHeader(header: string): string {
  const text = Buffer.from(header, 'latin1').toString();
  return text.includes('\uFFFD') ? header : text;
}
