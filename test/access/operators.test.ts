import { describe } from 'vitest';
import { allow, given, ORG, OTHER, rows } from './kit.ts';

const FIXED = { 'aws:SourceVpce': 'vpce-1a2b3c4d' };
const VPCES = ['vpce-1a2b3c4d', 'vpce-5e6f7a8b'];

describe('negated operators leave the rest in', () => {
  rows([
    ['StringNotEquals', 'r', given({ StringNotEquals: { 'aws:PrincipalOrgID': ORG } })],
    ['StringNotEqualsIgnoreCase', 'r', given({ StringNotEqualsIgnoreCase: { 'aws:PrincipalOrgID': ORG } })],
    ['StringNotLike', 'r', given({ StringNotLike: { 'aws:SourceVpce': 'vpce-1*' } })],
    ['StringNotLike "*": true of a missing key', 'r', given({ StringNotLike: { 'aws:SourceVpce': '*' } })],
    ['ArnNotEquals', 'r', given({ ArnNotEquals: { 'aws:PrincipalArn': `arn:aws:iam::${OTHER}:role/x` } })],
    ['ArnNotLike', 'r', given({ ArnNotLike: { 'aws:PrincipalArn': `arn:aws:iam::${OTHER}:*` } })],
    ['not an AWS service', 'r@', given({ Bool: { 'aws:PrincipalIsAWSService': 'false' } })],
    ['NumericNotEquals', 'r', given({ NumericNotEquals: { 's3:max-keys': '10' } })],
    ['DateNotEquals', 'r', given({ DateNotEquals: { 'aws:CurrentTime': '2026-03-01T00:00:00Z' } })],
    [
      'ForAnyValue negated needs a value, which anyone has',
      'r',
      given({ 'ForAnyValue:StringNotEquals': { 'aws:SourceVpce': VPCES } }),
    ],
    ['ForAllValues negated', 'r', given({ 'ForAllValues:StringNotEquals': { 'aws:SourceVpce': VPCES } })],
  ]);
});

describe('IfExists lets in whoever lacks the key', () => {
  rows([
    ['organization', 'r', given({ StringEqualsIfExists: { 'aws:PrincipalOrgID': ORG } })],
    ['endpoint: the internet has none', 'r', given({ StringEqualsIfExists: FIXED })],
    [
      'principal’s ARN: unsigned requests have none',
      'r',
      given({ ArnLikeIfExists: { 'aws:PrincipalArn': `arn:aws:iam::${OTHER}:*` } }),
    ],
    [
      'source account: direct calls have none',
      'r',
      given({ StringEqualsIfExists: { 'aws:SourceAccount': OTHER } }),
    ],
    ['source ARN', 'r', given({ ArnLikeIfExists: { 'aws:SourceArn': `arn:aws:sns:*:${OTHER}:*` } })],
    ['TLS: always there', 'r', given({ BoolIfExists: { 'aws:SecureTransport': 'true' } })],
    ['MFA', 'r', given({ BoolIfExists: { 'aws:MultiFactorAuthPresent': 'true' } })],
    [
      'AWS service: unsigned requests have none',
      'r',
      given({ BoolIfExists: { 'aws:PrincipalIsAWSService': 'true' } }),
    ],
    [
      'organization, and there is one',
      'no',
      given({ StringEqualsIfExists: { 'aws:PrincipalOrgID': ORG }, Null: { 'aws:PrincipalOrgID': 'false' } }),
    ],
    [
      'organization, signed: accounts outside organizations',
      'r@',
      given({ StringEqualsIfExists: { 'aws:PrincipalOrgID': ORG }, Null: { 'aws:PrincipalArn': 'false' } }),
    ],
    ['a resource’s own account', 'no', given({ StringEqualsIfExists: { 'aws:ResourceAccount': OTHER } })],
  ]);
});

