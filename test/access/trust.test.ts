import { describe, expect, test } from 'vitest';
import { parsePolicy, trustOf } from '../../src/access/index.ts';

const own = '111122223333';
const vendor = '999999999999';
const root = (account: string) => ({ AWS: `arn:aws:iam::${account}:root` });
const provider = (issuer: string) => ({ Federated: `arn:aws:iam::${own}:oidc-provider/${issuer}` });
const github = 'token.actions.githubusercontent.com';
const sentinel = 'sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d/';
const lets = (Principal: unknown, Condition?: object, Action = 'sts:AssumeRole') => ({
  Effect: 'Allow',
  Principal,
  Action,
  ...(Condition && { Condition }),
});
const byToken = (issuer: string, Condition?: object) =>
  lets(provider(issuer), Condition, 'sts:AssumeRoleWithWebIdentity');
const told = (...Statement: readonly object[]) =>
  trustOf(parsePolicy(JSON.stringify({ Version: '2012-10-17', Statement })), {
    role: `arn:aws:iam::${own}:role/x`,
    accountId: own,
  });

describe('open to the world', () => {
  test.each([
    ['everyone', [lets('*')]],
    ['every account', [lets({ AWS: '*' })]],
    ['an external id, which is no secret', [lets('*', { StringEquals: { 'sts:ExternalId': 'x' } })]],
    ['any repository of GitHub', [byToken(github)]],
    [
      'any repository, for AWS',
      [byToken(github, { StringEquals: { [`${github}:aud`]: 'sts.amazonaws.com' } })],
    ],
    ['repo:*', [byToken(github, { StringLike: { [`${github}:sub`]: 'repo:*' } })]],
    [
      'one repository or any',
      [byToken(github, { StringLike: { [`${github}:sub`]: ['repo:clinic/app:*', '*'] } })],
    ],
    ['all but one repository', [byToken(github, { StringNotLike: { [`${github}:sub`]: 'repo:clinic/*' } })]],
    [
      'any project of GitLab',
      [byToken('gitlab.com', { StringLike: { 'gitlab.com:sub': 'project_path:*' } })],
    ],
    [
      "any customer's Sentinel",
      [
        byToken(sentinel, {
          StringEquals: { [`${sentinel}:aud`]: 'api://1462b192-27f7-4cb9-8523-0f4ecb54b47e' },
        }),
      ],
    ],
    ['any stack of Pulumi', [byToken('api.pulumi.com/oidc')]],
    [
      'any project of Vercel',
      [byToken('oidc.vercel.com', { StringLike: { 'oidc.vercel.com:sub': 'owner:*' } })],
    ],
    [
      'any pool of Cognito in GovCloud',
      [
        lets(
          { Federated: 'cognito-identity-us-gov.amazonaws.com' },
          undefined,
          'sts:AssumeRoleWithWebIdentity',
        ),
      ],
    ],
    [
      'any user of Google',
      [lets({ Federated: 'accounts.google.com' }, undefined, 'sts:AssumeRoleWithWebIdentity')],
    ],
    ['any provider', [lets({ Federated: '*' }, undefined, 'sts:AssumeRoleWithWebIdentity')]],
  ])('%s', (_, statements) => {
    expect(told(...statements)).toMatchObject({ open: expect.stringMatching(/^statement 1 lets/) });
  });
});

