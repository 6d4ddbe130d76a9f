import {
  AddUserToGroupCommand,
  AttachGroupPolicyCommand,
  AttachRolePolicyCommand,
  AttachUserPolicyCommand,
  CreateGroupCommand,
  CreatePolicyCommand,
  CreateRoleCommand,
  CreateUserCommand,
  IAMClient,
  PutUserPolicyCommand,
  UpdateAccountPasswordPolicyCommand,
} from '@aws-sdk/client-iam';
import { clientConfig } from '../../test/kit/aws/environment.ts';
import { accountId, bucketArn, userArn } from './clinic.ts';

interface Key {
  readonly active: boolean;
  readonly made: string;
  readonly used?: string;
  readonly service?: string;
}
interface Password {
  readonly changed: string;
  /** Not given: never signed in. */
  readonly used?: string;
}
interface Person {
  readonly created: string;
  /** As the chat tells it; a program is nobody there. */
  readonly standing?: 'here' | 'deactivated';
  readonly password?: Password;
  readonly mfa?: boolean;
  readonly keys?: readonly Key[];
  readonly group?: Group;
  /** Given to the user directly: the name of a policy of AWS's, or a statement of the user's own. */
  readonly holds?: string | object;
}
type Group = 'clinicians' | 'billing' | 'it-operations' | 'services';

/** How long a password lives by the account's (weak) policy. */
const passwordDays = 180;

export const people: Readonly<Record<string, Person>> = {
  // Well in every respect: signs in with a second factor, or holds one young key that is in use.
  'anna.keller': {
    created: '2022-03-14',
    standing: 'here',
    password: { changed: '2026-10-05', used: '2026-11-19' },
    mfa: true,
    group: 'clinicians',
  },
  'erin.walsh': {
    created: '2024-01-22',
    standing: 'here',
    mfa: true,
    keys: [{ active: true, made: '2026-10-21', used: '2026-11-18', service: 's3' }],
    group: 'it-operations',
  },
  'grace.nowak': {
    created: '2023-06-01',
    standing: 'here',
    password: { changed: '2026-09-11', used: '2026-11-20' },
    mfa: true,
    group: 'billing',
  },
  // Signs in with a password alone.
  'ben.osei': {
    created: '2023-09-04',
    standing: 'here',
    password: { changed: '2026-08-31', used: '2026-11-17' },
    group: 'clinicians',
  },
  // Has not signed in for half a year.
  'carla.ruiz': {
    created: '2021-11-08',
    standing: 'here',
    password: { changed: '2026-04-02', used: '2026-05-12' },
    mfa: true,
    group: 'billing',
  },
  // The password expires within the week.
  'david.lin': {
    created: '2022-07-19',
    standing: 'here',
    password: { changed: '2026-05-29', used: '2026-11-19' },
    mfa: true,
    group: 'clinicians',
  },
  // An administrator by direct grant, with two keys; it was this user who opened a bucket.
  'tom.brandt': {
    created: '2021-02-01',
    standing: 'here',
    password: { changed: '2026-09-28', used: '2026-11-20' },
    mfa: true,
    keys: [
      { active: true, made: '2026-10-30', used: '2026-11-20', service: 's3' },
      { active: true, made: '2026-09-28', used: '2026-11-12', service: 's3' },
    ],
    group: 'it-operations',
    holds: 'AdministratorAccess',
  },
  // Left in October; the chat knows it, and the account does not.
  'frank.moreau': {
    created: '2022-04-04',
    standing: 'deactivated',
    password: { changed: '2026-09-22', used: '2026-10-09' },
    mfa: true,
    keys: [{ active: true, made: '2026-09-22', used: '2026-10-09', service: 's3' }],
    group: 'clinicians',
  },
  'break-glass': {
    created: '2026-09-20',
    password: { changed: '2026-09-20' },
    mfa: true,
    group: 'it-operations',
  },
  // Programs.
  'backup-agent': {
    created: '2021-05-03',
    keys: [{ active: true, made: '2025-10-16', used: '2026-11-20', service: 's3' }],
    group: 'services',
  },
  'imaging-gateway': {
    created: '2022-02-15',
    keys: [{ active: true, made: '2026-09-01', used: '2026-11-20', service: 's3' }],
    group: 'services',
  },
  'lab-interface': {
    created: '2026-06-10',
    keys: [{ active: true, made: '2026-06-10' }],
    group: 'services',
  },
  'claims-sync': {
    created: '2023-01-30',
    keys: [
      { active: false, made: '2026-03-02', used: '2026-09-30', service: 's3' },
      { active: true, made: '2026-09-30', used: '2026-11-20', service: 's3' },
    ],
    group: 'services',
  },
  'website-publisher': {
    created: '2022-10-11',
    keys: [{ active: true, made: '2026-10-12', used: '2026-10-27', service: 's3' }],
    holds: { Effect: 'Allow', Action: 's3:PutObject', Resource: bucketArn('lakeside-website/*') },
  },
  // Retired, and rightly so: nothing of it opens anything.
  'hl7-bridge': {
    created: '2020-08-17',
    keys: [{ active: false, made: '2024-02-05', used: '2025-12-22', service: 's3' }],
    group: 'services',
  },
};

const groups: readonly Group[] = ['clinicians', 'billing', 'it-operations', 'services'];