describe('Null asks only whether there is a key', () => {
  rows([
    ['some organization', 'r@', given({ Null: { 'aws:PrincipalOrgID': 'false' } })],
    ['no organization', 'r', given({ Null: { 'aws:PrincipalOrgID': 'true' } })],
    ['no endpoint', 'r', given({ Null: { 'aws:SourceVpce': 'true' } })],
    ['some endpoint', 'r', given({ Null: { 'aws:SourceVpce': 'false' } })],
    ['signed', 'r@', given({ Null: { 'aws:PrincipalArn': 'false' } })],
    ['unsigned', 'r', given({ Null: { 'aws:PrincipalArn': 'true' } })],
    ['either', 'r', given({ Null: { 'aws:SourceVpce': ['true', 'false'] } })],
    ['a JSON boolean', 'r', given({ Null: { 'aws:SourceVpce': true } })],
    ['no TLS key: there always is one', 'no', given({ Null: { 'aws:SecureTransport': 'true' } })],
    [
      'endpoint and no endpoint',
      'no',
      given({ Null: { 'aws:SourceVpce': 'true' }, StringLike: { 'aws:SourceVpce': '*' } }),
    ],
    [
      'endpoint and source address: never both',
      'no',
      given({ Null: { 'aws:SourceVpce': 'false', 'aws:SourceIp': 'false' } }),
    ],
    ['no service behind it', 'r', given({ Null: { 'aws:PrincipalServiceName': 'true' } })],
    ['a service behind it', 'no', given({ Null: { 'aws:PrincipalServiceName': 'false' } })],
    ['not true or false', 'r?', given({ Null: { 'aws:SourceVpce': 'maybe' } })],
  ]);
});

describe('sets', () => {
  const paths = { 'aws:PrincipalOrgPaths': [`${ORG}/*`] };
  rows([
    ['ForAnyValue needs one that fits', 'no', given({ 'ForAnyValue:StringLike': paths })],
    ['ForAllValues is true of nothing', 'r', given({ 'ForAllValues:StringLike': paths })],
    [
      'ForAllValues, and there is something',
      'no',
      given({ 'ForAllValues:StringLike': paths, Null: { 'aws:PrincipalOrgPaths': 'false' } }),
    ],
    [
      'ForAllValues of a single key',
      'r',
      given({ 'ForAllValues:StringEquals': { 'aws:PrincipalOrgID': ORG } }),
    ],
    [
      'ForAllValues of an endpoint: the internet has none',
      'r',
      given({ 'ForAllValues:StringEquals': FIXED }),
    ],
    [
      'ForAllValues of a key that is always there',
      'r',
      given({ 'ForAllValues:Bool': { 'aws:SecureTransport': 'true' } }),
    ],
    [
      'ForAllValues and IfExists',
      'r',
      given({ 'ForAllValues:StringEqualsIfExists': { 'aws:PrincipalOrgID': ORG } }),
    ],
    [
      'ForAnyValue and IfExists: AWS does not say',
      'r?',
      given({ 'ForAnyValue:StringEqualsIfExists': { 'aws:PrincipalOrgID': ORG } }),
    ],
    [
      'two values at once',
      'r',
      given({
        'ForAnyValue:StringEquals': { 'aws:TagKeys': 'a' },
        'ForAnyValue:StringLike': { 'aws:TagKeys': 'b*' },
      }),
    ],
    [
      'one value cannot be two',
      'no',
      given({ StringEquals: { 'aws:Referer': 'a' }, StringLike: { 'aws:Referer': 'b*' } }),
    ],
    ['prefix in lower case', 'no', given({ 'forAnyValue:stringLike': paths })],
  ]);
});

