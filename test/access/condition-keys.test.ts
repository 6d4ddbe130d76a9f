import { describe } from 'vitest';
import { given, ORG, OTHER, OWNER, type Row, rows, variable } from './kit.ts';

const is = (key: string, value: unknown, operator = 'StringEquals') =>
  given({ [operator]: { [key]: value } });
const like = (key: string, value: unknown) => is(key, value, 'StringLike');
const arn = (key: string, value: unknown) => is(key, value, 'ArnLike');

describe('a fixed value in AWS’s list narrows', () => {
  rows([
    ['organization', 'no', is('aws:PrincipalOrgID', ORG)],
    ['organizations', 'no', is('aws:PrincipalOrgID', [ORG, 'o-zzzzzzzzzz'])],
    [
      'organization path',
      'no',
      is('aws:PrincipalOrgPaths', `${ORG}/r-ab12/ou-ab12-11111111/`, 'ForAnyValue:StringEquals'),
    ],
    [
      'organization path with an open end',
      'no',
      is('aws:PrincipalOrgPaths', `${ORG}/*`, 'ForAnyValue:StringLike'),
    ],
    ['principal’s account', 'no', is('aws:PrincipalAccount', OTHER)],
    ['the owner’s account', 'no', is('aws:PrincipalAccount', OWNER)],
    ['principal’s ARN', 'no', is('aws:PrincipalArn', `arn:aws:iam::${OTHER}:role/reader`)],
    [
      'principal’s ARN, ArnEquals',
      'no',
      is('aws:PrincipalArn', `arn:aws:iam::${OTHER}:role/reader`, 'ArnEquals'),
    ],
    ['any role of a fixed account', 'no', arn('aws:PrincipalArn', `arn:aws:iam::${OTHER}:role/*`)],
    [
      'any role of a fixed account, StringLike',
      'no',
      like('aws:PrincipalArn', `arn:aws:iam::${OTHER}:role/*`),
    ],
    ['anything of a fixed account in any partition', 'no', arn('aws:PrincipalArn', `arn:*:*::${OTHER}:*`)],
    ['VPC', 'no', is('aws:SourceVpc', 'vpc-91237329')],
    ['VPC endpoint', 'no', is('aws:SourceVpce', 'vpce-1a2b3c4d')],
    ['VPC endpoints', 'no', is('aws:SourceVpce', ['vpce-1a2b3c4d', 'vpce-5e6f7a8b'])],
    ['VPC ARN', 'no', arn('aws:SourceVpcArn', `arn:aws:ec2:us-east-1:${OTHER}:vpc/vpc-1`)],
    ['endpoint’s account', 'no', is('aws:VpceAccount', OTHER)],
    ['endpoint’s organization', 'no', is('aws:VpceOrgID', ORG)],
    ['endpoint’s organization path', 'no', is('aws:VpceOrgPaths', `${ORG}/*`, 'ForAnyValue:StringLike')],
    ['source ARN', 'no', arn('aws:SourceArn', `arn:aws:cloudtrail:us-east-1:${OTHER}:trail/t`)],
    [
      'source ARN with a fixed account',
      'no',
      arn('aws:SourceArn', `arn:aws:cloudfront::${OTHER}:distribution/*`),
    ],
    ['source ARN in any region', 'no', arn('aws:SourceArn', `arn:aws:logs:*:${OTHER}:*`)],
    ['source bucket', 'no', arn('aws:SourceArn', 'arn:aws:s3:::reports')],
    ['source bucket, as older examples have it', 'no', arn('aws:SourceArn', 'arn:aws:s3:*:*:reports')],
    ['source account', 'no', is('aws:SourceAccount', OTHER)],
    ['source owner', 'no', is('aws:SourceOwner', OTHER)],
    ['source organization', 'no', is('aws:SourceOrgID', ORG)],
    ['source organization path', 'no', is('aws:SourceOrgPaths', `${ORG}/*`, 'ForAnyValue:StringLike')],
    ['user id', 'no', is('aws:userid', 'AIDACKCEVSQ6C2EXAMPLE')],
    ['role id, any session', 'no', like('aws:userid', 'AROADBQP57FF2AEXAMPLE:*')],
    ['role session id', 'no', is('aws:userid', 'AROADBQP57FF2AEXAMPLE:bob')],
    ['root’s user id', 'no', is('aws:userid', OTHER)],
    ['access point', 'no', is('s3:DataAccessPointArn', `arn:aws:s3:us-west-2:${OTHER}:accesspoint/a`)],
    [
      'any access point of a fixed account',
      'no',
      like('s3:DataAccessPointArn', `arn:aws:s3:us-west-2:${OTHER}:accesspoint/*`),
    ],
    [
      'any access point of a fixed account, anywhere',
      'no',
      arn('s3:DataAccessPointArn', `arn:aws:s3:*:${OTHER}:accesspoint/*`),
    ],
    ['access point’s account', 'no', is('s3:DataAccessPointAccount', OTHER)],
    [
      'encryption key',
      'no',
      is('s3:x-amz-server-side-encryption-aws-kms-key-id', `arn:aws:kms:us-east-1:${OTHER}:key/k`),
    ],
    ['an AWS service', 'no', is('aws:PrincipalServiceName', 'cloudtrail.amazonaws.com')],
    [
      'AWS services',
      'no',
      is('aws:PrincipalServiceNamesList', 'cloudtrail.amazonaws.com', 'ForAnyValue:StringEquals'),
    ],
    ['being an AWS service', 'no', is('aws:PrincipalIsAWSService', 'true', 'Bool')],
    [
      'an account’s identity provider',
      'no',
      is('aws:FederatedProvider', `arn:aws:iam::${OTHER}:oidc-provider/idp.example.com`),
    ],
    ['instances’ VPC', 'no', is('aws:Ec2InstanceSourceVpc', 'vpc-1')],
    ['an instance', 'no', arn('ec2:SourceInstanceARN', `arn:aws:ec2:us-east-1:${OTHER}:instance/i-1`)],
    ['a function', 'no', arn('lambda:SourceFunctionArn', `arn:aws:lambda:us-east-1:${OTHER}:function:f`)],
    ['key names in any case', 'no', is('AWS:principalORGid', ORG)],
    ['mount target', 'no', is('elasticfilesystem:AccessedViaMountTarget', 'true', 'Bool')],
  ]);
});

