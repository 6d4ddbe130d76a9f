import { describe, expect, test } from 'vitest';
import { allow, allowAll, BUCKET, judged, OBJECTS, OTHER, policy, rows, variable } from './kit.ts';

const act = (action: unknown, resource: unknown = [BUCKET, OBJECTS]) =>
  allow({ Action: action, Resource: resource });
const notAct = (action: unknown) =>
  allow({ Action: undefined, NotAction: action, Resource: [BUCKET, OBJECTS] });

describe('actions', () => {
  rows([
    ['GetObject', 'r', act('s3:GetObject')],
    ['ListBucket', 'r', act('s3:ListBucket')],
    ['GetBucketAcl', 'r', act('s3:GetBucketAcl')],
    ['GetBucketPolicy', 'r', act('s3:GetBucketPolicy')],
    ['GetBucketLocation', 'r', act('s3:GetBucketLocation')],
    ['GetObjectVersion', 'r', act('s3:GetObjectVersion')],
    ['GetObjectTagging', 'r', act('s3:GetObjectTagging')],
    ['ListBucketMultipartUploads', 'r', act('s3:ListBucketMultipartUploads')],
    ['PutObject', 'w', act('s3:PutObject')],
    ['DeleteObject', 'w', act('s3:DeleteObject')],
    ['PutObjectAcl', 'w', act('s3:PutObjectAcl')],
    ['PutBucketPolicy', 'w', act('s3:PutBucketPolicy')],
    ['PutObjectTagging', 'w', act('s3:PutObjectTagging')],
    ['DeleteBucket', 'w', act('s3:DeleteBucket')],
    ['AbortMultipartUpload', 'w', act('s3:AbortMultipartUpload')],
    ['BypassGovernanceRetention', 'w', act('s3:BypassGovernanceRetention')],
    ['RestoreObject', 'w', act('s3:RestoreObject')],
    ['s3:*', 'rw', act('s3:*')],
    ['*', 'rw', act('*')],
    ['*:*', 'rw', act('*:*')],
    ['s3:Get*', 'r', act('s3:Get*')],
    ['s3:*Object', 'rw', act('s3:*Object')],
    ['s3:*object in lower case', 'rw', act('S3:*object')],
    ['s3:GetObject?ersion', 'r', act('s3:GetObject?ersion')],
    ['s3:List*', 'r', act('s3:List*')],
    ['s3:Put*', 'w', act('s3:Put*')],
    ['s3:Delete*', 'w', act('s3:Delete*')],
    ['s3:*Acl', 'rw', act('s3:*Acl')],
    ['one of several', 'rw', act(['ec2:RunInstances', 's3:PutObject', 's3:GetObject'])],
    ['another service', 'no', act('ec2:*')],
    ['an action yet to come', 'r', act('s3:GetObjectHologram')],
    ['an action yet to come that writes', 'w', act('s3:BurnObject')],
    ['actions yet to come', 'w', act('s3:Burn*')],
    ['an account’s action', 'no', act('s3:ListAllMyBuckets')],
    ['an access point’s action', 'no', act('s3:GetAccessPoint')],
    ['a job’s action', 'no', act('s3:CreateJob')],
    ['no action', 'no', act([])],
    ['all but one', 'rw', notAct('s3:DeleteBucket')],
    ['all but all', 'no', notAct('s3:*')],
    ['all but reading', 'w', notAct(['s3:Get*', 's3:List*'])],
    ['all but another service', 'rw', notAct('ec2:*')],
  ]);
});

