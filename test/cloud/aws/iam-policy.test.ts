import {
  AddUserToGroupCommand,
  AttachRolePolicyCommand,
  AttachUserPolicyCommand,
  CreateGroupCommand,
  CreatePolicyCommand,
  CreatePolicyVersionCommand,
  CreateRoleCommand,
  CreateUserCommand,
  IAMClient,
  PutUserPolicyCommand,
} from '@aws-sdk/client-iam';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Subject } from '../../../src/domain/catalog.ts';
import type { Session } from '../../../src/domain/provider.ts';
import { behindProxy } from '../../kit/aws/behind-proxy.ts';
import { describeWithMoto } from '../../kit/aws/describe-with-moto.ts';
import { clientConfig } from '../../kit/aws/environment.ts';
import { answer, deny, html200 } from '../../kit/aws/proxy.ts';
import { learn, openAccount } from './s3-kit.ts';

const allow = (Action: string, Resource = '*') =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource }] });
const administrator = 'arn:aws:iam::aws:policy/AdministratorAccess';

const says = (result: string) =>
  answer(
    200,
    { 'content-type': 'text/xml' },
    `<GetAccountAuthorizationDetailsResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><GetAccountAuthorizationDetailsResult>${result}</GetAccountAuthorizationDetailsResult></GetAccountAuthorizationDetailsResponse>`,
  );

