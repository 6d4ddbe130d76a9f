import {
  CreateAliasCommand,
  CreateKeyCommand,
  EnableKeyRotationCommand,
  KMSClient,
  ScheduleKeyDeletionCommand,
} from '@aws-sdk/client-kms';
import { clientConfig } from '../../test/kit/aws/environment.ts';
import { accountId, home, spare } from './clinic.ts';

interface Key {
  /** What the recording calls it, whatever id the emulator gave. */
  readonly id: string;
  readonly region: string;
  readonly description: string;
  readonly rotates?: boolean;
  readonly signs?: boolean;
  readonly pendingDeletion?: boolean;
  readonly policy?: readonly object[];
}

const ownAccount = {
  Sid: 'OwnAccount',
  Effect: 'Allow',
  Principal: { AWS: `arn:aws:iam::${accountId}:root` },
  Action: 'kms:*',
  Resource: '*',
};

/** Everyone, but only when calling from this account: it reads as public and is not. */
const everyoneHere = {
  Sid: 'AnyoneInThisAccount',
  Effect: 'Allow',
  Principal: { AWS: '*' },
  Action: ['kms:Encrypt', 'kms:Decrypt', 'kms:GenerateDataKey*'],
  Resource: '*',
  Condition: { StringEquals: { 'kms:CallerAccount': accountId } },
};

export const keys = {
  phi: {
    id: '1f0c6a52-0b7e-4c11-9d35-6a1c5f2e8a01',
    region: home,
    description: 'Clinical data in S3',
    rotates: true,
    policy: [ownAccount, everyoneHere],
  },
  auditLogs: {
    id: '2a9d47b8-63f1-4f0e-8c24-0e5b7d1f3c02',
    region: home,
    description: 'CloudTrail files',
    rotates: true,
  },
  backups: {
    id: '3c5e81f4-9a2d-4b68-b7f0-4d8a6c2e1b03',
    region: home,
    description: 'Database backups',
  },
  imaging2023: {
    id: '4e7b20d6-15c8-4a93-a6e1-9f3d5b8c7a04',
    region: home,
    description: 'Imaging archive before the move of 2023',
    pendingDeletion: true,
  },
  partnerSigning: {
    id: '5d1f93ac-7e40-4d26-9b58-2c6e8a0f4d05',
    region: home,
    description: 'Signs what is sent to laboratories',
    signs: true,
  },
  phiSpare: {
    id: '6b8c05e7-2f9a-4e71-8d43-7a5c1e9b3f06',
    region: spare,
    description: 'Clinical data in S3, second region',
    rotates: true,
  },
} as const satisfies Record<string, Key>;

export type KeyName = keyof typeof keys;

export const keyArn = (name: KeyName): string =>
  `arn:aws:kms:${keys[name].region}:${accountId}:key/${keys[name].id}`;

/** Makes the keys; answers with the emulator's id of each. */
export async function makeKeys(endpoint: string): Promise<Readonly<Record<KeyName, string>>> {
  const made: Partial<Record<KeyName, string>> = {};
  for (const [name, key] of Object.entries<Key>(keys)) {
    const kms = new KMSClient({ ...clientConfig(endpoint), region: key.region });
    const { KeyMetadata } = await kms.send(
      new CreateKeyCommand({
        Description: key.description,
        Policy: JSON.stringify({ Version: '2012-10-17', Statement: key.policy ?? [ownAccount] }),
        ...(key.signs ? { KeySpec: 'RSA_3072', KeyUsage: 'SIGN_VERIFY' } : {}),
      }),
    );
    const KeyId = KeyMetadata?.KeyId ?? '';
    await kms.send(
      new CreateAliasCommand({ TargetKeyId: KeyId, AliasName: `alias/lakeside-${name.toLowerCase()}` }),
    );
    if (key.rotates) await kms.send(new EnableKeyRotationCommand({ KeyId }));
    if (key.pendingDeletion)
      await kms.send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 30 }));
    kms.destroy();
    made[name as KeyName] = KeyId;
  }
  return made as Record<KeyName, string>;
}
