import { IAM } from '@aws-sdk/client-iam';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWithMoto } from '../kit/aws/describe-with-moto.ts';
import { clientConfig, testAccountId } from '../kit/aws/environment.ts';
import { startWorkspace, textOf, type Workspace } from '../kit/slack/workspace.ts';
import { botHome } from './slack-kit.ts';

const only = [
  'aws/leaver/still-has-access',
  'aws/iam/access-key-expiry-notice',
  'aws/external/account-without-baa',
];

describeWithMoto('people of the chat and of AWS', (moto) => {
  let workspace: Workspace;
  let home: ReturnType<typeof botHome>;
  let bot: Awaited<ReturnType<ReturnType<typeof botHome>['start']>>;
  let olga: ReturnType<Workspace['user']>;
  let dan: ReturnType<Workspace['user']>;
  let channel: ReturnType<Workspace['channel']>;

  beforeAll(async () => {
    const iam = new IAM(clientConfig(moto.endpoint));
    for (const UserName of ['dan', 'fred', 'deploy']) {
      await iam.createUser({ UserName });
      await iam.createLoginProfile({ UserName, Password: 'Made-up-for-a-test-1' });
    }
    for (const UserName of ['dan', 'deploy']) await iam.createAccessKey({ UserName });
    const trusting = (account: string) =>
      JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { AWS: `arn:aws:iam::${account}:root` },
            Action: 'sts:AssumeRole',
            Condition: { StringEquals: { 'sts:ExternalId': 'made-up' } },
          },
        ],
      });
    for (const [RoleName, account] of [
      ['lab', '222222222222'],
      ['archive', '333333333333'],
      ['old-vendor', '444444444444'],
    ] as const)
      await iam.createRole({ RoleName, AssumeRolePolicyDocument: trusting(account) });
    iam.destroy();

    workspace = await startWorkspace({});
    olga = workspace.user('olga');
    dan = workspace.user('dan');
    const fred = workspace.user('fred', { deleted: true });
    channel = workspace.channel('compliance', [olga, dan]);
    const { id: team } = workspace.team;
    home = botHome(workspace, moto.endpoint, {
      checks: { only, settings: { 'aws/iam/access-key-expiry-notice': { maxAgeDays: 20 } } },
      slack: { roles: { officer: [olga.id] } },
      persons: {
        dan: [`slack:${team}:${dan.id}`, `aws:${testAccountId}:dan`],
        fred: [`slack:${team}:${fred.id}`, `aws:${testAccountId}:fred`],
      },
      alerts: { severity: 'critical', channels: [{ channel: channel.id }] },
      businessAssociates: [
        { name: 'Laboratory', accounts: ['222222222222'] },
        { name: 'An old vendor', accounts: ['444444444444'], until: '2020-01-31' },
      ],
    });
    bot = await home.start();
    await workspace.connected(1);
    await (await olga.slash('/hipaa', 'scan', { channel })).reply();
    await workspace.until(() => said(/Scan S-\w+ of everything has finished/), 60_000);
  });
  afterAll(async () => {
    await bot?.kill('SIGTERM');
    await home?.remove();
    await workspace?.stop();
  });

  const said = (pattern: RegExp) => workspace.messages(channel).find((m) => pattern.test(textOf(m)));
  const findings = async (check: string) =>
    textOf(await (await olga.slash('/hipaa', `findings check:${check}`, { channel })).reply());

  test('who was deactivated in Slack and can still sign in is critical, and alarms at once', async () => {
    const list = await findings('aws/leaver/still-has-access');
    expect(list).toContain('fred');
    expect(list).toContain('deactivated in the chat, and still has a console password');
    expect(list).not.toContain('dan');
    expect(textOf(await workspace.until(() => said(/should not wait for the digest/), 10_000))).toContain(
      'fred',
    );
  });

  test('the owner of a key is told by direct message before it grows too old', async () => {
    const notice = await workspace.until(
      () => workspace.messages(dan.dm()).find((m) => /expires soon/.test(textOf(m))),
      10_000,
    );
    expect(textOf(notice)).toMatch(/dan key 1 in default reaches 20 days on .*, in (19|20) days/);
    expect(textOf(notice)).toContain('Make a new key, change over to it, and deactivate the old one.');
  });

  test('a key of nobody who is known is told in the channel of alerts', async () => {
    const notice = await workspace.until(() => said(/deploy key 1 in default reaches 20 days/), 10_000);
    expect(textOf(notice)).toMatch(/Nobody in chat is known to own it/);
  });

  test('an outside account that a role trusts needs an agreement that holds today', async () => {
    const list = await findings('aws/external/account-without-baa');
    expect(list).toContain('333333333333');
    expect(list).toContain('444444444444');
    expect(list).not.toContain('222222222222');
  });

  test('a second scan says none of it again', async () => {
    const before = workspace.messages(dan.dm()).length;
    await (await olga.slash('/hipaa', 'scan', { channel })).reply();
    await workspace.until(
      () =>
        workspace.messages(channel).filter((m) => /Scan S-\w+ of everything has finished/.test(textOf(m)))
          .length === 2,
      60_000,
    );
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(workspace.messages(dan.dm())).toHaveLength(before);
    expect(workspace.violations).toEqual([]);
  });
});
