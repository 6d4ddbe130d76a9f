import { describe } from 'vitest';
import { allow, BOTH, BUCKET, deny, given, OTHER, OWNER, rows } from './kit.ts';

const p = (principal: unknown) => allow({ Principal: principal });
const notP = (principal: unknown, more = {}) => {
  const { Principal: _, ...rest } = allow(more);
  return { ...rest, NotPrincipal: principal };
};
const root = (account: string) => `arn:aws:iam::${account}:root`;

describe('everyone', () => {
  rows([
    ['"*"', 'r', p('*')],
    ['AWS "*"', 'r', p({ AWS: '*' })],
    ['AWS ["*"]', 'r', p({ AWS: ['*'] })],
    ['"*" after a fixed account', 'r', p({ AWS: [root(OTHER), '*'] })],
    ['"*" before a fixed account', 'r', p({ AWS: ['*', root(OTHER)] })],
    ['AWS "*" beside a service', 'r', p({ Service: 'cloudtrail.amazonaws.com', AWS: '*' })],
    ['a list with "*"', 'r', p(['*'])],
    ['CanonicalUser "*"', 'r', p({ CanonicalUser: '*' })],
    [
      'the canonical user of unsigned requests',
      'r',
      p({ CanonicalUser: '65a011a29cdf8ec533ec3d1ccaae921c' }),
    ],
    ['the same statement after a harmless one', 'r', p({ AWS: root(OWNER) }), p('*')],
  ]);
});

describe('somebody', () => {
  rows([
    ['an account number', 'no', p({ AWS: OTHER })],
    ['an account root', 'no', p({ AWS: root(OTHER) })],
    ['the owner', 'no', p({ AWS: root(OWNER) })],
    ['a role', 'no', p({ AWS: `arn:aws:iam::${OTHER}:role/reader` })],
    ['a user', 'no', p({ AWS: `arn:aws:iam::${OTHER}:user/bob` })],
    ['a role session', 'no', p({ AWS: `arn:aws:sts::${OTHER}:assumed-role/reader/bob` })],
    ['a list of accounts', 'no', p({ AWS: [root(OTHER), '777788889999'] })],
    ['a deleted user', 'no', p({ AWS: 'AIDACKCEVSQ6C2EXAMPLE' })],
    ['a deleted role', 'no', p({ AWS: 'AROADBQP57FF2AEXAMPLE' })],
    [
      'a canonical user',
      'no',
      p({ CanonicalUser: '79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be' }),
    ],
    [
      'an origin access identity',
      'no',
      p({ AWS: 'arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1' }),
    ],
    ['a service', 'no', p({ Service: 'cloudtrail.amazonaws.com' })],
    ['services', 'no', p({ Service: ['cloudtrail.amazonaws.com', 'config.amazonaws.com'] })],
    ['China', 'no', p({ AWS: `arn:aws-cn:iam::${OTHER}:root` })],
    ['an empty list', 'no', p({ AWS: [] })],
    ['no principals at all', 'no', p({})],
    ['an empty name', 'no', p({ AWS: '' })],
  ]);
});

describe('wildcards inside a principal, which AWS refuses', () => {
  rows([
    ['fixed account, any role', 'no', p({ AWS: `arn:aws:iam::${OTHER}:role/*` })],
    ['fixed account, anything', 'no', p({ AWS: `arn:aws:iam::${OTHER}:*` })],
    ['any account, one role', 'r@', p({ AWS: 'arn:aws:iam::*:role/reader' })],
    ['any account’s root', 'r@', p({ AWS: 'arn:aws:iam::*:root' })],
    ['any account, anything', 'r@', p({ AWS: 'arn:aws:iam::*' })],
    ['part of an account number', 'r@', p({ AWS: 'arn:aws:iam::1111*:root' })],
    ['an account number with one open digit', 'r@', p({ AWS: '11112222333?' })],
    [
      'denied to a wildcard account: not counted as a refusal',
      'r',
      p('*'),
      deny({ Principal: { AWS: 'arn:aws:iam::*:root' } }),
    ],
    ['not any account: still everybody', 'r', notP({ AWS: 'arn:aws:iam::*:root' })],
  ]);
});

