import { describe, expect, test } from 'vitest';
import { crossAccount, parsePolicy } from '../../src/access/index.ts';
import { allow, BUCKET, deny, denyIf, given, type Json, ORG, OTHER, OWNER, policy } from './kit.ts';

const ROLE = `arn:aws:iam::${OTHER}:role/reader`;
const THIRD = '777788889999';
const context = { service: 's3', resource: BUCKET, accountId: OWNER };
const found = (...statements: readonly Json[]) => crossAccount(parsePolicy(policy(...statements)), context);
const to = (principal: unknown, more: Json = {}) => allow({ Principal: principal, ...more });

const rows: readonly (readonly [string, readonly string[], ...Json[]])[] = [
  ['nobody', [], to({ AWS: [] })],
  ['the owner', [], to({ AWS: OWNER })],
  ['the owner’s role', [], to({ AWS: `arn:aws:iam::${OWNER}:role/app` })],
  ['an account', [`account ${OTHER}`], to({ AWS: OTHER })],
  ['an account’s role', [`account ${ROLE}`], to({ AWS: ROLE })],
  ['the owner and another', [`account ${OTHER}`], to({ AWS: [OWNER, OTHER] })],
  ['two accounts', [`account ${OTHER}`, `account ${THIRD}`], to({ AWS: [OTHER, THIRD] })],
  ['a service', ['service cloudtrail.amazonaws.com'], to({ Service: 'cloudtrail.amazonaws.com' })],
  ['a canonical user', ['canonicalUser abc'], to({ CanonicalUser: 'abc' })],
  ['a deleted principal', ['uniqueId AIDACKCEVSQ6C2EXAMPLE'], to({ AWS: 'AIDACKCEVSQ6C2EXAMPLE' })],
  [
    'an identity provider',
    [`federated arn:aws:iam::${OTHER}:saml-provider/x`],
    to({ Federated: `arn:aws:iam::${OTHER}:saml-provider/x` }),
  ],
  ['everyone: no one in particular', [], to('*')],
  [
    'everyone of an account',
    [`account ${OTHER}`],
    given({ StringEquals: { 'aws:PrincipalAccount': OTHER } }),
  ],
  ['everyone of the owner’s account', [], given({ StringEquals: { 'aws:PrincipalAccount': OWNER } })],
  ['everyone with an ARN', [`account ${ROLE}`], given({ ArnLike: { 'aws:PrincipalArn': ROLE } })],
  [
    'everyone of an organization',
    [`organization ${ORG}`],
    given({ StringEquals: { 'aws:PrincipalOrgID': ORG } }),
  ],
  [
    'everyone on an organization’s path',
    [`organization ${ORG}`],
    given({ 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': `${ORG}/*` } }),
  ],
  [
    'everyone from a source account',
    [`account ${OTHER}`],
    given({ StringEquals: { 'aws:SourceAccount': OTHER } }),
  ],
  [
    'everyone through an account’s access points',
    [`account ${OTHER}`],
    given({ StringEquals: { 's3:DataAccessPointAccount': OTHER } }),
  ],
  ['everyone but an account', [], given({ StringNotEquals: { 'aws:PrincipalAccount': OTHER } })],
  [
    'an account within an organization',
    [`account ${OTHER}`],
    to({ AWS: OTHER }, { Condition: { StringEquals: { 'aws:PrincipalOrgID': ORG } } }),
  ],
  [
    'an account from a network',
    [`account ${OTHER}`],
    to({ AWS: OTHER }, { Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } }),
  ],
  [
    'an account through an endpoint',
    [`account ${OTHER}`],
    to({ AWS: OTHER }, { Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-1' } } }),
  ],
  [
    'an account of which only another may come',
    [],
    to({ AWS: OTHER }, { Condition: { StringEquals: { 'aws:PrincipalAccount': THIRD } } }),
  ],
  ['an account that is denied', [], to({ AWS: OTHER }), deny({ Principal: { AWS: OTHER } })],
  ['an account, everyone is denied', [], to({ AWS: OTHER }), deny()],
  [
    'an account, another is denied',
    [`account ${OTHER}`],
    to({ AWS: OTHER }),
    deny({ Principal: { AWS: THIRD } }),
  ],
  [
    'an account, all but the owner’s are denied',
    [],
    to({ AWS: OTHER }),
    denyIf({ StringNotEquals: { 'aws:PrincipalAccount': OWNER } }),
  ],
  [
    'an account, all but both are denied',
    [`account ${OTHER}`],
    to({ AWS: OTHER }),
    denyIf({ StringNotEquals: { 'aws:PrincipalAccount': [OWNER, OTHER] } }),
  ],
  [
    'an account, outsiders to the organization are denied',
    [`account ${OTHER}`],
    to({ AWS: OTHER }),
    denyIf({ StringNotEquals: { 'aws:PrincipalOrgID': ORG } }),
  ],
  [
    'an account, plain HTTP is denied',
    [`account ${OTHER}`],
    to({ AWS: OTHER }),
    denyIf({ Bool: { 'aws:SecureTransport': 'false' } }),
  ],
  [
    'an action on nothing of ours',
    [],
    to({ AWS: OTHER }, { Action: 's3:GetObject', Resource: 'arn:aws:s3:::other/*' }),
  ],
  ['the same twice in a statement', [`account ${OTHER}`], to({ AWS: [OTHER, OTHER] })],
  [
    'in two statements',
    [`account ${OTHER}`, `account ${OTHER}`],
    to({ AWS: OTHER }),
    to({ AWS: OTHER }, { Action: 's3:PutObject' }),
  ],
  [
    'an access identity of CloudFront',
    ['uniqueId arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1'],
    to({ AWS: 'arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1' }),
  ],
];

describe('foreigners let in by name', () => {
  test.each(rows.map(([situation, expected, ...statements]) => ({ situation, expected, statements })))(
    '$situation',
    ({ expected, statements }) => {
      const list = found(...statements);
      expect(list === 'unknown' ? list : list.map(({ kind, principal }) => `${kind} ${principal}`)).toEqual(
        expected,
      );
    },
  );

  test('tells account, actions and statement', () => {
    expect(found(to({ AWS: ROLE }, { Sid: 'Partner', Action: ['s3:Get*', 's3:List*'] }))).toEqual([
      {
        principal: ROLE,
        kind: 'account',
        accountId: OTHER,
        actions: ['s3:Get*', 's3:List*'],
        statement: 'statement Partner',
      },
    ]);
  });

  test('the own organization is no foreigner', () => {
    const document = parsePolicy(policy(given({ StringEquals: { 'aws:PrincipalOrgID': ORG } })));
    expect(crossAccount(document, { ...context, organizationId: ORG })).toEqual([]);
  });

  test('a malformed policy', () => {
    expect(crossAccount(parsePolicy('{'), context)).toBe('unknown');
  });
});
