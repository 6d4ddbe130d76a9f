import {
  CreateAccessKeyCommand,
  CreateLoginProfileCommand,
  CreateUserCommand,
  IAMClient,
  UpdateAccessKeyCommand,
  UpdateAccountPasswordPolicyCommand,
} from '@aws-sdk/client-iam';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { awsProvider } from '../../../src/cloud/aws/provider.ts';
import type { Subject } from '../../../src/domain/catalog.ts';
import type { Session } from '../../../src/domain/provider.ts';
import { behindProxy } from '../../kit/aws/behind-proxy.ts';
import { describeWithMoto } from '../../kit/aws/describe-with-moto.ts';
import { clientConfig, testAccountId } from '../../kit/aws/environment.ts';
import { answer, deny, html200 } from '../../kit/aws/proxy.ts';
import { learn, openAccount } from './s3-kit.ts';

const account: Subject = { id: 'arn:aws:iam::123456789012:root', name: 'test', region: 'global' };
const arn = 'arn:aws:iam::123456789012';

const openAccountUntil = (signal: AbortSignal): Promise<Session> =>
  awsProvider([], { regions: ['us-east-1'], concurrency: 8, timeoutMs: 5_000, maxAttempts: 2 }).open(
    { name: 'test', id: testAccountId },
    { signal, optIns: new Set() },
  );

async function all<T>(listing: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const one of listing) found.push(one);
  return found;
}

/** A recorded answer in the documented shape of the query protocol. */
const says = (operation: string, result: string) =>
  answer(
    200,
    { 'content-type': 'text/xml' },
    `<${operation}Response xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><${operation}Result>${result}</${operation}Result><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></${operation}Response>`,
  );

const reportOf = (csv: string) =>
  says(
    'GetCredentialReport',
    `<Content>${Buffer.from(csv).toString('base64')}</Content><ReportFormat>text/csv</ReportFormat><GeneratedTime>2026-11-20T10:00:00Z</GeneratedTime>`,
  );

const header =
  'user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service,cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated';
/** As AWS writes it: moto lacks the root's row and the date of the next rotation. */
const awsReport = [
  header,
  `<root_account>,${arn}:root,2019-01-01T00:00:00+00:00,not_supported,2026-11-01T08:00:00+00:00,not_supported,not_supported,true,false,N/A,N/A,N/A,N/A,false,N/A,2026-11-02T08:00:00+00:00,N/A,N/A,false,N/A,false,N/A`,
  `ann,${arn}:user/ann,2025-01-01T00:00:00+00:00,true,2026-11-19T08:00:00+00:00,2026-09-01T00:00:00+00:00,2026-11-30T00:00:00+00:00,true,true,2026-08-20T00:00:00+00:00,2026-11-20T09:00:00+00:00,us-east-1,s3,false,2024-01-01T00:00:00+00:00,N/A,N/A,N/A,false,N/A,false,N/A`,
  `bot,${arn}:user/bot,2025-01-01T00:00:00+00:00,false,N/A,N/A,N/A,false,false,N/A,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A`,
].join('\n');

