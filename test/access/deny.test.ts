import { describe } from 'vitest';
import {
  allow,
  allowAll,
  BUCKET,
  deny,
  denyIf,
  given,
  OBJECTS,
  ORG,
  OTHER,
  OWNER,
  rows,
  variable,
} from './kit.ts';

const ROLE = `arn:aws:iam::${OWNER}:role/app`;
const PERIMETER = {
  StringNotEqualsIfExists: { 'aws:PrincipalOrgID': ORG },
  BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
};

describe('an unconditional Deny takes back what it covers', () => {
  rows([
    ['everything', 'no', allowAll(), deny()],
    ['before the Allow', 'no', deny(), allowAll()],
    ['Action "*", Resource "*"', 'no', allowAll(), deny({ Action: '*', Resource: '*' })],
    ['the objects only', 'rw', allowAll(), deny({ Resource: OBJECTS })],
    ['the objects only, of a grant on objects', 'no', allow(), deny({ Resource: OBJECTS })],
    ['the bucket only, of a grant on objects', 'r', allow(), deny({ Resource: BUCKET })],
    ['both by one pattern', 'no', allowAll(), deny({ Resource: `${BUCKET}*` })],
    ['another bucket', 'rw', allowAll(), deny({ Resource: ['arn:aws:s3:::other', 'arn:aws:s3:::other/*'] })],
    ['one prefix', 'r', allow(), deny({ Resource: `${BUCKET}/private/*` })],
    [
      'the prefix that was granted',
      'no',
      allow({ Resource: `${BUCKET}/public/*` }),
      deny({ Resource: `${BUCKET}/p*` }),
    ],
    [
      'all but the prefix that was granted',
      'r',
      allow({ Resource: `${BUCKET}/public/*` }),
      deny({ Resource: undefined, NotResource: `${BUCKET}/public/*` }),
    ],
    [
      'all but another prefix',
      'no',
      allow({ Resource: `${BUCKET}/public/*` }),
      deny({ Resource: undefined, NotResource: `${BUCKET}/other/*` }),
    ],
    [
      'all but a prefix, of everything',
      'rw',
      allowAll(),
      deny({ Resource: undefined, NotResource: `${BUCKET}/public/*` }),
    ],
    [
      'all but a prefix, twice, meeting',
      'r',
      allow(),
      deny({ Resource: undefined, NotResource: `${BUCKET}/public/*` }),
      deny({ Resource: undefined, NotResource: `${BUCKET}/*.png` }),
    ],
    [
      'all but a prefix, twice, apart',
      'no',
      allow(),
      deny({ Resource: undefined, NotResource: `${BUCKET}/a/*` }),
      deny({ Resource: undefined, NotResource: `${BUCKET}/b/*` }),
    ],
    ['one-character names', 'r', allow(), deny({ Resource: `${BUCKET}/??*` })],
    ['names of every length', 'no', allow(), deny({ Resource: [`${BUCKET}/?`, `${BUCKET}/??*`] })],
    [
      'own folder only: others’ remain',
      'r',
      allow(),
      deny({ Resource: `${BUCKET}/${variable('aws:username')}/*` }),
    ],
    [
      'all but own folder',
      'r',
      allow(),
      deny({ Resource: undefined, NotResource: `${BUCKET}/${variable('aws:username')}/*` }),
    ],
  ]);
});

