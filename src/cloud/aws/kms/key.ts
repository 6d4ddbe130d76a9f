import {
  DescribeKeyCommand,
  GetKeyPolicyCommand,
  GetKeyRotationStatusCommand,
  type KeyMetadata,
  paginateListKeys,
} from '@aws-sdk/client-kms';
import { parsePolicy, publicAccess } from '../../../access/index.ts';
import type { ResourceKind, Subject } from '../../../domain/catalog.ts';
import { CloudError } from '../../../domain/errors.ts';
import { fromCall, fromFacts, knownValue, listOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';

async function* list(reader: AwsReader, region: string): AsyncIterable<Subject> {
  for await (const page of paginateListKeys({ client: reader.kms(region), pageSize: 1000 }, {})) {
    for (const { KeyArn, KeyId } of listOf(page.Keys, 'ListKeys')) {
      yield { id: present(KeyArn, 'the key ARN'), region, name: present(KeyId, 'the key id') };
    }
  }
}

export interface KeyDescription {
  /** AWS's own keys (`alias/aws/…`) are AWS's to rotate and cannot be changed. */
  readonly managedBy: 'customer' | 'AWS';
  readonly state: string;
  readonly deletedOn: string | null;
  /** Why KMS cannot rotate it by itself, if so. */
  readonly rotatesNot: string | null;
}

function whyNotRotating({ KeySpec, Origin, KeyState }: KeyMetadata): string | null {
  if (KeySpec !== 'SYMMETRIC_DEFAULT') return `a key of type ${KeySpec} cannot rotate by itself`;
  if (Origin !== 'AWS_KMS') return `its material comes from elsewhere (${Origin}), so KMS cannot rotate it`;
  return KeyState === 'Enabled' ? null : `the key is not in use (${KeyState})`;
}

const description = fromCall(['kms:DescribeKey'], async (reader, key: Subject): Promise<KeyDescription> => {
  const ask = new DescribeKeyCommand({ KeyId: key.id });
  const told = present((await reader.kms(key.region).send(ask)).KeyMetadata, 'the key');
  return {
    managedBy: present(told.KeyManager, 'KeyManager') === 'AWS' ? 'AWS' : 'customer',
    state: present(told.KeyState, 'KeyState'),
    deletedOn: told.DeletionDate?.toISOString() ?? null,
    rotatesNot: whyNotRotating(told),
  };
});

interface Rotation {
  readonly enabled: boolean;
  /** Absent where KMS does not say, as while rotation is off. */
  readonly everyDays?: number;
}

/** `null`: KMS does not rotate this key, and `description` says why; then nothing is asked. */
const rotation = fromFacts(
  ['description'],
  async ({ description }, key: Subject, reader): Promise<Rotation | null> => {
    const { managedBy, rotatesNot } = knownValue<KeyDescription>(description);
    if (managedBy === 'AWS' || rotatesNot !== null) return null;
    const ask = new GetKeyRotationStatusCommand({ KeyId: key.id });
    const { KeyRotationEnabled, RotationPeriodInDays: everyDays } = await reader.kms(key.region).send(ask);
    return {
      enabled: present(KeyRotationEnabled, 'KeyRotationEnabled'),
      ...(everyDays !== undefined && { everyDays }),
    };
  },
  ['kms:GetKeyRotationStatus'],
);

/** What the key policy allows to strangers; `null`: nothing. AWS's own keys have a policy that AWS minds. */
const openTo = fromFacts(
  ['description'],
  async ({ description }, key: Subject, reader): Promise<string | null> => {
    if (knownValue<KeyDescription>(description).managedBy === 'AWS') return null;
    const ask = new GetKeyPolicyCommand({ KeyId: key.id, PolicyName: 'default' });
    const policy = parsePolicy(present((await reader.kms(key.region).send(ask)).Policy, 'the key policy'));
    const context = { service: 'kms', resource: key.id, accountId: reader.identity.id, now: new Date() };
    const { any } = publicAccess(policy, context);
    if (any.public === 'unknown') throw new CloudError('unsupported', any.because);
    return any.public ? any.because : null;
  },
  ['kms:GetKeyPolicy'],
);

export const key = {
  title: 'KMS key',
  scope: 'regional',
  permissions: ['kms:ListKeys'],
  pattern: ({ id, partition }, region) => `arn:${partition}:kms:${region}:${id}:key/*`,
  list,
  facts: { description, rotation, openTo },
} as const satisfies ResourceKind<Subject>;