describe('the same keys with a wildcard where it matters', () => {
  rows([
    ['AWS’s example: any VPC', 'r', like('aws:SourceVpc', 'vpc-*')],
    ['any endpoint', 'r', like('aws:SourceVpce', '*')],
    ['endpoints that begin alike', 'r', like('aws:SourceVpce', 'vpce-1a*')],
    ['endpoints but for one character', 'r', like('aws:SourceVpce', 'vpce-1a2b3c4?')],
    ['one of several endpoints open', 'r', like('aws:SourceVpce', ['vpce-1a2b3c4d', 'vpce-*'])],
    ['any organization', 'r@', like('aws:PrincipalOrgID', 'o-*')],
    ['an organization’s beginning', 'r@', like('aws:PrincipalOrgID', 'o-a1b2*')],
    ['paths of any organization', 'r@', is('aws:PrincipalOrgPaths', 'o-*', 'ForAnyValue:StringLike')],
    [
      'an OU of any organization: OU ids are not unique',
      'r@',
      is('aws:PrincipalOrgPaths', '*/ou-ab12-11111111/*', 'ForAnyValue:StringLike'),
    ],
    ['any account: unsigned requests say "anonymous"', 'r', like('aws:PrincipalAccount', '*')],
    ['an account number’s beginning', 'r@', like('aws:PrincipalAccount', '1111*')],
    ['a role name in any account', 'r@', arn('aws:PrincipalArn', 'arn:aws:iam::*:role/reader')],
    ['any principal', 'r@', arn('aws:PrincipalArn', 'arn:aws:iam::*:*')],
    ['the account’s number anywhere in the ARN', 'r@', like('aws:PrincipalArn', `*${OTHER}*`)],
    ['the account’s number as a name', 'r@', like('aws:PrincipalArn', `arn:aws:iam::*:role/${OTHER}`)],
    ['StringLike’s star runs over colons', 'r@', like('aws:PrincipalArn', `arn:aws:iam::*:${OTHER}:role/x`)],
    ['ArnLike’s does not', 'no', arn('aws:PrincipalArn', `arn:aws:iam:*:${OTHER}:role/x`)],
    ['any source', 'r', arn('aws:SourceArn', 'arn:aws:sns:*:*:*')],
    ['any bucket', 'r', arn('aws:SourceArn', 'arn:aws:s3:::*')],
    ['any bucket, as older examples have it', 'r', arn('aws:SourceArn', 'arn:aws:s3:*:*:*')],
    ['an access point of anybody', 'r', arn('aws:SourceArn', 'arn:aws:s3:*:*:accesspoint/reports')],
    ['buckets that begin alike', 'r', arn('aws:SourceArn', 'arn:aws:s3:::reports*')],
    ['any source account', 'r', like('aws:SourceAccount', '*')],
    ['any role’s session called bob', 'r@', like('aws:userid', '*:bob')],
    ['a role id’s beginning', 'r@', like('aws:userid', 'AROA*')],
    ['any access point', 'r', like('s3:DataAccessPointArn', 'arn:aws:s3:us-west-2:*:accesspoint/*')],
    ['any key', 'r', like('s3:x-amz-server-side-encryption-aws-kms-key-id', '*')],
    ['a public identity provider', 'r@', is('aws:FederatedProvider', 'accounts.google.com')],
    ['any federation', 'r@', like('aws:FederatedProvider', '*')],
  ]);
});