describe('strings', () => {
  rows([
    ['StringEquals takes a star for a star', 'no', given({ StringEquals: { 'aws:SourceVpc': 'vpc-*' } })],
    ['StringEquals takes a lone star for a star', 'no', given({ StringEquals: { 'aws:SourceVpce': '*' } })],
    ['StringEqualsIgnoreCase as well', 'no', given({ StringEqualsIgnoreCase: { 'aws:SourceVpc': 'VPC-*' } })],
    [
      'StringEqualsIgnoreCase, fixed',
      'no',
      given({ StringEqualsIgnoreCase: { 'aws:PrincipalOrgID': ORG.toUpperCase() } }),
    ],
    [
      'ArnEquals takes it for a wildcard',
      'r@',
      given({ ArnEquals: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/x' } }),
    ],
    ['StringLike without wildcard', 'no', given({ StringLike: FIXED })],
    ['no values: nothing fits', 'no', given({ StringEquals: { 'aws:Referer': [] } })],
    ['no values, negated: everything fits', 'r', given({ StringNotEquals: { 'aws:SourceVpce': [] } })],
    ['a number for a string', 'no', given({ StringEquals: { 'aws:PrincipalAccount': 444455556666 } })],
    ['Bool of both', 'r', given({ Bool: { 'aws:SecureTransport': ['true', 'false'] } })],
    ['Bool in capitals', 'r', given({ Bool: { 'aws:SecureTransport': 'True' } })],
    ['Bool of neither', 'no', given({ Bool: { 'aws:SecureTransport': 'yes' } })],
    ['binary', 'r', given({ BinaryEquals: { 'x:key': 'QmluYXJ5' } })],
    [
      'two patterns at once',
      'r',
      given({
        StringLike: { 'aws:Referer': 'https://*' },
        StringNotLike: { 'aws:Referer': '*.example.com/*' },
      }),
    ],
    [
      'overlapping patterns',
      'r',
      given({
        StringLike: { 'aws:Referer': 'https://*' },
        'ForAnyValue:StringLike': { 'aws:Referer': '*/index.html' },
      }),
    ],
    [
      'patterns that exclude each other',
      'no',
      given({ StringLike: { 'aws:Referer': 'a*' }, 'ForAllValues:StringLike': { 'aws:Referer': 'b*' } }),
    ],
    [
      'a pattern less itself',
      'no',
      given({ StringLike: { 'aws:Referer': 'a*' }, StringNotLike: { 'aws:Referer': 'a*' } }),
    ],
    [
      'a number between',
      'r',
      given({ NumericGreaterThan: { 's3:max-keys': '5' }, NumericLessThan: { 's3:max-keys': '7' } }),
    ],
    [
      'a number between neighbours',
      'no',
      given({ NumericGreaterThan: { 's3:max-keys': '7' }, NumericLessThan: { 's3:max-keys': '5' } }),
    ],
    ['an unreadable number', 'r?', given({ NumericLessThan: { 's3:max-keys': 'few' } })],
    ['an operator unknown to us', 'r?', given({ StringMatches: { 'aws:SourceVpce': 'vpce-1' } })],
    [
      'an unknown operator beside a fixed value',
      'no',
      given({ StringMatches: { 'aws:Referer': 'x' }, StringEquals: FIXED }),
    ],
    ['an operator in lower case', 'no', given({ stringequals: FIXED })],
  ]);
});

describe('several keys: all must hold, so one fixed value is enough', () => {
  rows([
    ['free and fixed', 'no', given({ StringLike: { 'aws:Referer': '*' }, StringEquals: FIXED })],
    [
      'fixed and negated',
      'no',
      given({ StringEquals: FIXED, StringNotEquals: { 'aws:PrincipalAccount': OTHER } }),
    ],
    [
      'two fixed keys in one operator',
      'no',
      given({ StringEquals: { ...FIXED, 'aws:PrincipalOrgID': ORG } }),
    ],
    ['two free keys', 'r', given({ StringLike: { 'aws:Referer': '*', 'aws:UserAgent': '*' } })],
    ['several values: one is enough', 'no', given({ StringEquals: { 'aws:SourceVpce': VPCES } })],
    [
      'TLS and organization',
      'no',
      given({ Bool: { 'aws:SecureTransport': 'true' }, StringEquals: { 'aws:PrincipalOrgID': ORG } }),
    ],
    [
      'fixed with IfExists and free',
      'r',
      given({ StringEqualsIfExists: FIXED, Bool: { 'aws:SecureTransport': 'true' } }),
    ],
    [
      'signed and unsigned at once',
      'no',
      given({ Null: { 'aws:PrincipalArn': 'true' }, StringLike: { 'aws:username': '*' } }),
    ],
    ['no condition', 'r', given({})],
    ['an operator without keys', 'r', given({ StringEquals: {} })],
    ['a narrowed statement beside an open one', 'r', given({ StringEquals: FIXED }), allow()],
    [
      'two narrowed statements',
      'no',
      given({ StringEquals: FIXED }),
      given({ StringEquals: { 'aws:PrincipalOrgID': ORG } }),
    ],
  ]);
});
