import { checks } from '../../../checks/index.ts';
import { aws } from '../../../src/cloud/aws/catalog.ts';
import { awsProvider } from '../../../src/cloud/aws/provider.ts';
import type { Subject } from '../../../src/domain/catalog.ts';
import type { AnyCheck } from '../../../src/domain/check.ts';
import { type Collected, known, unknown } from '../../../src/domain/collected.ts';
import { defaultPhiRule } from '../../../src/domain/phi.ts';
import type { Session } from '../../../src/domain/provider.ts';
import type { Answer } from '../../../src/engine/evaluate.ts';
import { inspect } from '../../../src/engine/inspect.ts';
import { permissionsOf, wantedBy } from '../../../src/engine/wanted.ts';
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

/** The checks of this area, asked by the engine of everything in the account. */
export async function scan(optIns: readonly string[] = []) {
  const own = (checks as readonly AnyCheck[]).filter(
    ({ id, kind }) => kind.startsWith('aws.s3.') || id === 'aws/s3/account-public-access-block',
  );
  const wanted = wantedBy(
    aws,
    own.filter(({ optIn }) => optIn === undefined || optIns.includes(optIn)),
  );
  const asked: { check: string; resource: string | undefined; answer: Answer }[] = [];
  await inspect({
    provider,
    accounts: [{ name: 'test', id: testAccountId }],
    wanted,
    scope: { signal: new AbortController().signal, optIns: new Set(optIns) },
    now: new Date(),
    regions: [],
    phi: defaultPhiRule,
    settings: (id) => own.find((check) => check.id === id)?.settings ?? {},
    accountsAtOnce: 1,
    resourcesAtOnce: 4,
    into: async (sight) => {
      if (sight.kind !== 'resource') return;
      for (const { checkId, answer } of sight.asked) {
        asked.push({ check: checkId, resource: sight.subject.name, answer });
      }
    },
  });
  return { asked, permissions: permissionsOf(wanted), checks: own.length };
}
