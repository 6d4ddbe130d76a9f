import { expect, test } from 'vitest';
import { behindProxy, nobody } from '../../kit/aws/behind-proxy.ts';
import { testAccountId } from '../../kit/aws/environment.ts';
import { answer, type Fault } from '../../kit/aws/proxy.ts';
import { learn, openAccount } from './s3-kit.ts';

const json = (body: object) =>
  answer(200, { 'content-type': 'application/x-amz-json-1.1' }, JSON.stringify(body));
const proxy = behindProxy(nobody);
const ARN = `arn:aws:wafv2:us-east-1:${testAccountId}:regional/webacl/front/one`;
const id = `arn:aws:elasticloadbalancing:us-east-1:${testAccountId}:loadbalancer/app/front/1`;

async function asked(acl: Fault) {
  proxy.rule({
    operation: 'GetCallerIdentity',
    fault: answer(
      200,
      { 'content-type': 'text/xml' },
      `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Arn>arn:aws:iam::${testAccountId}:user/scan</Arn><UserId>AIDAEXAMPLE</UserId><Account>${testAccountId}</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`,
    ),
  });
  proxy.rule({ operation: 'ListWebACLs', fault: json({ WebACLs: [{ ARN, Name: 'front', Id: 'one' }] }) });
  proxy.rule({ operation: 'GetWebACL', fault: acl });
  const session = await openAccount();
  try {
    return await learn(session, 'aws.elbv2.loadBalancer', 'webAcls', { id, region: 'us-east-1' });
  } finally {
    await session.close();
  }
}

const open = { Allow: {} };
const count = { Action: { Count: {} } };
const groupCounts = { OverrideAction: { Count: {} } };

test.each([
  ['no rules', { Rules: [] }, 0, 0],
  ['they count or allow', { Rules: [count, { Action: { Allow: {} } }, groupCounts] }, 3, 0],
  ['one blocks', { Rules: [{ Action: { Block: {} } }, count] }, 2, 1],
  ['a riddle', { Rules: [{ Action: { Captcha: {} } }, { Action: { Challenge: {} } }] }, 2, 2],
  ['a group does as its rules say', { Rules: [{ OverrideAction: { None: {} } }, groupCounts] }, 2, 1],
  [
    'those of Firewall Manager are in force, too',
    {
      Rules: [],
      PreProcessFirewallManagerRuleGroups: [{ OverrideAction: { None: {} } }],
      PostProcessFirewallManagerRuleGroups: [groupCounts],
    },
    2,
    1,
  ],
])('how many rules of a web ACL may refuse: %s', async (_, acl, rules, refusing) => {
  const told = await asked(json({ WebACL: { ARN, Name: 'front', DefaultAction: open, ...acl } }));
  expect(told).toEqual({ known: true, value: { [ARN]: { rules, refusing, byDefault: false } } });
});

test('what no rule is about may be refused', async () => {
  const told = await asked(json({ WebACL: { DefaultAction: { Block: {} }, Rules: [] } }));
  expect(told).toMatchObject({ value: { [ARN]: { byDefault: true } } });
});

test('a web ACL without its rules is not one that refuses nobody', async () => {
  expect(await asked(json({ WebACL: { DefaultAction: open } }))).toMatchObject({ known: false });
});

test('nor is one that may not be read', async () => {
  expect(await asked({ kind: 'deny' })).toMatchObject({ known: false, reason: 'denied' });
});
