/**
 * Where this page may load a picture from: the policy allows its own origin only, so outside pictures come through the sandbox.
 * @param {string | undefined} url
 * @param {{ filename: string, url: string }[]} attachments of the message, for `attachment://name`
 * @returns {string | undefined} nothing when the picture cannot be shown
 */
export function mediaAddress(url, attachments = []) {
  if (url === undefined) return undefined;
  if (url.startsWith('attachment://')) {
    const name = url.slice('attachment://'.length);
    return mediaAddress(attachments.find((attachment) => attachment.filename === name)?.url);
  }
  if (url.startsWith('/')) return url;
  if (!/^https?:\/\//i.test(url)) return undefined;
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  return parsed?.origin === globalThis.location?.origin ? url : `/sandbox/media?url=${encodeURIComponent(url)}`;
}
