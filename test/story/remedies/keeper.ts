import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { testAccountId } from '../../kit/aws/environment.ts';
import { keepBackup } from './keeper-backup.ts';
import { keepDynamoDb } from './keeper-dynamodb.ts';
import { keepEc2 } from './keeper-ec2.ts';

export interface Keeper {
  readonly endpoint: string;
  reset(): void;
  stop(): Promise<void>;
}

const nobody = '<NotificationConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/"/>';

/**
 * moto in front of which the notifications of a bucket are kept as S3 keeps them: moto takes EventBridge and does not tell
 * it. So are some settings of EC2, DynamoDB and AWS Backup that moto does not know. All else is moto's.
 */
export async function startKeeper(upstream: string): Promise<Keeper> {
  const { hostname, port } = new URL(upstream);
  const agent = new Agent({ keepAlive: true });
  const kept = new Map<string, string>();
  const ec2 = keepEc2(testAccountId);
  const backup = keepBackup();
  const dynamoDb = keepDynamoDb();
  const server = createServer(async (incoming, outgoing) => {
    const { method = '', url = '', headers } = incoming;
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const bucket = /^\/([^/?]+)\/?\?notification/.exec(url)?.[1];
    if (bucket !== undefined) {
      if (method === 'PUT') kept.set(bucket, body.toString());
      outgoing.writeHead(200, { 'content-type': 'application/xml' });
      outgoing.end(method === 'GET' ? (kept.get(bucket) ?? nobody) : '');
      return;
    }
    const isBackup = headers.authorization?.includes('/backup/aws4_request');
    const selected = isBackup ? backup.answer({ method, url, body: body.toString() }) : null;
    if (selected !== null) {
      outgoing.writeHead(200, { 'content-type': 'application/json' });
      outgoing.end(JSON.stringify(selected));
      return;
    }
    const isEc2 = body.includes('Version=2016-11-15');
    const known = isEc2 ? ec2.answer(body.toString()) : null;
    const [, target] = /^DynamoDB_20120810\.(\w+)$/.exec(String(headers['x-amz-target'] ?? '')) ?? [];
    const amends = isEc2
      ? ec2.amends(body.toString())
      : target
        ? dynamoDb.amends(target, body.toString())
        : null;
    if (known !== null) {
      outgoing.writeHead(200, { 'content-type': 'text/xml;charset=UTF-8' });
      outgoing.end(known);
      return;
    }
    const onward = request(
      { agent, hostname, port, method, path: url, headers, setHost: false },
      (answer) => {
        if (amends) {
          const { 'content-length': _, ...headers } = answer.headers;
          outgoing.writeHead(answer.statusCode ?? 502, headers);
          void text(answer).then((told) => outgoing.end(amends(told)));
          return;
        }
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    );
    onward.once('error', () => outgoing.destroy());
    onward.end(body);
  });
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    reset() {
      kept.clear();
      ec2.reset();
      backup.reset();
      dynamoDb.reset();
    },
    async stop() {
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