describeWithMoto('IAM on moto', (moto) => {
  const proxy = behindProxy(moto);
  let iam: IAMClient;
  let session: Session;
  const listed = (kind: 'aws.iam.user' | 'aws.iam.accessKey'): Promise<Subject[]> =>
    all(session.list(kind, 'global'));
  const ofAccount = (fact: string) => learn(session, 'aws.account', fact, account);

  beforeAll(async () => {
    iam = new IAMClient(clientConfig(moto.endpoint));
  });
  afterAll(async () => {
    iam.destroy();
  });
  beforeEach(async () => {
    await moto.reset();
    session = await openAccount();
    proxy.reset();
  });
  afterEach(() => session.close());

  const makeAnn = async () => {
    await iam.send(new CreateUserCommand({ UserName: 'ann' }));
    await iam.send(new CreateLoginProfileCommand({ UserName: 'ann', Password: 'not-a-real-one-1A!' }));
    const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName: 'ann' }));
    await iam.send(new CreateAccessKeyCommand({ UserName: 'ann' }));
    const AccessKeyId = AccessKey?.AccessKeyId;
    await iam.send(new UpdateAccessKeyCommand({ UserName: 'ann', AccessKeyId, Status: 'Inactive' }));
  };

  test('users and keys come from one report, with no call per user and no key id', async () => {
    await makeAnn();
    await iam.send(new CreateUserCommand({ UserName: 'b,c' }));
    const [users, keys] = await Promise.all([listed('aws.iam.user'), listed('aws.iam.accessKey')]);
    expect(users.map(({ id, name }) => [id, name])).toEqual([
      [`${arn}:user/ann`, 'ann'],
      [`${arn}:user/b,c`, 'b,c'],
    ]);
    expect(keys.map(({ id, name }) => [id, name])).toEqual([
      [`${arn}:user/ann/access-key-1`, 'ann key 1'],
      [`${arn}:user/ann/access-key-2`, 'ann key 2'],
    ]);
    const [ann, other] = users as [Subject, Subject];
    expect(await learn(session, 'aws.iam.user', 'console', ann)).toMatchObject({ value: { usedAt: null } });
    expect(await learn(session, 'aws.iam.user', 'mfa', ann)).toMatchObject({ value: { active: false } });
    expect(await learn(session, 'aws.iam.user', 'activeKeys', ann)).toMatchObject({ value: 1 });
    expect(await learn(session, 'aws.iam.user', 'console', other)).toEqual({ known: true, value: null });
    expect(await learn(session, 'aws.iam.accessKey', 'live', keys[0] as Subject)).toEqual({
      known: true,
      value: null,
    });
    expect(await learn(session, 'aws.iam.accessKey', 'live', keys[1] as Subject)).toMatchObject({
      value: { usedAt: null, rotatedAt: expect.stringMatching(/^20.*Z$/) },
    });
    expect(Object.fromEntries(proxy.counts())).toEqual({
      'iam:GenerateCredentialReport': 1,
      'iam:GetCredentialReport': 1,
    });
    expect(JSON.stringify([users, keys])).not.toMatch(/AKIA/);
  });

  test('a report that leaves out keys of a user is not taken for all of them', async () => {
    const csv = awsReport
      .split('\n')
      .map(
        (line, i) =>
          `${line},${i === 0 ? 'additional_credentials_info' : line.startsWith('ann') ? '1' : 'N/A'}`,
      )
      .join('\n');
    proxy.rule({ operation: 'GetCredentialReport', times: 1, fault: reportOf(csv) });
    await expect(listed('aws.iam.accessKey')).rejects.toThrow(/leaves out keys of ann/);
    const [ann, bot] = (await listed('aws.iam.user')) as [Subject, Subject];
    expect(await learn(session, 'aws.iam.user', 'activeKeys', ann)).toMatchObject({ reason: 'unsupported' });
    expect(await learn(session, 'aws.iam.user', 'activeKeys', bot)).toMatchObject({ value: 0 });
  });

  test('every page of credentials for single services is read, and only those that work', async () => {
    await iam.send(new CreateUserCommand({ UserName: 'ann' }));
    const one = (service: string, status: string) =>
      `<member><UserName>ann</UserName><Status>${status}</Status><CreateDate>2026-01-01T00:00:00Z</CreateDate><ServiceSpecificCredentialId>ACCA</ServiceSpecificCredentialId><ServiceName>${service}</ServiceName></member>`;
    const page = (members: string, next: string) =>
      says(
        'ListServiceSpecificCredentials',
        `<ServiceSpecificCredentials>${members}</ServiceSpecificCredentials>${next}`,
      );
    const operation = 'ListServiceSpecificCredentials';
    const first = page(one('a', 'Inactive'), '<IsTruncated>true</IsTruncated><Marker>m</Marker>');
    proxy.rule({ operation, times: 1, fault: first });
    proxy.rule({ operation, fault: page(one('b', 'Active') + one('c', 'Expired'), '') });
    session = await awsProvider([], {
      regions: ['us-east-1'],
      concurrency: 8,
      timeoutMs: 5_000,
      maxAttempts: 2,
    }).open(
      { name: 'test', id: testAccountId },
      {
        signal: new AbortController().signal,
        optIns: new Set(),
        standing: async () => 'deactivated',
      },
    );
    const [ann] = (await listed('aws.iam.user')) as [Subject];
    expect(await learn(session, 'aws.iam.user', 'otherCredentials', ann)).toEqual({
      known: true,
      value: ['a credential for b'],
    });
  });

  test('what the report does not say of a password follows from the policy, asked once', async () => {
    const csv = `${header}\nann,${arn}:user/ann,2025-01-01T00:00:00+00:00,true,N/A,2026-09-01T00:00:00+00:00,not_supported,true,false,N/A,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A`;
    const expiry = async (report: string) => {
      await session.close();
      session = await openAccount();
      proxy.rule({ operation: 'GetCredentialReport', times: 1, fault: reportOf(report) });
      const [ann] = (await listed('aws.iam.user')) as [Subject];
      return learn(session, 'aws.iam.user', 'passwordExpiresAt', ann);
    };
    expect(await expiry(csv)).toEqual({ known: true, value: null });
    await iam.send(new UpdateAccountPasswordPolicyCommand({ MaxPasswordAge: 90 }));
    proxy.reset();
    expect(await expiry(csv)).toEqual({ known: true, value: '2026-11-30T00:00:00.000Z' });
    expect(await ofAccount('passwordPolicy')).toMatchObject({ value: { maxAgeDays: 90 } });
    expect(proxy.counts().get('iam:GetAccountPasswordPolicy')).toBe(1);
    const undated = csv.replace('2026-09-01T00:00:00+00:00', 'N/A');
    expect(await expiry(undated)).toMatchObject({ known: false, reason: 'unsupported' });
    proxy.rule({ operation: 'GetAccountPasswordPolicy', fault: deny() });
    expect(await expiry(csv)).toMatchObject({
      known: false,
      permission: 'iam:GetAccountPasswordPolicy',
    });
  });

  test("moto's report does not say when the root was used", async () => {
    await makeAnn();
    await listed('aws.iam.user');
    expect(await ofAccount('rootUse')).toMatchObject({ known: false, reason: 'unsupported' });
  });

  test("AWS's own report: the root is no user, and its last use is told", async () => {
    proxy.rule({ operation: 'GetCredentialReport', fault: reportOf(awsReport) });
    const [ann, bot, ...others] = (await listed('aws.iam.user')) as [Subject, Subject];
    expect(others).toEqual([]);
    expect(await learn(session, 'aws.iam.user', 'console', ann)).toMatchObject({
      value: {
        usedAt: '2026-11-19T08:00:00.000Z',
        setAt: '2026-09-01T00:00:00.000Z',
        reportedAt: '2026-11-20T10:00:00.000Z',
      },
    });
    expect(await learn(session, 'aws.iam.user', 'passwordExpiresAt', ann)).toMatchObject({
      value: '2026-11-30T00:00:00.000Z',
    });
    expect(await learn(session, 'aws.iam.user', 'passwordExpiresAt', bot)).toMatchObject({ value: null });
    expect((await listed('aws.iam.accessKey')).map(({ name }) => name)).toEqual(['ann key 1', 'ann key 2']);
    expect(await ofAccount('rootUse')).toMatchObject({ value: { usedAt: '2026-11-02T08:00:00.000Z' } });
  });

  test.each([
    ['a page instead of AWS', html200(), /web page/],
    ['a report without its header', reportOf('ann,arn:aws:iam::123456789012:user/ann'), /columns/],
    ['no report in the answer', says('GetCredentialReport', ''), /credential report is missing/],
    ['a refusal', deny(), /denied/],
  ])('%s is not an account without users', async (_, fault, message) => {
    proxy.rule({ operation: 'GetCredentialReport', fault });
    await expect(listed('aws.iam.user')).rejects.toThrow(message);
    await expect(listed('aws.iam.accessKey')).rejects.toThrow(message);
    expect(proxy.counts().get('iam:GetCredentialReport')).toBe(1);
  });

  const inProgress = { status: 404, code: 'ReportInProgress' };

  test('a report that is not finished is asked for again, and made only once', async () => {
    await makeAnn();
    // While the new one is made, AWS may speak of the last one.
    proxy.rule({
      operation: 'GetCredentialReport',
      times: 1,
      fault: { status: 410, code: 'ReportExpired' },
    });
    proxy.rule({ operation: 'GetCredentialReport', times: 1, fault: inProgress });
    expect(await listed('aws.iam.user')).not.toHaveLength(0);
    expect(Object.fromEntries(proxy.counts())).toEqual({
      'iam:GenerateCredentialReport': 1,
      'iam:GetCredentialReport': 3,
    });
  });

  test('a scan that is cancelled does not wait for the report', async () => {
    proxy.rule({ operation: 'GetCredentialReport', fault: inProgress });
    await session.close();
    const stop = new AbortController();
    session = await openAccountUntil(stop.signal);
    const listing = listed('aws.iam.user');
    setTimeout(() => stop.abort(), 100);
    await expect(listing).rejects.toThrow(/cancelled/);
  });

  test('the root identity: keys and second factor in one call', async () => {
    expect(await ofAccount('rootCredentials')).toEqual({
      known: true,
      value: { accessKey: false, mfa: false, password: null },
    });
    expect(await ofAccount('rootMfaDevice')).toEqual({ known: true, value: 'none' });
    expect(Object.fromEntries(proxy.counts())).toEqual({ 'iam:GetAccountSummary': 1 });
  });

  const summary = (entries: Record<string, number>) =>
    says(
      'GetAccountSummary',
      `<SummaryMap>${Object.entries(entries)
        .map(([key, value]) => `<entry><key>${key}</key><value>${value}</value></entry>`)
        .join('')}</SummaryMap>`,
    );
  const device = (serial: string, user: string) =>
    says(
      'ListVirtualMFADevices',
      `<IsTruncated>false</IsTruncated><VirtualMFADevices><member><SerialNumber>${serial}</SerialNumber><User><Arn>${user}</Arn></User></member></VirtualMFADevices>`,
    );

  test.each([
    ['an app of the root', device(`${arn}:mfa/phone`, `${arn}:root`), 'virtual'],
    ['an app of a user', device(`${arn}:mfa/ann`, `${arn}:user/ann`), 'hardware'],
    ['an app of the root under its old name', device(`${arn}:mfa/root-account-mfa-device`, ''), 'virtual'],
  ])('with a second factor and %s', async (_, devices, expected) => {
    proxy.rule({
      operation: 'GetAccountSummary',
      fault: summary({ AccountMFAEnabled: 1, AccountAccessKeysPresent: 1, AccountPasswordPresent: 1 }),
    });
    proxy.rule({ operation: 'ListVirtualMFADevices', fault: devices });
    expect(await ofAccount('rootCredentials')).toMatchObject({
      value: { accessKey: true, mfa: true, password: true },
    });
    expect(await ofAccount('rootMfaDevice')).toEqual({ known: true, value: expected });
  });

  test('in GovCloud the root identity has no password', async () => {
    await session.close();
    proxy.rule({
      operation: 'GetCallerIdentity',
      fault: says(
        'GetCallerIdentity',
        '<Arn>arn:aws-us-gov:iam::123456789012:user/ann</Arn><UserId>AIDA</UserId><Account>123456789012</Account>',
      ),
    });
    session = await openAccount();
    const [MFA, keys] = [{ AccountMFAEnabled: 0 }, { AccountAccessKeysPresent: 0 }];
    proxy.rule({ operation: 'GetAccountSummary', fault: summary({ ...MFA, ...keys }) });
    expect(await ofAccount('rootCredentials')).toMatchObject({ value: { password: false } });
  });

  test('a summary that does not say is unknown, and so is what hangs on it', async () => {
    proxy.rule({ operation: 'GetAccountSummary', fault: summary({ Users: 3 }) });
    expect(await ofAccount('rootCredentials')).toMatchObject({ known: false, reason: 'failed' });
    expect(await ofAccount('rootMfaDevice')).toMatchObject({ known: false, reason: 'failed' });
    expect(proxy.counts().get('iam:ListVirtualMFADevices')).toBeUndefined();
  });

  test('a list of devices that is missing is not "no app"', async () => {
    proxy.rule({
      operation: 'GetAccountSummary',
      fault: summary({ AccountMFAEnabled: 1, AccountAccessKeysPresent: 0 }),
    });
    proxy.rule({ operation: 'ListVirtualMFADevices', fault: says('ListVirtualMFADevices', '') });
    expect(await ofAccount('rootMfaDevice')).toMatchObject({ known: false, reason: 'failed' });
  });

  test('the password policy: none, its values, and a refusal', async () => {
    expect(await ofAccount('passwordPolicy')).toEqual({ known: true, value: null });
    await iam.send(
      new UpdateAccountPasswordPolicyCommand({
        MinimumPasswordLength: 12,
        RequireNumbers: true,
        RequireLowercaseCharacters: true,
        MaxPasswordAge: 60,
        PasswordReusePrevention: 5,
      }),
    );
    await session.close();
    session = await openAccount();
    expect(await ofAccount('passwordPolicy')).toEqual({
      known: true,
      value: {
        minLength: 12,
        notRequired: ['upper-case letters', 'symbols'],
        remembered: 5,
        maxAgeDays: 60,
      },
    });
    await session.close();
    session = await openAccount();
    proxy.rule({ operation: 'GetAccountPasswordPolicy', fault: deny() });
    expect(await ofAccount('passwordPolicy')).toMatchObject({
      known: false,
      reason: 'denied',
      permission: 'iam:GetAccountPasswordPolicy',
    });
  });
});