describe('not open to the world', () => {
  test.each([
    ['a service', [lets({ Service: 'ec2.amazonaws.com' })]],
    ['the own account', [lets(root(own))]],
    ['the organization', [lets('*', { StringEquals: { 'aws:PrincipalOrgID': 'o-abcdefghij' } })]],
    [
      'roles of the own account',
      [lets('*', { ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::${own}:role/*` } })],
    ],
    ['refused to all', [lets('*'), { ...lets('*'), Effect: 'Deny' }]],
    ['a tag of the session alone', [lets('*', undefined, 'sts:TagSession')]],
    ['one organization of GitHub', [byToken(github, { StringLike: { [`${github}:sub`]: 'repo:clinic/*' } })]],
    ["an enterprise's own issuer at GitHub", [byToken(`${github}/clinic`)]],
    ["a team's own issuer at Vercel", [byToken('oidc.vercel.com/clinic')]],
    [
      'one repository by its number',
      [byToken(github, { StringEquals: { [`${github}:repository_id`]: '1234' } })],
    ],
    [
      'the Sentinel of one workspace',
      [byToken(sentinel, { StringEquals: { 'sts:RoleSessionName': 'MicrosoftSentinel_1' } })],
    ],
    ['its owner', [byToken(github, { StringEquals: { [`${github}:repository_owner`]: 'clinic' } })]],
    [
      'one pool of Cognito',
      [
        lets(
          { Federated: 'cognito-identity.amazonaws.com' },
          { StringEquals: { 'cognito-identity.amazonaws.com:aud': 'us-east-1:1' } },
          'sts:AssumeRoleWithWebIdentity',
        ),
      ],
    ],
    ['a provider of its own', [byToken('oidc.eks.us-east-1.amazonaws.com/id/ABC')]],
    [
      'SAML',
      [lets({ Federated: `arn:aws:iam::${own}:saml-provider/ad` }, undefined, 'sts:AssumeRoleWithSAML')],
    ],
  ])('%s', (_, statements) => {
    expect(told(...statements)).toMatchObject({ open: null, outsiders: [] });
  });
});

describe('outsiders', () => {
  const outside = (account: string, conditional: boolean, statement = 'statement 1') => ({
    account,
    conditional,
    statement,
  });
  test.each([
    ['an account', [lets(root(vendor))], [outside(vendor, false)]],
    ['by its number', [lets({ AWS: vendor })], [outside(vendor, false)]],
    ['a role of it', [lets({ AWS: `arn:aws:iam::${vendor}:role/x` })], [outside(vendor, false)]],
    [
      'with an external id',
      [lets(root(vendor), { StringEquals: { 'sts:ExternalId': 'x' } })],
      [outside(vendor, true)],
    ],
    [
      'a condition that stops nobody',
      [lets(root(vendor), { StringLike: { 'sts:ExternalId': '*' } })],
      [outside(vendor, false)],
    ],
    ['beside the own', [lets({ AWS: [own, vendor] })], [outside(vendor, false)]],
    [
      'in two statements',
      [lets(root(vendor), { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }), lets(root(vendor))],
      [outside(vendor, true), outside(vendor, false, 'statement 2')],
    ],
    [
      'everyone of one account',
      [lets('*', { StringEquals: { 'aws:PrincipalAccount': vendor } })],
      [outside(vendor, true)],
    ],
    ['a tag of the session alone', [lets(root(vendor), undefined, 'sts:TagSession')], []],
  ])('%s', (_, statements, outsiders) => {
    expect(told(...statements)).toMatchObject({ open: null, outsiders });
  });
});

test('who the role is for', () => {
  const ec2 = lets({ Service: 'ec2.amazonaws.com' });
  const mfa = lets(root(own), { Bool: { 'aws:MultiFactorAuthPresent': 'true' } });
  expect(told(ec2)).toMatchObject({ onlyServices: true, asksMfa: false });
  expect(told(ec2, mfa)).toMatchObject({ onlyServices: false, asksMfa: true });
  expect(told(mfa, lets(root(own)))).toMatchObject({ onlyServices: false, asksMfa: false });
  expect(told(lets(root(own), { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'true' } }))).toMatchObject({
    asksMfa: false,
  });
  const saml = lets(
    { Federated: `arn:aws:iam::${own}:saml-provider/ad` },
    undefined,
    'sts:AssumeRoleWithSAML',
  );
  expect(told(saml)).toMatchObject({ onlyServices: false, asksMfa: null });
  expect(told(mfa, saml)).toMatchObject({ asksMfa: null });
  expect(told(lets(root(own)), saml)).toMatchObject({ asksMfa: false });
  expect(told({ ...ec2, Effect: 'Deny' })).toMatchObject({ onlyServices: false, open: null });
});

test('what is not understood is unknown', () => {
  expect(trustOf(parsePolicy('{}'), { role: 'arn:aws:iam::1:role/x', accountId: own })).toBe('unknown');
  expect(told(lets('*', { Sometimes: { 'aws:SourceIp': '1.2.3.4' } }))).toBe('unknown');
});
