import { describe, expect, test } from 'vitest';
import { parsePolicy } from '../../src/access/index.ts';
import { allow, deny, judged, ORG, OTHER, policy } from './kit.ts';

const text = (document: unknown) => JSON.stringify(document);
const one = (statement: unknown) => text({ Version: '2012-10-17', Statement: [statement] });

describe('what is not understood is unknown, never "not public"', () => {
  test.each([
    ['empty text', ''],
    ['not JSON', '{"Statement": ['],
    ['bad escapes', '%7B%'],
    ['a list', '[]'],
    ['null', 'null'],
    ['a text', '"*"'],
    ['no statement', text({ Version: '2012-10-17' })],
    ['another version', text({ Version: '2030-01-01', Statement: [allow()] })],
    ['a statement that is a text', text({ Statement: ['Allow'] })],
    ['a statement that is null', text({ Statement: null })],
    ['no effect', one(allow({ Effect: undefined }))],
    ['an effect in lower case', one(allow({ Effect: 'allow' }))],
    ['an unknown effect', one(allow({ Effect: 'Permit' }))],
    ['no action', one(allow({ Action: undefined }))],
    ['both Action and NotAction', one(allow({ NotAction: 's3:*' }))],
    ['both Resource and NotResource', one(allow({ NotResource: '*' }))],
    ['both Principal and NotPrincipal', one(allow({ NotPrincipal: '*' }))],
    ['an action that is a number', one(allow({ Action: 7 }))],
    ['a resource that is an object', one(allow({ Resource: {} }))],
    ['an element in lower case', one(allow({ Principal: undefined, principal: '*' }))],
    ['an unknown element', one(allow({ Unless: {} }))],
    ['an unknown kind of principal', one(allow({ Principal: { Azure: '*' } }))],
    ['a kind of principal in lower case', one(allow({ Principal: { aws: '*' } }))],
    ['a principal that is a plain account', one(allow({ Principal: OTHER }))],
    ['a principal that is a number', one(allow({ Principal: { AWS: 444455556666 } }))],
    ['a null principal', one(allow({ Principal: null }))],
    ['a condition that is a list', one(allow({ Condition: [] }))],
    ['an operator that is a text', one(allow({ Condition: { StringEquals: 'aws:PrincipalOrgID' } }))],
    ['a value that is an object', one(allow({ Condition: { StringEquals: { 'aws:PrincipalOrgID': {} } } }))],
    ['a value that is null', one(allow({ Condition: { StringEquals: { 'aws:PrincipalOrgID': null } } }))],
  ])('%s', (_, given) => {
    expect(parsePolicy(given)).toHaveProperty('malformed');
    const { read, write, any } = judged(given);
    expect([read.public, write.public, any.public]).toEqual(['unknown', 'unknown', 'unknown']);
    expect(read.because).toMatch(/^the policy was not understood: /);
  });

  test('the reason names a place and repeats nothing of the policy', () => {
    expect(parsePolicy(one(allow({ 'secret-name': 1 })))).toEqual({
      malformed: 'statement 1 has an unknown element',
    });
  });
});

describe('the forms that AWS accepts', () => {
  test.each([
    ['a statement that is no list', text({ Version: '2012-10-17', Statement: allow() })],
    ['an older version', text({ Version: '2008-10-17', Statement: [allow()] })],
    ['no version', text({ Statement: [allow()] })],
    ['an Id and Sids', text({ Version: '2012-10-17', Id: 'x', Statement: [allow({ Sid: 'y' })] })],
    [
      'lists of one',
      one(allow({ Principal: { AWS: ['*'] }, Action: ['s3:GetObject'], Resource: [allow()['Resource']] })),
    ],
    ['percent-encoded, as IAM answers', encodeURIComponent(policy(allow()))],
    ['white space', `\n ${policy(allow())}\t`],
    ['an empty condition', one(allow({ Condition: {} }))],
  ])('%s', (_, given) => {
    expect(judged(given).read.public).toBe(true);
  });

  test('no statements: nothing is allowed', () => {
    expect(judged(text({ Version: '2012-10-17', Statement: [] })).any.public).toBe(false);
  });
});

describe('policy variables', () => {
  const narrowed = (version: string) =>
    text({
      Version: version,
      Statement: [
        allow({ Condition: { StringEquals: { 'aws:SourceVpce': ['$', '{aws:SourceVpce}'].join('') } } }),
      ],
    });
  test('are variables in version 2012-10-17', () => {
    expect(judged(narrowed('2012-10-17')).read.public).toBe(true);
  });
  test('are plain text in version 2008-10-17, which no endpoint is called', () => {
    expect(judged(narrowed('2008-10-17')).read.public).toBe(false);
  });
});

test('text and list say the same', () => {
  const listed = policy(
    allow({ Condition: { StringEquals: { 'aws:PrincipalOrgID': [ORG] } } }),
    deny({ Action: ['s3:*'], Condition: { Bool: { 'aws:SecureTransport': ['false'] } } }),
  );
  const plain = policy(
    allow({ Condition: { StringEquals: { 'aws:PrincipalOrgID': ORG } } }),
    deny({ Condition: { Bool: { 'aws:SecureTransport': false } } }),
  );
  expect(judged(plain)).toEqual(judged(listed));
});
