import { CreateRoleCommand, GetRoleCommand, UpdateRoleCommand } from '@aws-sdk/client-iam';
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

/** Roles, and how long somebody stays in one. */
export const identity: Chapter = {
  title: 'remedies of roles, on moto',
  rows: [
    { ...row, when: 'with a description', seed: make('Puts releases into production') },
    { ...row, when: 'without', seed: make() },
  ],
};
