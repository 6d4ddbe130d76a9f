import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import type { AnyCatalog, Subject } from '../../domain/catalog.ts';
import { CloudError } from '../../domain/errors.ts';
import type { Account, Identity, Scope, Session } from '../../domain/provider.ts';
import { Clients } from './clients.ts';
import { present } from './collect.ts';
import { credentialsFor } from './credentials.ts';
import type { AwsReader } from './reader.ts';

export interface AwsSettings {
  readonly regions: readonly string[];
  readonly concurrency: number;
  readonly timeoutMs: number;
  readonly maxAttempts: number;
}

/** Who the credentials belong to. A role that leads into another account than configured must not be scanned as it. */
export async function identify(clients: Clients, account: Account, region: string): Promise<Identity> {
  const { Account: id, Arn } = await clients.sts(region).send(new GetCallerIdentityCommand({}));
  const found = present(id, 'the account id');
  if (account.id && account.id !== found) {
    throw new CloudError('denied', `the credentials belong to account ${found}, not to ${account.id}`);
  }
  return { id: found, name: account.name, partition: present(Arn, 'the caller ARN').split(':')[1] ?? 'aws' };
}

/** Opens an account for reading: identifies it, and remembers shared answers until it is closed. */
export async function openSession(
  catalog: AnyCatalog,
  settings: AwsSettings,
  account: Account,
  scope: Scope,
): Promise<Session> {
  const asked = scope.regions ?? [];
  const regions = asked.length > 0 ? [...new Set(asked)] : (account.regions ?? settings.regions);
  const home = regions[0] ?? 'us-east-1';
  let calls = 0;
  const clients = new Clients({
    credentials: credentialsFor(account, home, 'hipaa-scan'),
    concurrency: settings.concurrency,
    timeoutMs: settings.timeoutMs,
    maxAttempts: settings.maxAttempts,
    signal: scope.signal,
    region: home,
    counted: () => {
      calls++;
    },
  });
  let identity: Identity;
  try {
    identity = await identify(clients, account, home);
  } catch (error) {
    clients.close();
    throw error;
  }
  const remembered = new Map<string, Promise<any>>();
  const reader: AwsReader = {
    identity,
    regions,
    optIns: scope.optIns,
    signal: scope.signal,
    s3: clients.s3,
    s3Control: clients.s3Control,
    iam: clients.iam,
    sts: () => clients.sts(home),
    kms: clients.kms,
    cloudTrail: clients.cloudTrail,
    cloudWatch: clients.cloudWatch,
    cloudFront: clients.cloudFront,
    service: clients.service,
    remember(key, read) {
      let answer = remembered.get(key);
      if (answer === undefined) {
        answer = read();
        answer.catch(() => {}); // a refusal is an answer too; whoever awaits it hears of it
        remembered.set(key, answer);
      }
      return answer;
    },
    recall: (key, read) => remembered.get(key) ?? read(),
  };
  const kindOf = (kind: string) => {
    const found = catalog[kind];
    if (!found) throw new Error(`no kind ${kind}`);
    return found;
  };
  return {
    identity,
    regions,
    list: (kind, region) => kindOf(kind).list(reader, region) as AsyncIterable<Subject>,
    read: async (kind, fact, subject, needs) => {
      const collector = kindOf(kind).facts[fact];
      if (!collector) throw new Error(`no fact ${fact} of ${kind}`);
      return collector.read(reader, subject, needs as never);
    },
    calls: () => calls,
    close: async () => clients.close(),
  };
}
