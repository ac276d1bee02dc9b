// Files that people hand to a command. They are served by the local Discord itself, as Discord's file server does.

import type { ServerResponse } from 'node:http';
import type { Json } from '../payloads/componentPayload.ts';
import type { UploadInput } from './inputs.ts';

const prefix = '/attachments/';

export class Uploads {
  readonly #url: () => string;
  readonly #files = new Map<string, { readonly bytes: Buffer; readonly contentType: string }>();

  constructor(url: () => string) {
    this.#url = url;
  }

  /** `resolved.attachments` for files by their option's value. */
  resolve(files: Readonly<Record<string, UploadInput>>): Json {
    const attachments: Json = {};
    for (const [id, file] of Object.entries(files)) {
      const bytes = Buffer.from(file.content);
      const contentType = file.contentType ?? 'application/octet-stream';
      const path = `${prefix}${id}/${encodeURIComponent(file.filename)}`;
      this.#files.set(path, { bytes, contentType });
      const url = `${this.#url()}${path}`;
      const about = { filename: file.filename, size: bytes.length, content_type: contentType };
      attachments[id] = { id, ...about, url, proxy_url: url, ephemeral: true };
    }
    return Object.keys(attachments).length > 0 ? { attachments } : {};
  }

  /** Answers a request for a file; false when the path is not one. */
  serve(path: string, response: ServerResponse): boolean {
    if (!path.startsWith(prefix)) return false;
    const file = this.#files.get(path);
    if (!file) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': file.contentType }).end(file.bytes);
    return true;
  }
}