describe('policy variables are no fixed values', () => {
  rows([
    ['the VPC from a tag', 'r', is('aws:SourceVpc', variable('aws:PrincipalTag/vpc'))],
    ['the caller’s own account', 'r', is('aws:PrincipalAccount', variable('aws:PrincipalAccount'))],
    [
      'the owner’s account, by AWS’s letter',
      'r',
      is('aws:PrincipalAccount', variable('aws:ResourceAccount')),
    ],
    [
      'the owner’s organization, by AWS’s letter',
      'r@',
      is('aws:PrincipalOrgID', variable('aws:ResourceOrgID')),
    ],
    ['a variable with a default', 'r', is('aws:SourceVpce', variable("aws:PrincipalTag/e, 'vpce-1'"))],
    [
      'a variable in a name of a fixed account',
      'no',
      arn('aws:PrincipalArn', `arn:aws:iam::${OTHER}:user/${variable('aws:username')}`),
    ],
    ['an escaped star is a star', 'no', like('aws:SourceVpce', `vpce-${variable('*')}`)],
  ]);
});

/** Anyone can send these, set them at home, or wait for them. */
const FREE: readonly Row[] = [
  ['referer', 'r', like('aws:Referer', 'https://www.example.com/*')],
  ['a secret referer', 'r', is('aws:Referer', 'correct horse')],
  ['user agent', 'r', is('aws:UserAgent', 'curl')],
  ['TLS', 'r', is('aws:SecureTransport', 'true', 'Bool')],
  ['plain HTTP', 'r', is('aws:SecureTransport', 'false', 'Bool')],
  ['TLS as a string', 'r', is('aws:SecureTransport', 'true')],
  ['TLS as a JSON boolean', 'r', is('aws:SecureTransport', true, 'Bool')],
  ['TLS version', 'r', is('s3:TlsVersion', 1.2, 'NumericGreaterThanEquals')],
  ['canned ACL', 'r', is('s3:x-amz-acl', 'bucket-owner-full-control')],
  ['prefix', 'r', like('s3:prefix', 'public/*')],
  ['empty prefix', 'r', is('s3:prefix', '')],
  ['page size', 'r', is('s3:max-keys', '10', 'NumericLessThanEquals')],
  ['storage class', 'r', is('s3:x-amz-storage-class', 'GLACIER')],
  ['encryption', 'r', is('s3:x-amz-server-side-encryption', 'aws:kms')],
  ['an object’s tag', 'r', is('s3:ExistingObjectTag/public', 'yes')],
  ['a new object’s tag', 'r', is('s3:RequestObjectTag/team', 'x')],
  ['version', 'r', is('s3:VersionId', 'v1')],
  ['signed at all', 'r@', is('s3:authType', 'REST-QUERY-STRING')],
  ['signature version', 'r@', is('s3:signatureversion', 'AWS4-HMAC-SHA256')],
  ['signature age', 'r@', is('s3:signatureAge', '600000', 'NumericLessThan')],
  ['MFA', 'r@', is('aws:MultiFactorAuthPresent', 'true', 'Bool')],
  ['MFA age', 'r@', is('aws:MultiFactorAuthAge', '3600', 'NumericLessThan')],
  ['user name', 'r@', is('aws:username', 'bob')],
  ['principal tag', 'r@', is('aws:PrincipalTag/team', 'records')],
  ['principal type', 'r@', is('aws:PrincipalType', 'User')],
  ['anonymous principal type', 'r', is('aws:PrincipalType', 'Anonymous')],
  ['anonymous user id', 'r', is('aws:userid', 'anonymous')],
  ['request tag', 'r', is('aws:RequestTag/team', 'x')],
  ['tag keys', 'r', is('aws:TagKeys', ['a', 'b'], 'ForAnyValue:StringEquals')],
  ['region', 'r', is('aws:RequestedRegion', 'us-east-1')],
  ['via an AWS service', 'r', is('aws:ViaAWSService', 'true', 'Bool')],
  ['called via', 'r@', is('aws:CalledVia', 'athena.amazonaws.com', 'ForAnyValue:StringEquals')],
  ['source identity', 'r@', is('aws:SourceIdentity', 'bob')],
  ['token time', 'r@', is('aws:TokenIssueTime', '2020-01-01T00:00:00Z', 'DateGreaterThan')],
  ['external id', 'r', is('sts:ExternalId', 'x')],
  ['access point’s network', 'r', is('s3:AccessPointNetworkOrigin', 'VPC')],
  ['the resource’s own account: always so', 'r', is('aws:ResourceAccount', OWNER)],
  ['the resource’s own account, S3’s name', 'r', is('s3:ResourceAccount', OWNER)],
  ['the resource’s organization', 'r', is('aws:ResourceOrgID', ORG)],
  ['the resource’s tag', 'r', is('aws:ResourceTag/public', 'yes')],
  ['private address in anyone’s VPC', 'r', is('aws:VpcSourceIp', '10.0.0.0/8', 'IpAddress')],
  ['a private VPC address, fixed', 'r', is('aws:VpcSourceIp', '10.1.2.3', 'IpAddress')],
  ['not an AWS service', 'r@', is('aws:PrincipalIsAWSService', 'false', 'Bool')],
  ['a key not known to us', 'r', is('aws:SomethingNew', 'x')],
];
describe('keys that narrow nothing', () => rows(FREE));

