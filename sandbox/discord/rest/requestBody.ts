// Reads a request's body: JSON, or multipart with `payload_json` and `files[n]`.

import type { IncomingMessage } from 'node:http';
import type { UploadedFile } from '../payloads/messagePayload.ts';
import { RestError } from './restError.ts';

export interface RequestBody {
  /** Undefined when there is none. */
  readonly json: unknown;
  readonly files: readonly UploadedFile[];
}

export async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** @throws RestError 50109 when the text is not JSON. */
export async function readBody(request: IncomingMessage): Promise<RequestBody> {
  const bytes = await readBytes(request);
  const contentType = request.headers['content-type'] ?? '';
  if (contentType.startsWith('multipart/form-data')) return readMultipart(bytes, contentType);
  return { json: parseJson(bytes.toString('utf8')), files: [] };
}

function parseJson(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new RestError(400, 50109, 'The request body contains invalid JSON.');
  }
}

async function readMultipart(bytes: Buffer, contentType: string): Promise<RequestBody> {
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': contentType } }).formData();
  const files: UploadedFile[] = [];
  let json: unknown = {};
  for (const [name, value] of form) {
    if (typeof value === 'string') {
      if (name === 'payload_json') json = parseJson(value);
      continue;
    }
    const index = Number(/^files\[(\d+)\]$/.exec(name)?.[1] ?? files.length);
    const content = Buffer.from(await value.arrayBuffer());
    files.push({ index, filename: value.name, contentType: value.type || 'application/octet-stream', bytes: content });
  }
  return { json, files };
}