interface Policy {
  readonly group?: Group;
  readonly statement: object;
}
const policies: Readonly<Record<string, Policy>> = {
  LakesideImagingReader: {
    group: 'clinicians',
    statement: {
      Effect: 'Allow',
      Action: ['s3:GetObject', 's3:ListBucket'],
      Resource: [bucketArn('lakeside-imaging-archive'), bucketArn('lakeside-imaging-archive/*')],
    },
  },
  LakesideBillingUpload: {
    group: 'billing',
    statement: {
      Effect: 'Allow',
      Action: 's3:PutObject',
      Resource: bucketArn('lakeside-billing-exports/*'),
    },
  },
  LakesideServiceStorage: {
    group: 'services',
    statement: { Effect: 'Allow', Action: 's3:*', Resource: '*' },
  },
  LakesidePlatformAdmin: {
    group: 'it-operations',
    statement: { Effect: 'Allow', Action: '*', Resource: '*' },
  },
  LakesideOldMigration: { statement: { Effect: 'Allow', Action: '*', Resource: '*' } },
};

/** Role, and the policy of AWS's that it holds. */
const roles: Readonly<Record<string, string>> = {
  LakesideBreakGlass: 'AdministratorAccess',
  LakesideImagingViewer: 'AmazonS3ReadOnlyAccess',
};

const document = (statement: object) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Sid: 'Allowed', ...statement }] });
const ofAws = (name: string) => `arn:aws:iam::aws:policy/${name}`;

export async function makePeople(endpoint: string): Promise<void> {
  const iam = new IAMClient(clientConfig(endpoint));
  await iam.send(
    new UpdateAccountPasswordPolicyCommand({
      MinimumPasswordLength: 8,
      RequireLowercaseCharacters: true,
      RequireUppercaseCharacters: true,
      RequireNumbers: true,
      RequireSymbols: false,
      MaxPasswordAge: passwordDays,
      PasswordReusePrevention: 3,
    }),
  );
  for (const GroupName of groups) await iam.send(new CreateGroupCommand({ GroupName }));
  for (const [PolicyName, { statement, group }] of Object.entries(policies)) {
    const PolicyDocument = document(statement);
    const { Policy } = await iam.send(new CreatePolicyCommand({ PolicyName, PolicyDocument }));
    const PolicyArn = Policy?.Arn;
    if (group) await iam.send(new AttachGroupPolicyCommand({ GroupName: group, PolicyArn }));
  }
  for (const [RoleName, policy] of Object.entries(roles)) {
    const trust = { Principal: { AWS: `arn:aws:iam::${accountId}:root` }, Action: 'sts:AssumeRole' };
    const AssumeRolePolicyDocument = document({ Effect: 'Allow', ...trust });
    await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument }));
    await iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn: ofAws(policy) }));
  }
  for (const [UserName, { group, holds }] of Object.entries(people)) {
    await iam.send(new CreateUserCommand({ UserName }));
    if (group) await iam.send(new AddUserToGroupCommand({ UserName, GroupName: group }));
    if (typeof holds === 'string')
      await iam.send(new AttachUserPolicyCommand({ UserName, PolicyArn: ofAws(holds) }));
    else if (holds)
      await iam.send(
        new PutUserPolicyCommand({
          UserName,
          PolicyName: 'publish-website',
          PolicyDocument: document(holds),
        }),
      );
  }
  iam.destroy();
}

const header =
  'user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service,cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated';
const noKey = ['false', 'N/A', 'N/A', 'N/A', 'N/A'];
const noCertificates = ['false', 'N/A', 'false', 'N/A'];

/** Every day of the table, at an hour at which people work. */
export const at = (day: string, time = '08:15:00') => `${day}T${time}+00:00`;

function expiry(changed: string): string {
  const days = passwordDays * 86_400_000;
  return at(new Date(Date.parse(changed) + days).toISOString().slice(0, 10));
}

const passwordColumns = (password: Password | undefined) =>
  password
    ? [
        'true',
        password.used ? at(password.used) : 'no_information',
        at(password.changed),
        expiry(password.changed),
      ]
    : ['false', 'N/A', 'N/A', 'N/A'];

const keyColumns = (key: Key | undefined) =>
  key
    ? [
        `${key.active}`,
        at(key.made),
        ...(key.used ? [at(key.used, '06:30:00'), 'us-east-1', key.service ?? 'N/A'] : ['N/A', 'N/A', 'N/A']),
      ]
    : noKey;

const rowOf = ([name, { created, password, mfa, keys = [] }]: [string, Person]) =>
  [
    ...[name, userArn(name), at(created), ...passwordColumns(password), `${mfa === true}`],
    ...[...keyColumns(keys[0]), ...keyColumns(keys[1]), ...noCertificates],
  ].join(',');

/** The root identity rests: a second factor, no key, last used in March. */
const rootRow = [
  '<root_account>',
  `arn:aws:iam::${accountId}:root`,
  at('2020-06-02'),
  ...['not_supported', at('2026-03-03'), 'not_supported', 'not_supported', 'true'],
  ...[...noKey, ...noKey, ...noCertificates],
].join(',');

/** The credential report as AWS writes it; the emulator's knows only today, and no root. */
export const credentialReport = [header, rootRow, ...Object.entries(people).map(rowOf)].join('\n');
