import {
  CreateRoleCommand,
  GetRoleCommand,
  UpdateAssumeRolePolicyCommand,
  UpdateRoleCommand,
} from '@aws-sdk/client-iam';
import { testAccountId } from '../../../kit/aws/environment.ts';
import { type Aws, told } from '../account.ts';
import type { Chapter } from '../row.ts';

const RoleName = 'deploy';
const document = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${testAccountId}:root` }, Action: 'sts:AssumeRole' },
  ],
});

const make =
  (Description?: string) =>
  async ({ iam }: Aws): Promise<string> => {
    const input = { RoleName, AssumeRolePolicyDocument: document, MaxSessionDuration: 43_200 };
    const { Role } = await iam.send(new CreateRoleCommand({ ...input, ...(Description && { Description }) }));
    return Role?.Arn ?? '';
  };

const row = {
  remedy: 'aws/session/role-session-shorten',
  check: 'aws/session/timeout-bounded',
  change: ['12 → 8'],
  calls: ['UpdateRole'],
  undo: ['UpdateRole'],
  state: ({ iam }: Aws) => told(iam.send(new GetRoleCommand({ RoleName }))),
  meddle: ({ iam }: Aws) => iam.send(new UpdateRoleCommand({ RoleName, MaxSessionDuration: 36_000 })),
};

const own = JSON.parse(document).Statement[0];
const anyone = { Sid: 'Anyone', Effect: 'Allow', Principal: '*', Action: 'sts:AssumeRole' };
const nobody = { Sid: 'Nobody', Effect: 'Deny', Principal: { AWS: '*' }, Action: 'sts:AssumeRole' };
/** Written over several lines, with spaces that a parser would drop. */
const trusting = (...statements: readonly object[]) =>
  `{\n  "Version": "2012-10-17",\n  "Statement": [ ${statements.map((s) => JSON.stringify(s, null, 1)).join(' ,\n')} ]\n}`;

const trust = {
  remedy: 'aws/iam/role-trust-without-strangers',
  check: 'aws/iam/role-open-trust',
  calls: ['UpdateAssumeRolePolicy'],
  undo: ['UpdateAssumeRolePolicy'],
  state: row.state,
  meddle: ({ iam }: Aws) =>
    iam.send(
      new UpdateAssumeRolePolicyCommand({
        RoleName,
        PolicyDocument: trusting(anyone, { ...own, Sid: 'More' }),
      }),
    ),
};
const open =
  (...statements: readonly object[]) =>
  async ({ iam }: Aws): Promise<string> => {
    const input = { RoleName, AssumeRolePolicyDocument: trusting(...statements) };
    return (await iam.send(new CreateRoleCommand(input))).Role?.Arn ?? '';
  };

/** Roles: who may take one on, and for how long. */
export const identity: Chapter = {
  title: 'remedies of roles, on moto',
  rows: [
    { ...row, when: 'with a description', seed: make('Puts releases into production') },
    { ...row, when: 'without', seed: make() },
    {
      ...trust,
      when: 'where others stay',
      seed: open(own, anyone),
      change: [`Statement[1]: ${JSON.stringify(anyone)} → absent`],
    },
    {
      ...trust,
      when: 'where nobody stays',
      seed: open(anyone),
      change: [
        `Statement[0]: ${JSON.stringify(anyone)} → absent`,
        `Statement[0]: absent → ${JSON.stringify(nobody)}`,
      ],
    },
  ],
};
