// Pictures for the sandbox's page, which may load nothing from elsewhere itself. Only origins that the sandbox allows are asked, and no
// redirect leads anywhere else.

export interface Media {
  type: string;
  bytes: Buffer;
}

const MAX_MEDIA_BYTES = 5 * 1024 * 1024;
const TIMEOUT_MS = 10_000;
const IMAGE_TYPE = /^image\/[\w.+-]+/;

/** Gives nothing for whatever is not a reachable image of at most 5 MB at an allowed origin such as `http://127.0.0.1:4000`. */
export async function fetchMedia(address: string, allowedOrigins: string[]): Promise<Media | undefined> {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (!/^https?:$/.test(url.protocol) || !allowedOrigins.includes(url.origin)) return undefined;
  try {
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
    const type = IMAGE_TYPE.exec(response.headers.get('content-type') ?? '')?.[0];
    const bytes = response.ok && type !== undefined ? await readBounded(response) : undefined;
    if (bytes === undefined) await response.body?.cancel().catch(() => undefined);
    return type === undefined || bytes === undefined ? undefined : { type, bytes };
  } catch {
    return undefined;
  }
}

/** The length that a server announces may be a lie, so what arrives is counted. */
async function readBounded(response: Response): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const chunk of response.body ?? []) {
    sizeBytes += chunk.byteLength;
    if (sizeBytes > MAX_MEDIA_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
