import { lookup } from 'node:dns/promises';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import type { AnyCatalog, Subject } from '../../domain/catalog.ts';
import { type Unknown, unknown } from '../../domain/collected.ts';
import { CloudError } from '../../domain/errors.ts';
import type { Account, Identity, Scope, Session } from '../../domain/provider.ts';
import { classify } from './classify.ts';
import { Clients } from './clients.ts';
import { codeOf, hostOf, listOf, present } from './collect.ts';
import { credentialsFor } from './credentials.ts';
import { loadEligibleServices } from './organizations/eligible-services.ts';
import type { AwsReader } from './reader.ts';

/** `all`: every region that the account has switched on, asked anew for each scan. */
export type Regions = readonly string[] | 'all';

export interface AwsSettings {
  readonly regions: Regions;
  /** Where an account is first asked, when all of its regions are scanned; `us-east-1` when absent. */
  readonly home?: string;
  readonly concurrency: number;
  readonly timeoutMs: number;
  readonly maxAttempts: number;
  /** Whether a host has an address; the system is asked when absent. */
  readonly isKnown?: (host: string) => Promise<boolean>;
  /** The operator's own list of eligible services: the path of a file like `data/eligible-services.json`. */
  readonly eligibleServices?: string | undefined;
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

/** Where an account is asked what is not regional, and which regions it has. */
export function homeOf(settings: AwsSettings, account: Account): string {
  const regions = account.regions ?? settings.regions;
  return (regions === 'all' ? settings.home : regions[0]) ?? 'us-east-1';
}

/** IAM's name of the action by which regions are found out. */
export const regionPermissions = ['ec2:DescribeRegions'] as const;

/** The regions that the account has switched on: those that need it and were not opted into answer nobody. */
async function regionsOf(clients: Clients, home: string): Promise<readonly string[]> {
  const ec2 = await clients.service('ec2', home);
  const { Regions } = await ec2.describeRegions({ AllRegions: false });
  const names = listOf(Regions, 'DescribeRegions').map(({ RegionName }) => present(RegionName, 'RegionName'));
  if (names.length === 0) throw new CloudError('failed', 'DescribeRegions named no region');
  // The first region is asked for what is not regional.
  return [...names].sort((a, b) => Number(b === home) - Number(a === home) || (a < b ? -1 : 1));
}

/**
 * A service without an endpoint in the region has nothing there: its name is known to nobody. Only where another service
 * of that region answers, though, and where this one's name is known elsewhere: otherwise it is the network that knows
 * no names, or that hides this one.
 */
async function* whereOffered(
  reader: AwsReader,
  region: string,
  listing: AsyncIterable<Subject>,
  isKnown: NonNullable<AwsSettings['isKnown']>,
): AsyncIterable<Subject> {
  try {
    yield* listing;
  } catch (error) {
    if (region === 'global' || codeOf(error) !== 'ENOTFOUND') throw error;
    const answers = reader.remember(`sts:GetCallerIdentity:${region}`, () => reader.stsIn(region));
    await answers.catch(() => {
      throw error;
    });
    const elsewhere = nameElsewhere(error, region);
    if (elsewhere === null) throw error;
    if (!(await reader.remember(`dns:${elsewhere}`, () => isKnown(elsewhere)))) throw error;
  }
}

/** The service's name in the region that has them all; null where that is the one that was asked, or is none of AWS. */
function nameElsewhere(error: unknown, region: string): string | null {
  const name = hostOf(error);
  if (name === null || region === 'us-east-1' || !name.includes(`.${region}.`)) return null;
  return name.replace(`.${region}.`, '.us-east-1.').replace(/\.amazonaws\.com\.cn$/, '.amazonaws.com');
}

const resolves = (host: string): Promise<boolean> =>
  lookup(host).then(
    () => true,
    () => false,
  );

/** Opens an account for reading: identifies it, and remembers shared answers until it is closed. */
export async function openSession(
  catalog: AnyCatalog,
  settings: AwsSettings,
  account: Account,
  scope: Scope,
): Promise<Session> {
  const asked = scope.regions ?? [];
  const configured = asked.length > 0 ? [...new Set(asked)] : (account.regions ?? settings.regions);
  const home = asked[0] ?? homeOf(settings, account);
  let calls = 0;
  const clients = new Clients({
    credentials: credentialsFor(account, {
      region: home,
      sessionName: 'hipaa-scan',
      timeoutMs: settings.timeoutMs,
    }),
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
  let regions: readonly string[];
  let unlisted: Unknown | null = null;
  try {
    identity = await identify(clients, account, home);
    regions =
      configured === 'all'
        ? await regionsOf(clients, home).catch((error) => {
            if (scope.signal.aborted) throw error;
            const { reason, message, permission } = classify(error);
            unlisted = unknown(reason, message, permission ?? regionPermissions[0]);
            return [home];
          })
        : configured;
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
    ...(scope.standing && { standing: scope.standing }),
    eligibleServices: () => loadEligibleServices(settings.eligibleServices),
    s3: clients.s3,
    s3Control: clients.s3Control,
    iam: clients.iam,
    sts: () => clients.sts(home),
    stsIn: (region) => clients.sts(region).send(new GetCallerIdentityCommand({})),
    kms: clients.kms,
    cloudTrail: clients.cloudTrail,
    cloudWatch: clients.cloudWatch,
    cloudFront: clients.cloudFront,
    artifact: clients.artifact,
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
    unlisted,
    list: (kind, region) =>
      whereOffered(reader, region, kindOf(kind).list(reader, region), settings.isKnown ?? resolves),
    read: async (kind, fact, subject, needs) => {
      const collector = kindOf(kind).facts[fact];
      if (!collector) throw new Error(`no fact ${fact} of ${kind}`);
      return collector.read(reader, subject, needs as never);
    },
    calls: () => calls,
    close: async () => clients.close(),
  };
}