describe('federated', () => {
  rows([
    ['AWS’s own example: Facebook', 'r', p({ Federated: 'graph.facebook.com' })],
    ['Google', 'r', p({ Federated: 'accounts.google.com' })],
    ['Amazon', 'r', p({ Federated: 'www.amazon.com' })],
    ['Cognito', 'r', p({ Federated: 'cognito-identity.amazonaws.com' })],
    ['any provider', 'r', p({ Federated: '*' })],
    ['any provider, denied to everyone', 'no', p({ Federated: '*' }), deny()],
    ['Facebook, denied to everyone', 'no', p({ Federated: 'graph.facebook.com' }), deny()],
    [
      'Facebook, denied to Google',
      'r',
      p({ Federated: 'graph.facebook.com' }),
      deny({ Principal: { Federated: 'accounts.google.com' } }),
    ],
    [
      'Facebook, denied to Facebook',
      'no',
      p({ Federated: 'graph.facebook.com' }),
      deny({ Principal: { Federated: 'graph.facebook.com' } }),
    ],
    ['everyone, denied to Facebook', 'r', p('*'), deny({ Principal: { Federated: 'graph.facebook.com' } })],
    ['an account’s SAML provider', 'no', p({ Federated: `arn:aws:iam::${OTHER}:saml-provider/corp` })],
    [
      'an account’s OIDC provider',
      'no',
      p({ Federated: `arn:aws:iam::${OTHER}:oidc-provider/idp.example.com` }),
    ],
    [
      'an audience is not in AWS’s list',
      'r',
      given(
        { StringEquals: { 'graph.facebook.com:app_id': '1' } },
        { Principal: { Federated: 'graph.facebook.com' } },
      ),
    ],
    [
      'one subject is one person',
      'no',
      given(
        { StringEquals: { 'accounts.google.com:sub': '1' } },
        { Principal: { Federated: 'accounts.google.com' } },
      ),
    ],
    [
      'any subject',
      'r',
      given(
        { StringLike: { 'accounts.google.com:sub': '*' } },
        { Principal: { Federated: 'accounts.google.com' } },
      ),
    ],
  ]);
});

describe('NotPrincipal with Allow', () => {
  rows([
    ['all but one account', 'r', notP({ AWS: root(OTHER) })],
    ['all but the owner', 'r', notP({ AWS: root(OWNER) })],
    ['all but a service', 'r', notP({ Service: 'cloudtrail.amazonaws.com' })],
    ['all but several', 'r', notP({ AWS: [root(OTHER), 'AIDACKCEVSQ6C2EXAMPLE'] })],
    ['all but an empty list', 'r', notP({ AWS: [] })],
    ['all but everyone', 'no', notP('*')],
    ['all but AWS "*"', 'no', notP({ AWS: '*' })],
    ['writing', 'w', notP({ AWS: root(OTHER) }, { Action: 's3:PutObject' })],
    ['everything', 'rw', notP({ AWS: root(OTHER) }, { Action: 's3:*', Resource: BOTH })],
    [
      'through a fixed endpoint',
      'no',
      notP({ AWS: root(OTHER) }, { Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-1a2b3c' } } }),
    ],
    ['over TLS', 'r', notP({ AWS: root(OTHER) }, { Condition: { Bool: { 'aws:SecureTransport': 'true' } } })],
  ]);
});

describe('NotPrincipal with Deny', () => {
  const all = allow({ Action: 's3:*', Resource: BOTH });
  const denyAllBut = (principal: unknown, more = {}) => {
    const { Principal: _, ...rest } = deny(more);
    return { ...rest, NotPrincipal: principal };
  };
  rows([
    ['closes it to all but one account', 'no', all, denyAllBut({ AWS: root(OTHER) })],
    ['closes it to all but a service', 'no', all, denyAllBut({ Service: 'cloudtrail.amazonaws.com' })],
    ['of everyone denies nobody', 'rw', all, denyAllBut('*')],
    [
      'on the objects only leaves the bucket',
      'rw',
      all,
      denyAllBut({ AWS: root(OTHER) }, { Resource: `${BUCKET}/*` }),
    ],
    [
      'of the reading actions only leaves writing',
      'w',
      all,
      denyAllBut({ AWS: root(OTHER) }, { Action: ['s3:Get*', 's3:List*'] }),
    ],
    [
      'over plain HTTP leaves TLS',
      'rw',
      all,
      denyAllBut({ AWS: root(OTHER) }, { Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
    ],
    ['order does not matter', 'no', denyAllBut({ AWS: root(OTHER) }), all],
  ]);
});