describe('actions', () => {
  rows([
    ['GetObject of GetObject', 'no', allow(), deny({ Action: 's3:GetObject' })],
    [
      'GetObject of Get*: versions, ACLs and tags remain',
      'r',
      allow({ Action: 's3:Get*' }),
      deny({ Action: 's3:GetObject' }),
    ],
    ['GetObject* of GetObject', 'no', allow(), deny({ Action: 's3:GetObject*' })],
    ['Get* of Get*', 'no', allow({ Action: 's3:Get*' }), deny({ Action: 's3:Get*' })],
    ['in other capitals', 'no', allow({ Action: 'S3:getobject' }), deny({ Action: 's3:GETOBJECT' })],
    ['reading of everything', 'w', allowAll(), deny({ Action: ['s3:Get*', 's3:List*'] })],
    ['writing of everything', 'rw', allowAll(), deny({ Action: ['s3:Put*', 's3:Delete*'] })],
    ['all but reading', 'r', allowAll(), deny({ Action: undefined, NotAction: ['s3:Get*', 's3:List*'] })],
    ['all but another service', 'no', allowAll(), deny({ Action: undefined, NotAction: 'ec2:*' })],
    ['all but what was granted', 'r', allow(), deny({ Action: undefined, NotAction: 's3:GetObject' })],
    ['all but something else', 'no', allow(), deny({ Action: undefined, NotAction: 's3:PutObject' })],
    ['another service', 'r', allow(), deny({ Action: 'ec2:*' })],
    [
      'several Denies add up',
      'no',
      allow({ Action: ['s3:GetObject', 's3:PutObject'] }),
      deny({ Action: 's3:GetObject' }),
      deny({ Action: 's3:PutObject' }),
    ],
    [
      'objects and bucket by two Denies',
      'no',
      allowAll(),
      deny({ Resource: BUCKET }),
      deny({ Resource: OBJECTS }),
    ],
    [
      'listing remains',
      'r',
      allow({ Action: ['s3:GetObject', 's3:ListBucket'], Resource: [BUCKET, OBJECTS] }),
      deny({ Action: 's3:GetObject' }),
    ],
  ]);
});

describe('principals', () => {
  rows([
    ['everyone as AWS "*"', 'no', allow(), deny({ Principal: { AWS: '*' } })],
    ['everyone as ["*"]', 'no', allow(), deny({ Principal: { AWS: ['*'] } })],
    ['one account', 'r', allow(), deny({ Principal: { AWS: OTHER } })],
    ['some accounts', 'r', allow(), deny({ Principal: { AWS: [OTHER, '777788889999', OWNER] } })],
    ['a service', 'r', allow(), deny({ Principal: { Service: 'ec2.amazonaws.com' } })],
    ['nobody', 'r', allow(), deny({ Principal: { AWS: [] } })],
    [
      'unsigned requests: AWS accounts remain',
      'r@',
      allow(),
      denyIf({ StringEquals: { 'aws:PrincipalType': 'Anonymous' } }),
    ],
    [
      'requests without principal: AWS accounts remain',
      'r@',
      allow(),
      denyIf({ Null: { 'aws:PrincipalArn': 'true' } }),
    ],
    [
      'signed requests: the anonymous remain',
      'r',
      allow(),
      denyIf({ Null: { 'aws:PrincipalArn': 'false' } }),
    ],
    [
      'signed and unsigned',
      'no',
      allow(),
      denyIf({ Null: { 'aws:PrincipalArn': 'true' } }),
      denyIf({ Null: { 'aws:PrincipalArn': 'false' } }),
    ],
    ['all types of principal', 'no', allow(), denyIf({ StringLike: { 'aws:PrincipalType': '*' } })],
  ]);
});

