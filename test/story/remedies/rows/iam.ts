import {
  CreateLoginProfileCommand,
  CreateUserCommand,
  DeleteLoginProfileCommand,
  GetAccountPasswordPolicyCommand,
  GetLoginProfileCommand,
  ListAccessKeysCommand,
  UpdateAccessKeyCommand,
  UpdateAccountPasswordPolicyCommand,
  type UpdateAccountPasswordPolicyCommandInput,
} from '@aws-sdk/client-iam';
import { testAccountId } from '../../../kit/aws/environment.ts';
import { makeAccessKey } from '../../../kit/aws/make-access-key.ts';
import { type Aws, told } from '../account.ts';
import type { Chapter, Row } from '../row.ts';

const UserName = 'dora';
const user = `arn:aws:iam::${testAccountId}:user/${UserName}`;
const account = `arn:aws:iam::${testAccountId}:root`;

const keysOf = async ({ iam }: Aws) =>
  (await iam.send(new ListAccessKeysCommand({ UserName }))).AccessKeyMetadata ?? [];

const makeUser = ({ iam }: Aws) => iam.send(new CreateUserCommand({ UserName }));
const withKeys = (count: 1 | 2, about: string) => async (aws: Aws) => {
  await makeUser(aws);
  for (let n = 0; n < count; n++) await makeAccessKey(aws.iam, UserName);
  return about;
};
const turnOff = (nth: 0 | 1) => async (aws: Aws) => {
  const AccessKeyId = (await keysOf(aws))[nth]?.AccessKeyId;
  await aws.iam.send(new UpdateAccessKeyCommand({ UserName, AccessKeyId, Status: 'Inactive' }));
};

const policy = (input: UpdateAccountPasswordPolicyCommandInput) => async (aws: Aws) => {
  await aws.iam.send(new UpdateAccountPasswordPolicyCommand(input));
  return account;
};
const none = async () => account;

/** All that IAM says of the account's rule for passwords, and of the user. */
const state = async (aws: Aws) => ({
  policy: await told(aws.iam.send(new GetAccountPasswordPolicyCommand({}))),
  keys: await told(aws.iam.send(new ListAccessKeysCommand({ UserName }))),
  login: await told(aws.iam.send(new GetLoginProfileCommand({ UserName }))),
});

const fresh = (more: string) =>
  `null → {"minimumLength":8,"requireUppercase":true,"requireLowercase":true,"requireNumbers":true,"requireSymbols":true,"allowUsersToChange":false,"maxAgeDays":null,"remembered":null,"hardExpiry":null}`.replace(
    ...(more.split(' for ').toReversed() as [string, string]),
  );

const ofThePolicy = (
  remedy: string,
  seed: Row['seed'],
  change: readonly string[],
  undo: 'UpdateAccountPasswordPolicy' | 'DeleteAccountPasswordPolicy',
): Row => ({
  remedy: `aws/iam/${remedy}`,
  check: `aws/iam/${remedy}`,
  seed,
  change,
  calls: ['UpdateAccountPasswordPolicy'],
  undo: [undo],
  state,
  meddle: policy({ MinimumPasswordLength: 7, AllowUsersToChangePassword: true }),
});

const weak = policy({
  MinimumPasswordLength: 9,
  RequireSymbols: true,
  AllowUsersToChangePassword: true,
  MaxPasswordAge: 120,
  HardExpiry: false,
  PasswordReusePrevention: 5,
});

/** People and programs, and the rule for their passwords. */
export const iam: Chapter = {
  title: 'remedies of IAM, on moto',
  // What was made a moment ago has been idle for longer than ninety days.
  daysAhead: 100,
  rows: [
    ofThePolicy(
      'password-policy-min-length',
      none,
      [fresh('"minimumLength":14 for "minimumLength":8')],
      'DeleteAccountPasswordPolicy',
    ),
    ofThePolicy(
      'password-policy-character-classes',
      weak,
      ['requireUppercase: false → true', 'requireLowercase: false → true', 'requireNumbers: false → true'],
      'UpdateAccountPasswordPolicy',
    ),
    ofThePolicy('password-policy-max-age', weak, ['maxAgeDays: 120 → 90'], 'UpdateAccountPasswordPolicy'),
    ofThePolicy('password-policy-reuse', weak, ['remembered: 5 → 24'], 'UpdateAccountPasswordPolicy'),
    {
      remedy: 'aws/iam/access-key-deactivate',
      check: 'aws/iam/access-key-unused',
      seed: withKeys(1, `${user}/access-key-1`),
      change: ['"Active" → "Inactive"'],
      calls: ['UpdateAccessKey'],
      undo: ['UpdateAccessKey'],
      state,
      meddle: turnOff(0),
    },
    {
      remedy: 'aws/iam/user-key-deactivate',
      check: 'aws/iam/two-active-keys',
      choice: '1',
      seed: withKeys(2, user),
      change: ['1: "Active" → "Inactive"'],
      calls: ['UpdateAccessKey'],
      undo: ['UpdateAccessKey'],
      state,
      meddle: turnOff(1),
    },
    {
      remedy: 'aws/iam/console-password-delete',
      check: 'aws/iam/console-password-unused',
      seed: async (aws) => {
        await makeUser(aws);
        await aws.iam.send(new CreateLoginProfileCommand({ UserName, Password: 'not-a-real-one-1A!' }));
        return user;
      },
      change: ['{"setAt":"(day)","mustBeReset":false} → null'],
      calls: ['DeleteLoginProfile'],
      undo: null,
      state,
      meddle: ({ iam }) => iam.send(new DeleteLoginProfileCommand({ UserName })),
    },
  ],
};
