import type { AnyCatalog } from '../../domain/catalog.ts';
import { CloudError } from '../../domain/errors.ts';
import type { Account, Mandate, WriteSession } from '../../domain/provider.ts';
import { Clients } from './clients.ts';
import { credentialsFor } from './credentials.ts';
import { type AwsSettings, homeOf, identify } from './session.ts';
import type { AwsWriter } from './writer.ts';

export function readOnly({ name, remediation }: Account): string | null {
  if (remediation?.role !== undefined || remediation?.profile !== undefined) return null;
  return `the account ${name} has no remediation role (aws.accounts[].remediation.role), so nothing can be written there`;
}

/** AWS allows 2 to 64 of these characters; what is more is cut, and CloudTrail shows the rest of the names in the ledger. */
export function sessionNameOf({ remediation, requester, approvers }: Mandate): string {
  const people = [requester, ...approvers].map((p) => p.split(':').at(-1) ?? p);
  return `hipaa-${remediation}-${people.join('-')}`.replace(/[^\w+=,.@-]/g, '_').slice(0, 64);
}

/**
 * IAM knows no resource for these, tells of some alarms only to who may ask for all, and by WAF's guide lets a web ACL be taken
 * away by who may of all (whose service asks of the one, too): named with one, they would be refused.
 */
const knowsNone = (action: string): boolean =>
  /^((ec2|elasticloadbalancing|cloudwatch):Describe|tag:|firehose:List|wafv2:Disassociate)/.test(action);

/** A session may do no more than the role and this together allow. */
export function sessionPolicyOf({ actions, resources }: Pick<Mandate, 'actions' | 'resources'>): string {
  const [anywhere = [], there = []] = [true, false].map((none) =>
    [...new Set(actions)].filter((action) => knowsNone(action) === none),
  );
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      ...(there.length > 0 ? [{ Effect: 'Allow', Action: there, Resource: [...new Set(resources)] }] : []),
      { Effect: 'Allow', Action: ['sts:GetCallerIdentity', ...anywhere], Resource: '*' },
    ],
  });
}

/** Opens an account with the credentials of its remediation role, named after those on whose word it is. */
export async function openWriter(
  catalog: AnyCatalog,
  settings: AwsSettings,
  account: Account,
  mandate: Mandate,
): Promise<WriteSession> {
  const why = readOnly(account);
  if (why !== null || account.remediation === undefined) throw new CloudError('denied', why ?? 'read-only');
  const { role, externalId, profile, sessionPolicy = true } = account.remediation;
  const base = profile ?? account.profile;
  const region = homeOf(settings, account);
  const credentials = credentialsFor(
    {
      name: account.name,
      ...(role === undefined ? {} : { role }),
      ...(externalId === undefined ? {} : { externalId }),
      ...(base === undefined ? {} : { profile: base }),
    },
    {
      region,
      sessionName: sessionNameOf(mandate),
      timeoutMs: settings.timeoutMs,
      ...(role !== undefined && sessionPolicy ? { sessionPolicy: sessionPolicyOf(mandate) } : {}),
    },
  );
  const clients = new Clients({
    credentials,
    concurrency: 1,
    timeoutMs: settings.timeoutMs,
    maxAttempts: 1,
    signal: mandate.signal,
    region,
    counted: () => {},
  });
  try {
    const identity = await identify(clients, account, region);
    const writer: AwsWriter = {
      identity,
      signal: mandate.signal,
      s3: clients.s3,
      s3Control: clients.s3Control,
      iam: clients.iam,
      kms: clients.kms,
      cloudTrail: clients.cloudTrail,
      cloudFront: clients.cloudFront,
      cloudWatch: clients.cloudWatch,
      service: clients.service,
    };
    return {
      identity,
      async write(kind, fact, subject, value) {
        const write = catalog[kind]?.facts[fact]?.write;
        if (!write) throw new Error(`${fact} of ${kind} cannot be set`);
        await write.put(writer, subject, value);
      },
      close: async () => clients.close(),
    };
  } catch (error) {
    clients.close();
    throw error;
  }
}
