import {
  CreateLoginProfileCommand,
  CreateUserCommand,
  DeleteAccessKeyCommand,
  GetAccountPasswordPolicyCommand,
  GetLoginProfileCommand,
  IAMClient,
  ListAccessKeysCommand,
  UpdateAccessKeyCommand,
  UpdateAccountPasswordPolicyCommand,
} from '@aws-sdk/client-iam';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Subject } from '../../../src/domain/catalog.ts';
import { known } from '../../../src/domain/collected.ts';
import { describeWithMoto } from '../../kit/aws/describe-with-moto.ts';
import { clientConfig } from '../../kit/aws/environment.ts';
import { makeAccessKey } from '../../kit/aws/make-access-key.ts';
import { answer } from '../../kit/aws/proxy.ts';
import { theAccount, told, writeKit, writingOf } from './write-kit.ts';

const UserName = 'ann';
const strict = {
  minimumLength: 14,
  requireUppercase: true,
  requireLowercase: true,
  requireNumbers: true,
  requireSymbols: true,
  allowUsersToChange: true,
  maxAgeDays: 90,
  remembered: 24,
  hardExpiry: false,
};
const keyId = /AKIA|LKIA|ASIA/;

describeWithMoto('what can be set of IAM, on moto', (moto) => {
  const kit = writeKit(moto);
  let iam: IAMClient;
  beforeAll(() => {
    iam = new IAMClient(clientConfig(moto.endpoint));
  });
  afterAll(() => iam.destroy());

  const policy = () => told(iam.send(new GetAccountPasswordPolicyCommand({})));
  const keys = () => told(iam.send(new ListAccessKeysCommand({ UserName })));
  const profile = () => told(iam.send(new GetLoginProfileCommand({ UserName })));

  const makeKey = () => makeAccessKey(iam, UserName);

  describe('the password policy', () => {
    const passwordPolicy = (after: unknown) =>
      kit.thereAndBack('aws.account', 'passwordPolicySettings', theAccount, after, policy);

    test('from none, and back to none', async () => {
      expect(await passwordPolicy(strict)).toBeNull();
      expect(await policy()).toMatch(/NoSuchEntity/);
    });

    test('one setting changed: all others are told again', async () => {
      const MinimumPasswordLength = 9;
      const others = { MaxPasswordAge: 30, PasswordReusePrevention: 5, HardExpiry: true };
      const classes = { RequireSymbols: true, AllowUsersToChangePassword: true };
      await iam.send(
        new UpdateAccountPasswordPolicyCommand({ MinimumPasswordLength, ...others, ...classes }),
      );
      const now = await kit.read('aws.account', 'passwordPolicySettings', theAccount);
      expect(now).toMatchObject({ minimumLength: 9, maxAgeDays: 30, remembered: 5, hardExpiry: true });
      await passwordPolicy({ ...now, minimumLength: 14 });
    });

    test('to none, and back to the letter', async () => {
      await iam.send(new UpdateAccountPasswordPolicyCommand({ MinimumPasswordLength: 20 }));
      expect(await passwordPolicy(null)).toMatchObject({ minimumLength: 20, maxAgeDays: null });
    });

    test('a hard expiry that nobody set is one that is off', () => {
      const { same } = writingOf('aws.account', 'passwordPolicySettings');
      expect(same?.({ ...strict, hardExpiry: null }, strict)).toBe(true);
      expect(same?.({ ...strict, hardExpiry: true }, { ...strict, hardExpiry: null })).toBe(false);
      expect(same?.({ ...strict, remembered: null }, strict)).toBe(false);
      expect(same?.(null, strict)).toBe(false);
    });

    test('none stays none without a fuss', async () => {
      await kit.put('aws.account', 'passwordPolicySettings', theAccount, null);
      expect(await policy()).toMatch(/NoSuchEntity/);
    });

    test('what the checks read follows from it, for one call', async () => {
      await kit.put('aws.account', 'passwordPolicySettings', theAccount, strict);
      expect(await kit.read('aws.account', 'passwordPolicy', theAccount)).toEqual({
        minLength: 14,
        notRequired: [],
        remembered: 24,
        maxAgeDays: 90,
      });
      expect(kit.proxy().counts().get('iam:GetAccountPasswordPolicy')).toBe(1);
    });
  });

  describe('access keys', () => {
    const key = () => kit.only('aws.iam.accessKey', 'global');
    const ann = () => kit.only('aws.iam.user', 'global');

    test('the status, and back; its id is in no fact', async () => {
      await iam.send(new CreateUserCommand({ UserName }));
      await makeKey();
      const one = await key();
      expect(await kit.thereAndBack('aws.iam.accessKey', 'status', one, 'Inactive', keys)).toBe('Active');
      expect(await kit.read('aws.iam.accessKey', 'use', one)).toBeNull();
      expect(JSON.stringify(one)).not.toMatch(keyId);
    });

    test('a key that is as it should be is not told again', async () => {
      await iam.send(new CreateUserCommand({ UserName }));
      await makeKey();
      expect(await kit.put('aws.iam.accessKey', 'status', await key(), 'Active')).toEqual([]);
    });

    test('of two, the one of its slot and no other', async () => {
      await iam.send(new CreateUserCommand({ UserName }));
      await makeKey();
      const AccessKeyId = await makeKey();
      await iam.send(new UpdateAccessKeyCommand({ UserName, AccessKeyId, Status: 'Inactive' }));
      const user = await ann();
      expect(await kit.read('aws.iam.user', 'keyStatuses', user)).toEqual({ 1: 'Active', 2: 'Inactive' });
      const both = { 1: 'Inactive', 2: 'Inactive' };
      expect(await kit.thereAndBack('aws.iam.user', 'keyStatuses', user, both, keys)).toEqual({
        1: 'Active',
        2: 'Inactive',
      });
      expect(await kit.read('aws.iam.user', 'keyUses', user)).toEqual({ 1: null, 2: null });
      const [first, second] = (await kit.subjects('aws.iam.accessKey', 'global')) as [Subject, Subject];
      expect(await kit.read('aws.iam.accessKey', 'status', first)).toBe('Active');
      await kit.put('aws.iam.accessKey', 'status', second, 'Active');
      expect(await kit.read('aws.iam.user', 'keyStatuses', user)).toEqual({ 1: 'Active', 2: 'Active' });
    });

    test('a key that took the place of the reported one is never taken for it', async () => {
      await iam.send(new CreateUserCommand({ UserName }));
      await makeKey();
      const reported = await key();
      const AccessKeyId = await makeKey();
      const [first] = (await iam.send(new ListAccessKeysCommand({ UserName }))).AccessKeyMetadata ?? [];
      await iam.send(new DeleteAccessKeyCommand({ UserName, AccessKeyId: first?.AccessKeyId }));
      expect(await kit.ask('aws.iam.accessKey', 'status', reported)).toMatchObject({
        reason: 'unsupported',
        message: expect.stringMatching(/replaced or deleted/),
      });
      const start = await keys();
      await expect(kit.put('aws.iam.accessKey', 'status', reported, 'Inactive')).rejects.toThrow(
        /replaced or deleted/,
      );
      expect(await keys()).toEqual(start);
      expect(JSON.stringify(start)).toContain(AccessKeyId);
    });

    test('two keys of one second cannot be told apart', async () => {
      await iam.send(new CreateUserCommand({ UserName }));
      await makeKey();
      const one = (await key()) as Subject & { row: { access_key_1_last_rotated: string } };
      const member = `<member><UserName>ann</UserName><AccessKeyId>AKIAIOSFODNN7EXAMPLE</AccessKeyId><Status>Active</Status><CreateDate>${one.row.access_key_1_last_rotated}</CreateDate></member>`;
      kit.proxy().rule({
        operation: 'ListAccessKeys',
        fault: answer(
          200,
          { 'content-type': 'text/xml' },
          `<ListAccessKeysResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><ListAccessKeysResult><IsTruncated>false</IsTruncated><AccessKeyMetadata>${member}${member}</AccessKeyMetadata></ListAccessKeysResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></ListAccessKeysResponse>`,
        ),
      });
      const refused = await kit.ask('aws.iam.accessKey', 'status', one);
      expect(refused).toMatchObject({ known: false, message: expect.stringMatching(/told apart/) });
      expect(JSON.stringify(refused)).not.toMatch(keyId);
    });

    test('where and when a key was used, as IAM answers', async () => {
      await iam.send(new CreateUserCommand({ UserName }));
      await makeKey();
      const one = await key();
      kit.proxy().rule({
        operation: 'GetAccessKeyLastUsed',
        fault: answer(
          200,
          { 'content-type': 'text/xml' },
          '<GetAccessKeyLastUsedResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><GetAccessKeyLastUsedResult><UserName>ann</UserName><AccessKeyLastUsed><Region>eu-west-1</Region><LastUsedDate>2026-10-01T08:00:00Z</LastUsedDate><ServiceName>s3</ServiceName></AccessKeyLastUsed></GetAccessKeyLastUsedResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></GetAccessKeyLastUsedResponse>',
        ),
      });
      expect(await kit.read('aws.iam.accessKey', 'use', one)).toEqual({
        at: '2026-10-01T08:00:00.000Z',
        service: 's3',
        region: 'eu-west-1',
      });
    });

    test('the report is not waited for', () => {
      const live = known({ rotatedAt: 'x', usedAt: null, reportedAt: 'x' });
      expect(writingOf('aws.iam.accessKey', 'status').implies?.('Inactive', { live })).toEqual({
        live: null,
      });
      expect(writingOf('aws.iam.accessKey', 'status').implies?.('Active', { live })).toEqual({});
      expect(writingOf('aws.iam.user', 'keyStatuses').implies?.({ 1: 'Active', 2: 'Inactive' }, {})).toEqual({
        activeKeys: 1,
      });
    });
  });

  describe('the console password', () => {
    test('is taken away, and is not put back', async () => {
      await iam.send(new CreateUserCommand({ UserName }));
      await iam.send(new CreateLoginProfileCommand({ UserName, Password: 'not-a-real-one-1A!' }));
      const user = await kit.only('aws.iam.user', 'global');
      const before = await kit.read('aws.iam.user', 'consolePassword', user);
      expect(before).toEqual({ setAt: expect.stringMatching(/^20.*Z$/), mustBeReset: false });
      expect(await kit.put('aws.iam.user', 'consolePassword', user, null)).toEqual(['DeleteLoginProfile']);
      expect(await kit.read('aws.iam.user', 'consolePassword', user)).toBeNull();
      expect(await profile()).toMatch(/NoSuchEntity/);
      await expect(kit.put('aws.iam.user', 'consolePassword', user, before)).rejects.toThrow(/put back/);
      await kit.put('aws.iam.user', 'consolePassword', user, null);
      expect(writingOf('aws.iam.user', 'consolePassword').implies?.(null, {})).toEqual({ console: null });
    });

    test('who has one, and since when', async () => {
      await iam.send(new CreateUserCommand({ UserName }));
      await iam.send(new CreateUserCommand({ UserName: 'bot' }));
      await iam.send(new CreateLoginProfileCommand({ UserName, Password: 'not-a-real-one-1A!' }));
      expect(await kit.read('aws.account', 'consolePasswords', theAccount)).toMatchObject([{ user: 'ann' }]);
    });
  });
});
