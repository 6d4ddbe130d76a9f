import {
  CloudTrailClient,
  CreateTrailCommand,
  PutEventSelectorsCommand,
  StartLoggingCommand,
} from '@aws-sdk/client-cloudtrail';
import {
  AddUserToGroupCommand,
  AttachGroupPolicyCommand,
  CreateGroupCommand,
  CreatePolicyCommand,
  CreateUserCommand,
  IAMClient,
  PutUserPolicyCommand,
  UpdateAccountPasswordPolicyCommand,
} from '@aws-sdk/client-iam';
import {
  CreateAliasCommand,
  CreateKeyCommand,
  EnableKeyRotationCommand,
  KMSClient,
  PutKeyPolicyCommand,
  ScheduleKeyDeletionCommand,
} from '@aws-sdk/client-kms';
import { CreateAccessPointCommand, S3ControlClient } from '@aws-sdk/client-s3-control';
import { clientConfig, s3ControlConfig, testAccountId } from '../../kit/aws/environment.ts';
import { blockAll } from './buckets.ts';
import type { Person } from './recorded.ts';

/** Who is in the credential report; moto knows the same people's groups and policies. */
export const people: readonly Person[] = [
  { name: 'ann', password: { set: 30, used: 1 }, mfa: true },
  { name: 'bob', password: { set: 30, used: 1 } },
  { name: 'deploy', keys: [{ made: 200, used: 1 }, { made: 80 }] },
  { name: 'dora', password: { set: 300, used: 120, next: 5 }, mfa: true },
];

const allow = (Action: string, Resource: string) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource }] });

export async function makeIdentities(iam: IAMClient): Promise<void> {
  await iam.send(
    new UpdateAccountPasswordPolicyCommand({
      MinimumPasswordLength: 14,
      RequireUppercaseCharacters: true,
      RequireLowercaseCharacters: true,
      RequireNumbers: true,
      RequireSymbols: true,
      PasswordReusePrevention: 24,
    }),
  );
  await iam.send(new CreateGroupCommand({ GroupName: 'clinicians' }));
  for (const { name: UserName } of people) {
    await iam.send(new CreateUserCommand({ UserName }));
    if (UserName === 'bob') continue;
    await iam.send(new AddUserToGroupCommand({ UserName, GroupName: 'clinicians' }));
  }
  const direct = {
    UserName: 'bob',
    PolicyName: 'mine',
    PolicyDocument: allow('s3:GetObject', 'arn:aws:s3:::records/*'),
  };
  await iam.send(new PutUserPolicyCommand(direct));
  const documents = {
    everything: allow('*', '*'),
    'all-of-s3': allow('s3:*', '*'),
    narrow: allow('s3:GetObject', 'arn:aws:s3:::records/*'),
  };
  for (const [PolicyName, PolicyDocument] of Object.entries(documents)) {
    const { Policy } = await iam.send(new CreatePolicyCommand({ PolicyName, PolicyDocument }));
    await iam.send(new AttachGroupPolicyCommand({ GroupName: 'clinicians', PolicyArn: Policy?.Arn }));
  }
}

export interface Keys {
  readonly rotated: string;
  readonly plain: string;
  readonly shared: string;
  readonly doomed: string;
}

/** The ids of one good key and three that are each wrong in one way. */
export async function makeKeys(kms: KMSClient): Promise<Keys> {
  const make = async (rotates: boolean) => {
    const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
    const KeyId = KeyMetadata?.KeyId ?? '';
    if (rotates) await kms.send(new EnableKeyRotationCommand({ KeyId }));
    return KeyId;
  };
  const [rotated, plain, shared, doomed] = [
    await make(true),
    await make(false),
    await make(true),
    await make(false),
  ];
  await kms.send(new CreateAliasCommand({ AliasName: 'alias/records', TargetKeyId: rotated }));
  const Statement = [
    { Sid: 'Anyone', Effect: 'Allow', Principal: '*', Action: 'kms:Decrypt', Resource: '*' },
  ];
  const Policy = JSON.stringify({ Version: '2012-10-17', Statement });
  await kms.send(new PutKeyPolicyCommand({ KeyId: shared, PolicyName: 'default', Policy }));
  await kms.send(new ScheduleKeyDeletionCommand({ KeyId: doomed, PendingWindowInDays: 7 }));
  return { rotated, plain, shared, doomed };
}

/** One trail for every region, that records writes of objects but not reads. */
export async function makeTrail(cloudTrail: CloudTrailClient): Promise<void> {
  await cloudTrail.send(
    new CreateTrailCommand({
      Name: 'main',
      S3BucketName: 'trail-logs',
      IsMultiRegionTrail: true,
      EnableLogFileValidation: true,
    }),
  );
  await cloudTrail.send(
    new PutEventSelectorsCommand({
      TrailName: 'main',
      EventSelectors: [
        { ReadWriteType: 'All', IncludeManagementEvents: true },
        {
          ReadWriteType: 'WriteOnly',
          IncludeManagementEvents: false,
          DataResources: [{ Type: 'AWS::S3::Object', Values: ['arn:aws:s3'] }],
        },
      ],
    }),
  );
  await cloudTrail.send(new StartLoggingCommand({ Name: 'main' }));
}

/** A second door with its own block to `closed`, and one without to `open`. */
export async function makeAccessPoints(
  s3Control: S3ControlClient,
  { closed, open }: { closed: string; open: string },
): Promise<void> {
  const make = (Name: string, Bucket: string, on: boolean) =>
    s3Control.send(
      new CreateAccessPointCommand({
        AccountId: testAccountId,
        Name,
        Bucket,
        PublicAccessBlockConfiguration: Object.fromEntries(Object.keys(blockAll).map((flag) => [flag, on])),
      }),
    );
  await make('side-door', closed, true);
  await make('open-door', open, false);
}

export interface Clients {
  readonly iam: IAMClient;
  readonly kms: KMSClient;
  readonly cloudTrail: CloudTrailClient;
  readonly s3Control: S3ControlClient;
  destroy(): void;
}

/** Clients for seeding, past the proxy: what the stories do to the account is not counted as the scan's. */
export function clientsOf(endpoint: string): Clients {
  const config = clientConfig(endpoint);
  const made = {
    iam: new IAMClient(config),
    kms: new KMSClient(config),
    cloudTrail: new CloudTrailClient(config),
    s3Control: new S3ControlClient(s3ControlConfig(endpoint)),
  };
  const destroy = () => {
    for (const client of Object.values(made)) client.destroy();
  };
  return { ...made, destroy };
}