describe('resources', () => {
  rows([
    ['objects', 'r', act('s3:GetObject', OBJECTS)],
    ['one prefix', 'r', act('s3:GetObject', `${BUCKET}/public/*`)],
    ['one object', 'r', act('s3:GetObject', `${BUCKET}/index.html`)],
    ['everything', 'rw', act('s3:*', '*')],
    ['any bucket', 'rw', act('s3:*', 'arn:aws:s3:::*')],
    ['objects of any bucket', 'r', act('s3:GetObject', 'arn:aws:s3:::*/*')],
    ['a pattern of bucket names', 'rw', act('s3:*', 'arn:aws:s3:::rec*')],
    ['an object action on the bucket alone: nothing', 'no', act('s3:GetObject', BUCKET)],
    ['a bucket action on objects alone: nothing', 'no', act('s3:ListBucket', OBJECTS)],
    ['everything on the bucket alone', 'rw', act('s3:*', BUCKET)],
    ['everything on objects alone', 'rw', act('s3:*', OBJECTS)],
    ['another bucket', 'no', act('s3:*', ['arn:aws:s3:::other', 'arn:aws:s3:::other/*'])],
    [
      'a bucket whose name begins like ours',
      'no',
      act('s3:*', ['arn:aws:s3:::records2', 'arn:aws:s3:::records2/*']),
    ],
    ['a bucket name in other capitals', 'no', act('s3:GetObject', 'arn:aws:s3:::Records/*')],
    ['the caller’s own folder', 'r', act('s3:GetObject', `${BUCKET}/${variable('aws:username')}/*`)],
    ['all but a prefix', 'r', allow({ Resource: undefined, NotResource: `${BUCKET}/private/*` })],
    ['all but all objects', 'no', allow({ Resource: undefined, NotResource: OBJECTS })],
    [
      'all but all objects, every action: the bucket remains',
      'rw',
      allowAll({ Resource: undefined, NotResource: OBJECTS }),
    ],
    ['no resource list', 'no', act('s3:*', [])],
    ['no resource element: no bucket policy is so', 'r?', allow({ Resource: undefined })],
    ['no principal element', 'r?', allow({ Principal: undefined })],
  ]);
});

test('a bucket may be told by its name, in the partition the policy writes', () => {
  const text = policy(allow({ Resource: 'arn:aws-us-gov:s3:::records/*' }));
  expect(judged(text, { resource: 'records' }).read.public).toBe(true);
  expect(judged(text).read.public).toBe(false);
  expect(judged(text, { resource: 'arn:aws-us-gov:s3:::records' }).read.public).toBe(true);
});

describe('because', () => {
  test.each([
    ['a Sid', policy(allow({ Sid: 'PublicRead' })), 'statement PublicRead allows s3:GetObject to everyone'],
    [
      'no Sid',
      policy(allow({ Principal: { AWS: OTHER } }), allow()),
      'statement 2 allows s3:GetObject to everyone',
    ],
    [
      'the action that remains',
      policy(allow({ Action: 's3:Get*' }), allow({ Effect: 'Deny' })),
      'statement 1 allows s3:GetObjectVersion to everyone',
    ],
    [
      'several',
      policy(allow({ Sid: 'A' }), allow({ Sid: 'B', Action: 's3:List*', Resource: BUCKET })),
      'statement A allows s3:GetObject to everyone (and 1 more)',
    ],
    [
      'any AWS account',
      policy(allow({ Condition: { Null: { 'aws:PrincipalArn': 'false' } } })),
      'statement 1 allows s3:GetObject to any AWS account',
    ],
    ['nothing', policy(allow({ Principal: { AWS: OTHER } })), 'no statement allows strangers to read'],
    [
      'a prefix stays out of it',
      policy(allow({ Sid: 'X', Resource: `${BUCKET}/patients/jane-doe.pdf` })),
      'statement X allows s3:GetObject to everyone',
    ],
  ])('%s', (_, text, because) => {
    expect(judged(text).read.because).toBe(because);
  });

  test('the widest circle is named first, every statement is listed', () => {
    const { read } = judged(
      policy(
        allow({ Sid: 'Signed', Condition: { Null: { 'aws:PrincipalArn': 'false' } } }),
        allow({ Sid: 'Open' }),
      ),
    );
    expect(read).toMatchObject({ to: 'everyone', statements: ['statement Signed', 'statement Open'] });
    expect(read.because).toContain('statement Open allows');
  });
});
