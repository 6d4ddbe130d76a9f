import { aws } from '../../../src/cloud/aws/catalog.ts';
import { awsProvider } from '../../../src/cloud/aws/provider.ts';
import type { Subject } from '../../../src/domain/catalog.ts';
import { type Collected, known, unknown } from '../../../src/domain/collected.ts';
import type { Session } from '../../../src/domain/provider.ts';
import { testAccountId } from '../../kit/aws/environment.ts';

type KindName = keyof typeof aws;

/** The provider as the product makes it, with attempts few enough for a test. */
const provider = awsProvider([], {
  regions: ['us-east-1'],
  concurrency: 8,
  timeoutMs: 5_000,
  maxAttempts: 2,
});

export const openAccount = (...optIns: string[]): Promise<Session> =>
  provider.open(
    { name: 'test', id: testAccountId },
    { signal: new AbortController().signal, optIns: new Set(optIns) },
  );

/** One fact, with the facts that it needs, as the engine would learn it. */
export async function learn(
  session: Session,
  kind: KindName,
  fact: string,
  subject: Subject,
): Promise<Collected<any>> {
  const collector = (aws[kind].facts as Record<string, { needs?: readonly string[] }>)[fact];
  const needs: Record<string, Collected<any>> = {};
  for (const need of collector?.needs ?? []) needs[need] = await learn(session, kind, need, subject);
  try {
    return known(await session.read(kind, fact, subject, needs));
  } catch (error) {
    const { reason, message, permission } = provider.classify(error);
    return unknown(reason, message, permission);
  }
}

export const bucketNamed = (name: string, region = 'us-east-1'): Subject => ({
  id: `arn:aws:s3:::${name}`,
  name,
  region,
});

export async function all<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}
