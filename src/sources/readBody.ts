// The bytes of an answer, unpacked, within bounds that hold while they arrive: a small packed body must not become a large one.

import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { SourceError } from '../domain/errors.ts';

/** Bytes and ratios a body may have. */
export interface BodyLimits {
  /** As it comes over the wire. */
  readonly maxWireBytes: number;
  readonly maxDecodedBytes: number;
  /** Decoded bytes to each byte on the wire, looked at beyond `ratioFromBytes`. */
  readonly maxRatio: number;
  readonly ratioFromBytes: number;
}

/** More layers than this are an attack; honest servers use one. */
const maxEncodings = 2;

const decoders: Readonly<Record<string, () => Transform>> = {
  gzip: () => createGunzip(),
  'x-gzip': () => createGunzip(),
  deflate: () => createInflate(),
  br: () => createBrotliDecompress(),
};

/**
 * @param contentEncoding the header, e.g. `gzip`
 * @throws SourceError tooLarge; other errors are the stream's own
 */
export async function readBody(
  body: Readable,
  contentEncoding: string,
  limits: BodyLimits,
  host: string,
): Promise<Uint8Array> {
  const encodings = contentEncoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  const layers = encodings.filter((name) => name !== '' && name !== 'identity').reverse();
  const unpack = layers.map((name) => (Object.hasOwn(decoders, name) ? decoders[name] : undefined)?.());
  if (layers.length > maxEncodings || unpack.some((decoder) => decoder === undefined)) {
    body.destroy();
    throw new SourceError(
      'unreachable',
      { host },
      { cause: new Error(`content-encoding ${contentEncoding.slice(0, 80)}`) },
    );
  }

  let wireBytes = 0;
  // Kept apart: the stage that is torn down first may report something else than the one that refused.
  let refusal: SourceError | undefined;
  const refuse = () => {
    refusal ??= new SourceError('tooLarge', { host });
    return refusal;
  };
  const wire = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      wireBytes += chunk.length;
      done(wireBytes > limits.maxWireBytes ? refuse() : null, chunk);
    },
  });
  const chunks: Buffer[] = [];
  let decodedBytes = 0;
  const collect = async (source: AsyncIterable<Buffer>) => {
    for await (const chunk of source) {
      decodedBytes += chunk.length;
      const isBomb = decodedBytes > limits.ratioFromBytes && decodedBytes > wireBytes * limits.maxRatio;
      if (decodedBytes > limits.maxDecodedBytes || isBomb) throw refuse();
      chunks.push(chunk);
    }
  };
  const stages = [body, wire, ...unpack.filter((decoder) => decoder !== undefined), collect];
  const [source, ...rest] = stages as unknown as [Readable, Transform, typeof collect];
  await pipeline(source, ...rest).catch((error: unknown) => {
    throw refusal ?? error;
  });
  return joined(chunks, decodedBytes);
}

/** Not Buffer.concat: its memory may be a pool's, which cannot be handed to a worker. */
function joined(chunks: readonly Buffer[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}
