import { beforeEach, expect } from 'vitest';
import { aws } from '../../../src/cloud/aws/catalog.ts';
import { awsProvider } from '../../../src/cloud/aws/provider.ts';
import type { Subject, Writing } from '../../../src/domain/catalog.ts';
import type { Collected } from '../../../src/domain/collected.ts';
import type { Account } from '../../../src/domain/provider.ts';
import { behindProxy } from '../../kit/aws/behind-proxy.ts';
import { testAccountId } from '../../kit/aws/environment.ts';
import type { Moto } from '../../kit/aws/moto.ts';
import { deny } from '../../kit/aws/proxy.ts';
import { iamActionOf, needsNoPermission } from '../../kit/aws/wire.ts';
import { all, learn, openAccount } from './s3-kit.ts';

export type KindName = keyof typeof aws;

const account: Account = {
  name: 'test',
  id: testAccountId,
  remediation: { role: `arn:aws:iam::${testAccountId}:role/remediation` },
};
export const theAccount: Subject = {
  id: `arn:aws:iam::${testAccountId}:root`,
  name: 'test',
  region: 'global',
};

export const writingOf = (kind: KindName, fact: string): Writing => {
  const facts: Readonly<Record<string, { write?: Writing }>> = aws[kind].facts;
  const write = facts[fact]?.write;
  if (!write) throw new Error(`${fact} of ${kind} cannot be set`);
  return write;
};

/** Reads and writes as the product does, each in a session of its own: nothing is remembered from before. */
export function writeKit(moto: Moto) {
  const provider = awsProvider([account], {
    regions: ['us-east-1'],
    concurrency: 8,
    timeoutMs: 5_000,
    maxAttempts: 2,
  });
  const proxy = behindProxy(moto);
  let sent: readonly string[] = [];

  beforeEach(async () => {
    await moto.reset();
    proxy.reset();
  });

  async function ask(kind: KindName, fact: string, subject: Subject): Promise<Collected<any>> {
    const session = await openAccount();
    try {
      return await learn(session, kind, fact, subject);
    } finally {
      await session.close();
    }
  }

  async function subjects(kind: KindName, region: string): Promise<readonly Subject[]> {
    const session = await openAccount();
    try {
      return await all(session.list(kind, region));
    } finally {
      await session.close();
    }
  }

  async function only(kind: KindName, region: string): Promise<Subject> {
    const [one] = await subjects(kind, region);
    if (!one) throw new Error(`there is no ${kind}`);
    return one;
  }

  async function read(kind: KindName, fact: string, subject: Subject): Promise<any> {
    const answer = await ask(kind, fact, subject);
    return answer.known ? answer.value : answer;
  }

  /** Whatever the fact does not declare is refused. Tells the operations that change something. */
  async function put(kind: KindName, fact: string, subject: Subject, value: unknown): Promise<string[]> {
    const write = writingOf(kind, fact);
    proxy.reset();
    const actionOf = (call: { service: string; operation: string }) =>
      iamActionOf(call.service, call.operation);
    const isForeign = (action: string) =>
      action !== 'sts:AssumeRole' && !needsNoPermission(action) && !write.permissions.includes(action);
    proxy.rule({ match: (call) => isForeign(actionOf(call)), fault: deny() });
    const session = await provider.openWriter(account, {
      remediation: 'R-1',
      requester: 'slack:T1:ann',
      approvers: ['slack:T1:ben'],
      actions: write.permissions,
      resources: write.resources?.(subject, value) ?? [subject.id],
      signal: new AbortController().signal,
    });
    try {
      await session.write(kind, fact, subject, value);
    } finally {
      await session.close();
    }
    const calls = proxy.calls().filter(({ service }) => service !== 'sts');
    expect(calls.map(actionOf).filter(isForeign)).toEqual([]);
    sent = calls.map(({ key }) => key);
    proxy.reset();
    return calls.map(({ operation }) => operation).filter((name) => !/^(Get|List|Describe)/.test(name));
  }

  /** There and back: what is read between is what was written, and at the end all is as it was, as AWS itself tells it. */
  async function thereAndBack(
    kind: KindName,
    fact: string,
    subject: Subject,
    after: unknown,
    state: () => Promise<unknown>,
  ): Promise<any> {
    const start = await state();
    const before = await read(kind, fact, subject);
    const { calls } = writingOf(kind, fact);
    expect(await put(kind, fact, subject, after)).toEqual(calls({ before, after }));
    expect(await read(kind, fact, subject)).toEqual(after);
    expect(await state()).not.toEqual(start);
    expect(await put(kind, fact, subject, before)).toEqual(calls({ before: after, after: before }));
    expect(await read(kind, fact, subject)).toEqual(before);
    expect(await state()).toEqual(start);
    return before;
  }

  return { proxy: () => proxy, sent: () => sent, ask, subjects, only, read, put, thereAndBack };
}

/** What AWS says, without what differs from call to call; its code where it refuses. */
export const told = (answer: Promise<object>): Promise<unknown> =>
  answer.then(
    ({ $metadata: _, ...rest }: { $metadata?: unknown }) => rest,
    (error: Error) => error.name,
  );