describeWithMoto(
  'IAM policies on moto',
  (moto) => {
    const proxy = behindProxy(moto);
    let iam: IAMClient;
    let session: Session;
    const listed = async (kind: 'aws.iam.policy' | 'aws.iam.awsPolicy' | 'aws.iam.user') => {
      const found: Subject[] = [];
      for await (const one of session.list(kind, 'global')) found.push(one);
      return found;
    };
    const the = async (kind: 'aws.iam.policy' | 'aws.iam.awsPolicy' | 'aws.iam.user', name: string) => {
      const found = (await listed(kind)).find((one) => one.name === name);
      if (!found) throw new Error(`no ${name}`);
      return found;
    };

    beforeAll(async () => {
      iam = new IAMClient(clientConfig(moto.endpoint));
    });
    afterAll(async () => {
      iam.destroy();
    });
    beforeEach(async () => {
      await moto.reset();
      session = await openAccount();
      await iam.send(new CreateUserCommand({ UserName: 'ann' }));
      proxy.reset();
    });
    afterEach(() => session.close());

    test('customer policies are judged by their default version, from the listing alone', async () => {
      const { Policy } = await iam.send(
        new CreatePolicyCommand({ PolicyName: 'all', PolicyDocument: allow('*') }),
      );
      await iam.send(new CreatePolicyCommand({ PolicyName: 'buckets', PolicyDocument: allow('s3:*') }));
      const PolicyArn = Policy?.Arn;
      await iam.send(new AttachUserPolicyCommand({ UserName: 'ann', PolicyArn }));
      const ofPolicy = async (fact: string, name: string) =>
        learn(session, 'aws.iam.policy', fact, await the('aws.iam.policy', name));
      expect(await ofPolicy('attachments', 'all')).toMatchObject({ value: 1 });
      expect(await ofPolicy('attachments', 'buckets')).toMatchObject({ value: 0 });
      expect(await ofPolicy('grants', 'all')).toMatchObject({ value: { everything: true } });
      expect(await ofPolicy('grants', 'buckets')).toEqual({
        known: true,
        value: { everything: false, services: ['s3'] },
      });
      await iam.send(
        new CreatePolicyVersionCommand({
          PolicyArn,
          PolicyDocument: allow('s3:GetObject', 'arn:aws:s3:::a%b/*'),
          SetAsDefault: true,
        }),
      );
      expect(await ofPolicy('grants', 'all')).toMatchObject({ value: { everything: false, services: [] } });
      expect([...proxy.counts().keys()]).toEqual(['iam:GetAccountAuthorizationDetails']);
    });

    test("of AWS's policies those that somebody holds, and who holds an administrator's", async () => {
      const PolicyArn = administrator;
      await iam.send(new AttachUserPolicyCommand({ UserName: 'ann', PolicyArn }));
      await iam.send(new CreateRoleCommand({ RoleName: 'deploy', AssumeRolePolicyDocument: '{}' }));
      await iam.send(new AttachRolePolicyCommand({ RoleName: 'deploy', PolicyArn }));
      await iam.send(
        new AttachUserPolicyCommand({
          UserName: 'ann',
          PolicyArn: 'arn:aws:iam::aws:policy/IAMReadOnlyAccess',
        }),
      );
      const found = await listed('aws.iam.awsPolicy');
      expect(found.map(({ id }) => id).sort()).toEqual([
        administrator,
        'arn:aws:iam::aws:policy/IAMReadOnlyAccess',
      ]);
      for (const policy of found) {
        const isAdministrator = policy.id === administrator;
        expect(await learn(session, 'aws.iam.awsPolicy', 'holders', policy)).toEqual({
          known: true,
          value: isAdministrator ? ['user/ann', 'role/deploy'] : [],
        });
      }
      expect(proxy.counts().get('iam:ListEntitiesForPolicy')).toBe(1);
      proxy.rule({ operation: 'ListEntitiesForPolicy', fault: deny() });
      const [policy] = found.filter(({ id }) => id === administrator) as [Subject];
      expect(await learn(session, 'aws.iam.awsPolicy', 'holders', policy)).toMatchObject({
        known: false,
        permission: 'iam:ListEntitiesForPolicy',
      });
    });

    test.each([
      ['a page', html200()],
      ['a list that is missing', says('<IsTruncated>false</IsTruncated>')],
      ['a refusal', deny()],
      [
        'a policy without its document',
        says(
          '<IsTruncated>false</IsTruncated><Policies><member><Arn>arn:aws:iam::123456789012:policy/p</Arn><PolicyName>p</PolicyName><AttachmentCount>1</AttachmentCount><PolicyVersionList/></member></Policies>',
        ),
      ],
    ])('%s is not an account without policies', async (_, fault) => {
      proxy.rule({ operation: 'GetAccountAuthorizationDetails', fault });
      await expect(listed('aws.iam.policy')).rejects.toThrow();
      await expect(listed('aws.iam.awsPolicy')).rejects.toThrow();
    });

    test('an account without policies of its own is known to have none', async () => {
      expect(await listed('aws.iam.policy')).toEqual([]);
      expect(await listed('aws.iam.awsPolicy')).toEqual([]);
    });

    test('a policy that was stored with a line before it', async () => {
      const subject = { ...named('p'), attachments: 1, document: encodeURIComponent(`\n${allow('*')}`) };
      expect(await learn(session, 'aws.iam.policy', 'grants', subject)).toMatchObject({
        value: { everything: true },
      });
    });

    test('a policy that is not understood is unknown', async () => {
      const subject = { ...named('p'), attachments: 1, document: encodeURIComponent('{"Statement": 1}') };
      expect(await learn(session, 'aws.iam.policy', 'grants', subject)).toMatchObject({ known: false });
      const broken = { ...subject, document: '%zz' };
      expect(await learn(session, 'aws.iam.policy', 'grants', broken)).toMatchObject({ known: false });
    });

    test("users' groups and own policies come in one answer for all", async () => {
      await iam.send(new CreateUserCommand({ UserName: 'bob' }));
      await iam.send(new CreateGroupCommand({ GroupName: 'nurses' }));
      await iam.send(new AddUserToGroupCommand({ GroupName: 'nurses', UserName: 'ann' }));
      await iam.send(new AttachUserPolicyCommand({ UserName: 'bob', PolicyArn: administrator }));
      await iam.send(
        new PutUserPolicyCommand({ UserName: 'bob', PolicyName: 'own', PolicyDocument: allow('s3:*') }),
      );
      const ask = async (fact: string, name: string) =>
        learn(session, 'aws.iam.user', fact, await the('aws.iam.user', name));
      expect(await ask('groups', 'ann')).toEqual({ known: true, value: ['nurses'] });
      expect(await ask('groups', 'bob')).toEqual({ known: true, value: [] });
      expect(await ask('directPolicies', 'ann')).toEqual({ known: true, value: [] });
      expect(await ask('directPolicies', 'bob')).toEqual({
        known: true,
        value: ['AdministratorAccess', 'own'],
      });
      expect(proxy.counts().get('iam:GetAccountAuthorizationDetails')).toBe(1);
      expect(await learn(session, 'aws.iam.user', 'groups', named('gone'))).toMatchObject({
        known: false,
        reason: 'failed',
      });
    });
  },
  { env: { MOTO_IAM_LOAD_MANAGED_POLICIES: 'true' } },
);

const named = (name: string): Subject => ({
  id: `arn:aws:iam::123456789012:user/${name}`,
  name,
  region: 'global',
});
