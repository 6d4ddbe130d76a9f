import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect } from 'vitest';
import type { Subject } from '../../../src/domain/catalog.ts';
import { sdkOf } from '../../kit/aws/sdk.ts';
import { iamActionOf, nameCall } from '../../kit/aws/wire.ts';
import { type KindName, writingOf } from './write-kit.ts';

interface Sent {
  readonly operation: string;
  readonly body: any;
}

/**
 * What a `put` sends over HTTP by the real SDK, where moto knows not the operation: every call is answered with a recorded
 * body. It may do nothing that the fact does not declare.
 */
export function recordedPuts(answers: Readonly<Record<string, object>>) {
  let seen: (Sent & { readonly action: string; readonly path: string })[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const { method = 'GET', url: path = '/', headers } = request;
    const { service, operation } = nameCall({ method, path, headers, body });
    seen.push({
      operation,
      action: iamActionOf(service, operation),
      path: decodeURIComponent(path),
      body: body ? JSON.parse(body) : null,
    });
    response.writeHead(operation in answers ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answers[operation] ?? {}));
  });
  let sdk: ReturnType<typeof sdkOf>;
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    sdk = sdkOf(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  });
  afterAll(async () => {
    sdk.destroy();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  return async (kind: KindName, fact: string, subject: Subject, value: unknown) => {
    seen = [];
    const write = writingOf(kind, fact);
    await write.put({ service: sdk }, subject, value);
    expect(seen.map(({ action }) => action).filter((a) => !write.permissions.includes(a))).toEqual([]);
    return seen.map(({ action: _, ...rest }) => rest);
  };
}