describe('another account’s resource', () => {
  rows([['the resource’s account is another: never so', 'no', is('aws:ResourceAccount', OTHER)]]);
});

describe('dates', () => {
  rows([
    ['ended yesterday', 'no', is('aws:CurrentTime', '2026-02-28T00:00:00Z', 'DateLessThan')],
    ['ends tomorrow', 'r', is('aws:CurrentTime', '2026-03-02T00:00:00Z', 'DateLessThan')],
    ['ends this instant', 'no', is('aws:CurrentTime', '2026-03-01T00:00:00Z', 'DateLessThan')],
    ['ends with this instant', 'r', is('aws:CurrentTime', '2026-03-01T00:00:00Z', 'DateLessThanEquals')],
    ['began yesterday', 'r', is('aws:CurrentTime', '2026-02-28T00:00:00Z', 'DateGreaterThan')],
    [
      'begins tomorrow: a stranger can wait',
      'r',
      is('aws:CurrentTime', '2026-03-02T00:00:00Z', 'DateGreaterThan'),
    ],
    ['epoch, ended', 'no', is('aws:EpochTime', '1767225600', 'DateLessThan')],
    ['epoch as a number, ended', 'no', is('aws:EpochTime', '1767225600', 'NumericLessThan')],
    ['epoch as a number, to come', 'r', is('aws:EpochTime', '1999999999', 'NumericLessThan')],
    [
      'a window in the past',
      'no',
      given({
        DateGreaterThan: { 'aws:CurrentTime': '2025-01-01' },
        DateLessThan: { 'aws:CurrentTime': '2025-02-01' },
      }),
    ],
    [
      'a window around now',
      'r',
      given({
        DateGreaterThan: { 'aws:CurrentTime': '2026-01-01' },
        DateLessThan: { 'aws:CurrentTime': '2026-12-01' },
      }),
    ],
    [
      'an empty window',
      'no',
      given({
        DateGreaterThan: { 'aws:CurrentTime': '2027-02-01' },
        DateLessThan: { 'aws:CurrentTime': '2027-01-01' },
      }),
    ],
    ['an unreadable date', 'r?', is('aws:CurrentTime', 'soon', 'DateLessThan')],
  ]);
});

describe('dates, when we are not told the time', () => {
  rows(
    [
      [
        'ended long ago: may run for all we know',
        'r',
        is('aws:CurrentTime', '2020-01-01T00:00:00Z', 'DateLessThan'),
      ],
    ],
    { now: undefined },
  );
});