describe('all but whom the policy means', () => {
  rows([
    ['the organization', 'no', allowAll(), denyIf({ StringNotEquals: { 'aws:PrincipalOrgID': ORG } })],
    [
      'the organization, IfExists',
      'no',
      allowAll(),
      denyIf({ StringNotEqualsIfExists: { 'aws:PrincipalOrgID': ORG } }),
    ],
    [
      'the organization’s paths',
      'no',
      allowAll(),
      denyIf({ 'ForAllValues:StringNotLike': { 'aws:PrincipalOrgPaths': `${ORG}/*` } }),
    ],
    [
      'the organization’s paths, ForAnyValue: the homeless remain',
      'rw',
      allowAll(),
      denyIf({ 'ForAnyValue:StringNotLike': { 'aws:PrincipalOrgPaths': `${ORG}/*` } }),
    ],
    ['the endpoint', 'no', allowAll(), denyIf({ StringNotEquals: { 'aws:SourceVpce': 'vpce-1a2b' } })],
    [
      'the endpoint, positive operator',
      'rw',
      allowAll(),
      denyIf({ StringEquals: { 'aws:SourceVpce': 'vpce-1a2b' } }),
    ],
    [
      'any endpoint: one’s own will do',
      'rw',
      allowAll(),
      denyIf({ StringNotLike: { 'aws:SourceVpce': 'vpce-*' } }),
    ],
    ['no endpoint', 'rw', allowAll(), denyIf({ Null: { 'aws:SourceVpce': 'true' } })],
    ['the VPC', 'no', allowAll(), denyIf({ StringNotEquals: { 'aws:SourceVpc': 'vpc-1a2b' } })],
    ['a role', 'no', allowAll(), denyIf({ ArnNotEquals: { 'aws:PrincipalArn': ROLE } })],
    [
      'roles by name',
      'no',
      allowAll(),
      denyIf({ ArnNotLike: { 'aws:PrincipalArn': `arn:aws:iam::${OWNER}:role/*` } }),
    ],
    [
      'a role name in any account',
      'rw@',
      allowAll(),
      denyIf({ ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/app' } }),
    ],
    ['the account', 'no', allowAll(), denyIf({ StringNotEquals: { 'aws:PrincipalAccount': OWNER } })],
    [
      'the accounts',
      'no',
      allowAll(),
      denyIf({ StringNotEquals: { 'aws:PrincipalAccount': [OWNER, OTHER] } }),
    ],
    [
      'user ids',
      'no',
      allowAll(),
      denyIf({ StringNotLike: { 'aws:userid': ['AROADBQP57FF2AEXAMPLE:*', OWNER] } }),
    ],
    ['any role id', 'rw@', allowAll(), denyIf({ StringNotLike: { 'aws:userid': ['AROA*:*', OWNER] } })],
    [
      'source account: direct calls have none',
      'no',
      allowAll(),
      denyIf({ StringNotEquals: { 'aws:SourceAccount': OWNER } }),
    ],
    [
      'source account, if there is one',
      'no',
      allowAll(),
      denyIf({ StringNotEqualsIfExists: { 'aws:SourceAccount': OWNER } }),
    ],
    [
      'source account, where there is one',
      'rw',
      allowAll(),
      denyIf({ StringNotEquals: { 'aws:SourceAccount': OWNER }, Null: { 'aws:SourceAccount': 'false' } }),
    ],
    [
      'the owner’s organization by variable',
      'no',
      allowAll(),
      denyIf({ StringNotEquals: { 'aws:PrincipalOrgID': variable('aws:ResourceOrgID') } }),
    ],
    [
      'the owner’s account by variable',
      'no',
      allowAll(),
      denyIf({ StringNotEquals: { 'aws:PrincipalAccount': variable('aws:ResourceAccount') } }),
    ],
    [
      'a variable of the caller’s',
      'rw',
      allowAll(),
      denyIf({ StringNotEquals: { 'aws:PrincipalAccount': variable('aws:PrincipalAccount') } }),
    ],
    ['the organization, or an AWS service', 'no', allowAll(), denyIf(PERIMETER)],
    [
      'the organization, or unsigned: Bool misses those',
      'rw',
      allowAll(),
      denyIf({
        StringNotEquals: { 'aws:PrincipalOrgID': ORG },
        Bool: { 'aws:PrincipalIsAWSService': 'false' },
      }),
    ],
    [
      'the resource’s own account is always meant',
      'no',
      allowAll(),
      denyIf({ StringEquals: { 'aws:ResourceAccount': OWNER } }),
    ],
    [
      'another resource’s account never',
      'rw',
      allowAll(),
      denyIf({ StringEquals: { 'aws:ResourceAccount': OTHER } }),
    ],
  ]);
});

describe('what a stranger can get round', () => {
  rows([
    ['plain HTTP', 'r', allow(), denyIf({ Bool: { 'aws:SecureTransport': 'false' } })],
    ['TLS', 'r', allow(), denyIf({ Bool: { 'aws:SecureTransport': 'true' } })],
    ['both', 'no', allow(), denyIf({ Bool: { 'aws:SecureTransport': ['true', 'false'] } })],
    [
      'both by two Denies',
      'no',
      allow(),
      denyIf({ Bool: { 'aws:SecureTransport': 'true' } }),
      denyIf({ Bool: { 'aws:SecureTransport': 'false' } }),
    ],
    ['old TLS', 'r', allow(), denyIf({ NumericLessThan: { 's3:TlsVersion': '1.2' } })],
    [
      'plain HTTP and old TLS',
      'r',
      allow(),
      denyIf({ Bool: { 'aws:SecureTransport': 'false' } }),
      denyIf({ NumericLessThan: { 's3:TlsVersion': 1.2 } }),
    ],
    ['wrong referer', 'r', allow(), denyIf({ StringNotLike: { 'aws:Referer': 'https://example.com/*' } })],
    [
      'no MFA: anyone has MFA',
      'r@',
      allow(),
      denyIf({ BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } }),
    ],
    ['no MFA age', 'r@', allow(), denyIf({ Null: { 'aws:MultiFactorAuthAge': 'true' } })],
    ['wrong tag', 'r@', allow(), denyIf({ StringNotEquals: { 'aws:PrincipalTag/team': 'x' } })],
    [
      'unencrypted uploads',
      'w',
      allow({ Action: 's3:PutObject' }),
      denyIf({ StringNotEquals: { 's3:x-amz-server-side-encryption': 'aws:kms' } }),
    ],
    [
      'uploads with another key',
      'no',
      allow({ Action: 's3:PutObject' }),
      denyIf({
        StringNotEquals: {
          's3:x-amz-server-side-encryption-aws-kms-key-id': 'arn:aws:kms:us-east-1:111122223333:key/k',
        },
      }),
    ],
    [
      'uploads with another key, if one is named',
      'w',
      allow({ Action: 's3:PutObject' }),
      denyIf({
        StringNotEquals: {
          's3:x-amz-server-side-encryption-aws-kms-key-id': 'arn:aws:kms:us-east-1:111122223333:key/k',
        },
        Null: { 's3:x-amz-server-side-encryption-aws-kms-key-id': 'false' },
      }),
    ],
    [
      'uploads with any canned ACL',
      'w',
      allow({ Action: 's3:PutObject' }),
      denyIf({ StringLike: { 's3:x-amz-acl': '*' } }),
    ],
    [
      'listing outside a prefix',
      'r',
      allow({ Action: 's3:ListBucket', Resource: BUCKET }),
      denyIf({ StringNotLike: { 's3:prefix': 'public/*' } }),
    ],
    [
      'listing any prefix',
      'r',
      allow({ Action: 's3:ListBucket', Resource: BUCKET }),
      denyIf({ StringLike: { 's3:prefix': '?*' } }),
    ],
    ['old signatures', 'r', allow(), denyIf({ NumericGreaterThan: { 's3:signatureAge': '600000' } })],
    ['an old signature version', 'r', allow(), denyIf({ StringEquals: { 's3:signatureversion': 'AWS' } })],
    [
      'all but the new signature version',
      'r@',
      allow(),
      denyIf({ StringNotEquals: { 's3:signatureversion': 'AWS4-HMAC-SHA256' } }),
    ],
    [
      'before a date gone by',
      'r',
      allow(),
      denyIf({ DateLessThan: { 'aws:CurrentTime': '2026-01-01T00:00:00Z' } }),
    ],
    [
      'after a date gone by',
      'no',
      allow(),
      denyIf({ DateGreaterThan: { 'aws:CurrentTime': '2026-01-01T00:00:00Z' } }),
    ],
    [
      'before a date to come: a stranger can wait',
      'r',
      allow(),
      denyIf({ DateLessThan: { 'aws:CurrentTime': '2027-01-01T00:00:00Z' } }),
    ],
    ['an operator unknown to us', 'r?', allow(), denyIf({ StringMatches: { 'aws:SourceVpce': 'x' } })],
    [
      'an operator unknown to us, and a total Deny',
      'no',
      allow(),
      denyIf({ StringMatches: { 'aws:SourceVpce': 'x' } }),
      deny(),
    ],
    ['nothing at all: no values', 'r', allow(), denyIf({ StringEquals: { 'aws:Referer': [] } })],
  ]);
});

describe('several keys in one Deny: it is enough to slip past one', () => {
  const network = { NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } };
  const endpoint = { StringNotEquals: { 'aws:SourceVpce': 'vpce-1a2b' } };
  rows([
    ['network and endpoint: both fixed', 'no', allowAll(), denyIf({ ...network, ...endpoint })],
    [
      'network and plain HTTP: TLS slips past',
      'rw',
      allowAll(),
      denyIf({ ...network, Bool: { 'aws:SecureTransport': 'false' } }),
    ],
    [
      'network and a free referer',
      'rw',
      allowAll(),
      denyIf({ ...network, StringNotEquals: { 'aws:Referer': 'x' } }),
    ],
    [
      'network, IfExists, and endpoint, IfExists',
      'no',
      allowAll(),
      denyIf({
        NotIpAddressIfExists: network.NotIpAddress,
        StringNotEqualsIfExists: endpoint.StringNotEquals,
      }),
    ],
    [
      'network, unless through an AWS service',
      'rw',
      allowAll(),
      denyIf({ ...network, Bool: { 'aws:ViaAWSService': 'false' } }),
    ],
    [
      'network, unless there is an endpoint',
      'rw',
      allowAll(),
      denyIf({ ...network, Null: { 'aws:SourceVpce': 'true' } }),
    ],
    ['network, and endpoint by another Deny', 'no', allowAll(), denyIf(network), denyIf(endpoint)],
    [
      'internet by one, endpoints by the other',
      'no',
      allowAll(),
      denyIf({ IpAddress: { 'aws:SourceIp': ['0.0.0.0/0', '::/0'] } }),
      denyIf(endpoint),
    ],
    [
      'organization and endpoint in one: either will do',
      'no',
      allowAll(),
      denyIf({ StringNotEquals: { 'aws:PrincipalOrgID': ORG, 'aws:SourceVpce': 'vpce-1a2b' } }),
    ],
    [
      'two Denies that together cover a free key',
      'no',
      allow(),
      denyIf({ StringEquals: { 'aws:Referer': 'x' } }),
      denyIf({ StringNotEquals: { 'aws:Referer': 'x' } }),
    ],
    [
      'two Denies that leave one value',
      'r',
      allow(),
      denyIf({ StringNotEquals: { 'aws:Referer': ['x', 'y'] } }),
      denyIf({ StringEquals: { 'aws:Referer': 'x' } }),
    ],
    [
      'two Denies that leave no value',
      'no',
      allow(),
      denyIf({ StringNotEquals: { 'aws:Referer': ['x', 'y'] } }),
      denyIf({ StringEquals: { 'aws:Referer': ['y', 'x'] } }),
    ],
    [
      'free keys entangled, with a way out',
      'r',
      allow(),
      denyIf({ StringEquals: { 'aws:Referer': 'x' }, StringNotEquals: { 'aws:UserAgent': 'a' } }),
      denyIf({ StringNotEquals: { 'aws:Referer': 'x' } }),
    ],
    [
      'free keys entangled, without',
      'no',
      allow(),
      denyIf({ StringEquals: { 'aws:Referer': 'x' }, StringNotEquals: { 'aws:UserAgent': 'a' } }),
      denyIf({ StringNotEquals: { 'aws:Referer': 'x' } }),
      denyIf({ StringEquals: { 'aws:UserAgent': 'a' } }),
    ],
    [
      'a Deny that spares a wildcard within another',
      'r',
      allow(),
      denyIf({ StringNotLike: { 'aws:Referer': 'https://*' } }),
      denyIf({ StringNotLike: { 'aws:Referer': '*.org/*' } }),
    ],
    [
      'an Allow on a key which the Deny takes back',
      'no',
      given({ StringLike: { 'aws:Referer': 'https://*' } }),
      denyIf({ StringLike: { 'aws:Referer': 'http*' } }),
    ],
    [
      'an Allow on a key of which the Deny takes a part',
      'r',
      given({ StringLike: { 'aws:Referer': 'http*' } }),
      denyIf({ StringLike: { 'aws:Referer': 'https://*' } }),
    ],
    [
      'an Allow for endpoints and a Deny of strangers’ ones',
      'no',
      given({ StringLike: { 'aws:SourceVpce': 'vpce-*' } }),
      denyIf({ StringNotEquals: { 'aws:SourceVpce': 'vpce-1a2b' } }),
    ],
    [
      'an Allow with IfExists and a Deny of those without',
      'no',
      given({ StringEqualsIfExists: { 'aws:SourceVpce': 'vpce-1a2b' } }),
      denyIf({ Null: { 'aws:SourceVpce': 'true' } }),
    ],
  ]);
});

describe('Denies for other grants do not matter', () => {
  rows([
    ['an account is let in, strangers are denied', 'no', allow({ Principal: { AWS: OTHER } }), deny()],
    [
      'a narrowed grant and an unrelated Deny',
      'no',
      given({ StringEquals: { 'aws:PrincipalOrgID': ORG } }),
      denyIf({ Bool: { 'aws:SecureTransport': 'false' } }),
    ],
    ['only Denies', 'no', deny()],
    ['nothing at all', 'no'],
  ]);
});
