import remedy from '../../../../remedies/aws/iam/role-trust-without-strangers.ts';
import { otherAccount, ownAccount, testRemedy } from '../../../kit/test-remedy.ts';

const arnOf = (name: string) => `arn:aws:iam::${ownAccount}:role/${name}`;
const at = {
  subject: { id: arnOf('deploy'), name: 'deploy', region: 'global', role: { arn: '', trust: '' } },
};
const of = (id: string) => ({ subject: { ...at.subject, id } });

const assume = 'sts:AssumeRole';
const service = { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: assume };
const own = {
  Sid: 'Own',
  Effect: 'Allow',
  Principal: { AWS: `arn:aws:iam::${ownAccount}:root` },
  Action: assume,
};
const world = { Sid: 'World', Effect: 'Allow', Principal: '*', Action: assume };
const issuer = 'token.actions.githubusercontent.com';
const github = {
  Sid: 'GitHub',
  Effect: 'Allow',
  Principal: { Federated: `arn:aws:iam::${ownAccount}:oidc-provider/${issuer}` },
  Action: 'sts:AssumeRoleWithWebIdentity',
  Condition: { StringEquals: { [`${issuer}:aud`]: 'sts.amazonaws.com' } },
};
const ours = {
  ...github,
  Sid: 'Ours',
  Condition: { StringLike: { [`${issuer}:sub`]: 'repo:clinic/records:*' } },
};
const vendor = { Sid: 'Vendor', Effect: 'Allow', Principal: { AWS: otherAccount }, Action: assume };
const gone = { Sid: 'Gone', Effect: 'Allow', Principal: { AWS: 'AROAEXAMPLE7LEFT' }, Action: assume };
const organization = { ...world, Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1234567890' } } };
const held = { Effect: 'Deny', Principal: '*', Action: assume };

const policy = (...Statement: readonly object[]) =>
  JSON.stringify({ Version: '2012-10-17', Id: 'hand', Statement });
const nobody = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Sid: 'Nobody', Effect: 'Deny', Principal: { AWS: '*' }, Action: assume }],
});
const facts = { madeBy: 'customer', outsiders: [] };

testRemedy(remedy, {
  cures: [
    { name: 'one statement of two', current: policy(service, world), after: policy(service), facts, at },
    {
      name: 'whoever has a token of GitHub',
      current: policy(github, own, ours),
      after: policy(own, ours),
      facts,
      at,
    },
    { name: 'nothing is left: nobody is admitted', current: policy(world), after: nobody, facts, at },
  ],
  cannot: [
    {
      name: "a role of AWS's services",
      current: policy(world),
      at: of(arnOf('aws-service-role/ops.amazonaws.com/AWSServiceRoleForOps')),
      because: /AWS made/,
    },
    {
      name: 'a role of IAM Identity Center',
      current: policy(world),
      at: of(arnOf('aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_Admin_1')),
      because: /AWS made/,
    },
    {
      name: 'a principal that was deleted',
      current: policy(world, gone),
      at,
      because: /AROAEXAMPLE7LEFT, which was deleted/,
    },
    {
      name: 'a principal that was deleted, whom a Deny leaves out',
      current: policy(world, {
        Effect: 'Deny',
        NotPrincipal: { AWS: 'AIDAEXAMPLE7LEFT' },
        Action: 'sts:TagSession',
      }),
      at,
      because: /AIDAEXAMPLE7LEFT, which was deleted/,
    },
    {
      name: 'a vendor of whom nothing is asked',
      current: policy(vendor),
      at,
      because: /a person must decide/,
    },
    { name: 'accounts of the organization', current: policy(organization), at, because: /a person/ },
    { name: 'what a Deny holds back', current: policy(world, held), at, because: /a person must decide/ },
    { name: 'no JSON', current: 'nonsense', at, because: /not understood/ },
  ],
  consequences: [
    {
      name: 'who goes, and who stays',
      current: policy(own, world, service),
      at,
      verdict: 'breaks',
      says: [
        ['breaks', /statement World goes, and whoever takes the role on by it/],
        ['unknown', /of the account.*this bot.*sessions/],
        ['safe', new RegExp(`iam::${ownAccount}:root, ec2.amazonaws.com may take the role on as before`)],
      ],
      saysNot: [/statement Own/],
    },
    {
      name: 'nobody stays',
      current: policy(world),
      at,
      verdict: 'breaks',
      says: [['safe', /nobody may/]],
      saysNot: [/what goes names/],
    },
    {
      name: 'a service beside everyone',
      current: policy({ ...world, Principal: { AWS: '*', Service: 'ec2.amazonaws.com' } }, own),
      at,
      verdict: 'breaks',
      says: [['breaks', /what goes names ec2.amazonaws.com too, who would be refused/]],
    },
    {
      name: 'the organization stays',
      current: policy(world, organization),
      at,
      verdict: 'breaks',
      says: [['safe', /^whoever meets its conditions may take the role on as before/]],
    },
  ],
});
