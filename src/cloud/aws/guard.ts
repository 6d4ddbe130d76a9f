import { CloudError } from '../../domain/errors.ts';

interface RawResponse {
  statusCode: number;
  headers?: Readonly<Record<string, string>>;
  body?: unknown;
}

/** The whole answer as bytes; control-plane answers are small, and no object is ever read. */
async function bytesOf(body: unknown): Promise<Uint8Array> {
  if (body === undefined || body === null) return new Uint8Array();
  if (body instanceof Uint8Array) return body;
  if (typeof body === 'string') return Buffer.from(body);
  const chunks: Uint8Array[] = [];
  for await (const chunk of body as AsyncIterable<Uint8Array>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Past declaration, doctype and comments. */
const firstElement = /^(?:\s|<\?[^>]*>|<!--[\s\S]*?-->|<!doctype[^>]*>)*<([\w:.-]+)/i;

/** A page's elements are `html` or `HTML`; AWS's answers begin with an element that is named `LikeThis`. */
function isPage(text: string): boolean {
  const name = firstElement.exec(text)?.[1];
  return name !== undefined && (!/^[A-Z].*[a-z]/.test(name) || name.toLowerCase() === 'html');
}

/**
 * Refuses an answer that is not AWS's. A captive portal's page with status 200 parses as an empty success, which would
 * read as "no buckets" or "versioning off"; so does an empty body. A page with 404 or 500 is an endpoint that does not
 * know the operation. `root` tells the element that the answer must begin with, where even AWS's own answer may hold
 * nothing else.
 */
export async function guard(response: RawResponse, expectsBody: boolean, root?: RegExp): Promise<void> {
  const body = await bytesOf(response.body);
  response.body = body;
  const { statusCode, headers = {} } = response;
  if (headers['smithy-protocol'] === 'rpc-v2-cbor') return;
  const text = Buffer.from(body.subarray(0, 65_536)).toString('utf8').trimStart();
  if (isPage(text) && statusCode < 300) throw new CloudError('failed', 'a web page answered instead of AWS');
  if (isPage(text) && [404, 405, 500, 501].includes(statusCode)) {
    throw new CloudError('unsupported', 'the endpoint does not know this call');
  }
  if (!expectsBody || statusCode >= 300) return;
  if (text === '') throw new CloudError('unsupported', 'the endpoint answered with an empty body');
  if (!/^[<{]/.test(text)) throw new CloudError('failed', 'something else answered instead of AWS');
  const element = firstElement.exec(text)?.[1];
  if (root !== undefined && !root.test(element ?? ''))
    throw new CloudError('failed', 'something else answered instead of AWS');
}
