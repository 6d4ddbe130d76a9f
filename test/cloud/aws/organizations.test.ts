import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Subject } from '../../../src/domain/catalog.ts';
import type { Session } from '../../../src/domain/provider.ts';
import { behindProxy } from '../../kit/aws/behind-proxy.ts';
import { describeWithMoto } from '../../kit/aws/describe-with-moto.ts';
import { testAccountId } from '../../kit/aws/environment.ts';
import { answer } from '../../kit/aws/proxy.ts';
import { all, learn, openAccount } from './s3-kit.ts';

const account: Subject = { id: `arn:aws:iam::${testAccountId}:root`, region: 'global' };
const region: Subject = { id: 'arn:aws:ec2:us-east-1:1:region/us-east-1', region: 'us-east-1' };
const json = (body: object) =>
  answer(200, { 'content-type': 'application/x-amz-json-1.1' }, JSON.stringify(body));

describeWithMoto('organizations and sessions on moto', (moto) => {
  const proxy = behindProxy(moto);
  let session: Session;
  beforeEach(async () => {
    await moto.reset();
    session = await openAccount();
    proxy.reset();
  });
  afterEach(() => session.close());

  const document = (inputs: unknown) =>
    json({ Name: 'SSM-SessionManagerRunShell', Content: JSON.stringify({ schemaVersion: '1.0', inputs }) });

  test.each([
    ['not set', {}, { value: 20 }],
    ['set to nothing', { idleSessionTimeout: '' }, { value: 20 }],
    ['five', { idleSessionTimeout: '5' }, { value: 5 }],
    ['a number', { idleSessionTimeout: 60 }, { value: 60 }],
    ['a parameter', { idleSessionTimeout: '{{ idle }}' }, { known: false, reason: 'unsupported' }],
    ['no inputs', undefined, { known: false, reason: 'unsupported' }],
  ])('idle minutes of a shell: %s', async (_, inputs, told) => {
    proxy.rule({ operation: 'GetDocument', fault: document(inputs) });
    expect(await learn(session, 'aws.region', 'idleShellMinutes', region)).toMatchObject(told);
  });

  test('nobody has set preferences', async () => {
    expect(await learn(session, 'aws.region', 'idleShellMinutes', region)).toEqual({
      known: true,
      value: 20,
    });
  });

  test("permission sets of the organization's instance are not a member's to list", async () => {
    const InstanceArn = 'arn:aws:sso:::instance/ssoins-1';
    const instance = (OwnerAccountId: string) => json({ Instances: [{ InstanceArn, OwnerAccountId }] });
    proxy.rule({ operation: 'ListInstances', times: 1, fault: instance('999999999999') });
    expect(await all(session.list('aws.identityCenter.permissionSet', 'us-east-1'))).toEqual([]);
    proxy.rule({ operation: 'ListInstances', times: 1, fault: instance(testAccountId) });
    const PermissionSets = ['arn:aws:sso:::permissionSet/ssoins-1/ps-1'];
    proxy.rule({ operation: 'ListPermissionSets', fault: json({ PermissionSets }) });
    const [set] = await all(session.list('aws.identityCenter.permissionSet', 'us-east-1'));
    const hours = async (SessionDuration?: string) => {
      proxy.reset();
      proxy.rule({
        operation: 'DescribePermissionSet',
        fault: json({ PermissionSet: { Name: 'Nurses', ...(SessionDuration && { SessionDuration }) } }),
      });
      return learn(session, 'aws.identityCenter.permissionSet', 'sessionOf', set as Subject);
    };
    expect(await hours('PT1H30M')).toMatchObject({ value: { name: 'Nurses', hours: 1.5 } });
    expect(await hours()).toMatchObject({ value: { hours: 1 } });
    expect(await hours('soon')).toMatchObject({ known: false, reason: 'unsupported' });
  });

  test('an instance of several regions is asked in its first alone, and one that failed not at all', async () => {
    const InstanceArn = 'arn:aws:sso:::instance/ssoins-1';
    const PermissionSets = ['arn:aws:sso:::permissionSet/ssoins-1/ps-1'];
    proxy.rule({ operation: 'ListPermissionSets', fault: json({ PermissionSets }) });
    const listed = async (more: object) => {
      const instance = { InstanceArn, OwnerAccountId: testAccountId, ...more };
      proxy.rule({ operation: 'ListInstances', times: 1, fault: json({ Instances: [instance] }) });
      return all(session.list('aws.identityCenter.permissionSet', 'us-west-2'));
    };
    expect(await listed({ Status: 'ACTIVE', PrimaryRegion: 'us-east-1' })).toEqual([]);
    expect(await listed({ Status: 'ACTIVE', PrimaryRegion: 'us-west-2' })).toHaveLength(1);
    expect(await listed({ Status: 'ACTIVE', PrimaryRegion: 'eu-west-1' })).toHaveLength(1);
    expect(await listed({ Status: 'CREATE_FAILED', PrimaryRegion: 'us-west-2' })).toEqual([]);
  });

  test('an instance of one account has no permission sets; what is refused otherwise is unknown', async () => {
    const InstanceArn = 'arn:aws:sso:::instance/ssoins-1';
    proxy.rule({
      operation: 'ListInstances',
      fault: json({ Instances: [{ InstanceArn, OwnerAccountId: testAccountId }] }),
    });
    const refused = (__type: string) =>
      proxy.rule({
        operation: 'ListPermissionSets',
        times: 1,
        fault: answer(
          400,
          { 'content-type': 'application/x-amz-json-1.1' },
          JSON.stringify({ __type, Message: 'The operation is not supported for this instance' }),
        ),
      });
    refused('ValidationException');
    expect(await all(session.list('aws.identityCenter.permissionSet', 'us-east-1'))).toEqual([]);
    refused('AccessDeniedException');
    await expect(all(session.list('aws.identityCenter.permissionSet', 'us-east-1'))).rejects.toMatchObject({
      reason: 'denied',
    });
  });

  const effective = (PolicyContent: string) => json({ EffectivePolicy: { PolicyContent } });

  test.each([
    ['no JSON', 'aiOptOut', effective('{')],
    ['a list', 'aiOptOut', effective('[]')],
    ['no services', 'aiOptOut', effective('{}')],
    ['a choice that is none', 'aiOptOut', effective('{"services":{"default":{"opt_out_policy":"maybe"}}}')],
    ['tags that are none', 'tagPolicy', effective('{"tags":[]}')],
  ])('an effective policy that is not understood is unknown: %s', async (_, fact, fault) => {
    proxy.rule({ operation: 'DescribeEffectivePolicy', fault });
    expect(await learn(session, 'aws.account', fact, account)).toMatchObject({
      known: false,
      reason: 'unsupported',
    });
  });

  test('a member does not ask for the members', async () => {
    const Organization = {
      Arn: 'arn:aws:organizations::9:organization/o-1',
      MasterAccountId: '999999999999',
    };
    proxy.rule({ operation: 'DescribeOrganization', fault: json({ Organization }) });
    expect(await learn(session, 'aws.account', 'otherMembers', account)).toEqual({
      known: true,
      value: null,
    });
    expect(proxy.counts().get('organizations:ListAccounts')).toBeUndefined();
  });

  test.each([
    ['by its state', { State: 'ACTIVE' }, { known: true, value: ['222222222222'] }],
    ['by its older status', { Status: 'ACTIVE' }, { known: true, value: ['222222222222'] }],
    ['closed', { State: 'CLOSED' }, { known: true, value: [] }],
    ['not told at all', {}, { known: false, reason: 'failed' }],
  ])('whether another member is in use: %s', async (_, told, expected) => {
    const Organization = {
      Arn: 'arn:aws:organizations::9:organization/o-1',
      MasterAccountId: testAccountId,
    };
    proxy.rule({ operation: 'DescribeOrganization', fault: json({ Organization }) });
    proxy.rule({ operation: 'ListAccounts', fault: json({ Accounts: [{ Id: '222222222222', ...told }] }) });
    expect(await learn(session, 'aws.account', 'otherMembers', account)).toMatchObject(expected);
  });

  test('without a chat nobody is known to have left', async () => {
    const user = { id: `arn:aws:iam::${testAccountId}:user/ann`, name: 'ann', region: 'global' };
    expect(await learn(session, 'aws.iam.user', 'standing', user)).toMatchObject({
      known: false,
      reason: 'unsupported',
      message: 'no chat is connected',
    });
  });
});
