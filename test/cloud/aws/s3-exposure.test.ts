import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Session } from '../../../src/domain/provider.ts';
import { behindProxy, nobody } from '../../kit/aws/behind-proxy.ts';
import { testAccountId } from '../../kit/aws/environment.ts';
import { answer, deny, type Fault, serverError } from '../../kit/aws/proxy.ts';
import { bucketNamed, learn, openAccount } from './s3-kit.ts';

// Answers in the shape that AWS documents, for what no emulator answers. Nothing is behind the proxy.
const xml = (body: string): Fault =>
  answer(200, { 'content-type': 'application/xml' }, `<?xml version="1.0"?>${body}`);
const json = (body: unknown): Fault =>
  answer(200, { 'content-type': 'application/x-amz-json-1.1' }, JSON.stringify(body));
const none = (code: string): Fault => ({ status: 404, code });

const block = (on: boolean) =>
  `<PublicAccessBlockConfiguration><BlockPublicAcls>${on}</BlockPublicAcls><IgnorePublicAcls>${on}</IgnorePublicAcls><BlockPublicPolicy>${on}</BlockPublicPolicy><RestrictPublicBuckets>${on}</RestrictPublicBuckets></PublicAccessBlockConfiguration>`;
const owned = (ownership: string) =>
  xml(`<OwnershipControls><Rule><ObjectOwnership>${ownership}</ObjectOwnership></Rule></OwnershipControls>`);
const owner = '79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be';
const group = (uri: string, permission: string) =>
  `<Grant><Grantee xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="Group"><URI>${uri}</URI></Grantee><Permission>${permission}</Permission></Grant>`;
const acl = (...grants: readonly string[]) =>
  xml(
    `<AccessControlPolicy><Owner><ID>${owner}</ID><DisplayName>somebody@example.com</DisplayName></Owner><AccessControlList><Grant><Grantee xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="CanonicalUser"><ID>${owner}</ID><DisplayName>somebody@example.com</DisplayName></Grantee><Permission>FULL_CONTROL</Permission></Grant>${grants.join('')}</AccessControlList></AccessControlPolicy>`,
  );
const everyone = 'http://acs.amazonaws.com/groups/global/AllUsers';
const anyAccount = 'http://acs.amazonaws.com/groups/global/AuthenticatedUsers';
const policy = (...Statement: readonly object[]) =>
  answer(200, { 'content-type': 'application/json' }, JSON.stringify({ Version: '2012-10-17', Statement }));
const open = {
  Sid: 'Open',
  Effect: 'Allow',
  Principal: '*',
  Action: 's3:GetObject',
  Resource: 'arn:aws:s3:::records/*',
};
const site = xml(
  '<WebsiteConfiguration><IndexDocument><Suffix>index.html</Suffix></IndexDocument></WebsiteConfiguration>',
);
const status = (isPublic: boolean) => xml(`<PolicyStatus><IsPublic>${isPublic}</IsPublic></PolicyStatus>`);

const proxy = behindProxy(nobody);
let session: Session;

const records = bucketNamed('records', 'eu-west-1');
const about = (fact: string) => learn(session, 'aws.s3.bucket', fact, records);
const answers = (service: string, faults: Readonly<Record<string, Fault>>) => {
  for (const [operation, fault] of Object.entries(faults)) {
    const earlier = proxy.rules.find((r) => r.service === service && r.operation === operation);
    earlier?.remove();
    proxy.rule({ service, operation, fault });
  }
};
const s3 = (faults: Readonly<Record<string, Fault>>) => answers('s3', faults);

beforeEach(async () => {
  proxy.reset();
  answers('sts', {
    GetCallerIdentity: xml(
      `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Arn>arn:aws:iam::${testAccountId}:user/scan</Arn><UserId>AIDAEXAMPLE</UserId><Account>${testAccountId}</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`,
    ),
  });
  answers('s3control', { GetPublicAccessBlock: none('NoSuchPublicAccessBlockConfiguration') });
  s3({
    GetPublicAccessBlock: none('NoSuchPublicAccessBlockConfiguration'),
    GetBucketOwnershipControls: none('OwnershipControlsNotFoundError'),
    GetBucketAcl: acl(),
    GetBucketPolicy: none('NoSuchBucketPolicy'),
  });
  session = await openAccount('anonymous-probe');
});
afterEach(() => session.close());

test.each([
  ['lists only', { Action: 's3:ListBucket', Resource: 'arn:aws:s3:::records' }, false],
  ['may do all, but not with objects', { Action: 's3:*', Resource: 'arn:aws:s3:::records' }, false],
  ['may write only', { Action: 's3:PutObject' }, false],
  ['may do all with objects', { Action: 's3:*' }, true],
  ['is signed in', { Condition: { StringNotEquals: { 'aws:PrincipalType': 'Anonymous' } } }, false],
])('a website of which a stranger %s', async (_, grant, expected) => {
  s3({
    GetBucketWebsite: site,
    GetBucketPolicy: policy({ ...open, ...grant }),
    GetBucketPolicyStatus: status(true),
  });
  expect(await about('publicWebsite')).toMatchObject({ value: { public: expected } });
});

test('a website may be opened page by page, as long as ACLs of objects count and no Deny refuses strangers', async () => {
  const opens = async () => ((await about('publicWebsite')) as { value: { byObjectAcls?: true } }).value;
  s3({ GetBucketWebsite: site });
  expect(await opens()).toMatchObject({ public: false, byObjectAcls: true });
  s3({ GetBucketOwnershipControls: deny() });
  expect(await about('publicWebsite')).toMatchObject({ permission: 's3:GetBucketOwnershipControls' });
  s3({ GetPublicAccessBlock: xml(block(true)) });
  expect(await opens()).not.toHaveProperty('byObjectAcls');
  s3({
    GetBucketOwnershipControls: owned('BucketOwnerEnforced'),
    GetPublicAccessBlock: none('NoSuchPublicAccessBlockConfiguration'),
  });
  expect(await opens()).not.toHaveProperty('byObjectAcls');
  s3({
    GetBucketOwnershipControls: owned('ObjectWriter'),
    GetBucketPolicy: policy({ ...open, Effect: 'Deny' }),
    GetBucketPolicyStatus: status(false),
  });
  expect(await opens()).not.toHaveProperty('byObjectAcls');
  s3({ GetBucketPolicy: policy({ ...open, Action: 's3:PutObject', Effect: 'Deny' }) });
  expect(await opens()).toMatchObject({ byObjectAcls: true });
  s3({ GetBucketPolicy: deny() });
  expect(await about('publicWebsite')).toMatchObject({ permission: 's3:GetBucketPolicy' });
});

test('a website is not opened by the ACL of its bucket, and a Deny closes it', async () => {
  s3({ GetBucketWebsite: site, GetBucketAcl: acl(group(everyone, 'READ')) });
  expect(await about('publicRead')).toMatchObject({ value: { public: true } });
  expect(await about('publicWebsite')).toMatchObject({ value: { public: false } });
  const refusal = { ...open, Sid: 'Closed', Effect: 'Deny', Action: 's3:Get*' };
  s3({ GetBucketPolicy: policy(open, refusal), GetBucketPolicyStatus: status(false) });
  expect(await about('publicWebsite')).toMatchObject({ value: { public: false } });
});

test.each([
  ['all of it elsewhere', ['a', 'b', 'c'], { value: true }],
  [
    'a part elsewhere, all of it nobody here can say where',
    ['a', 'b'],
    { known: false, reason: 'unsupported' },
  ],
  ['all of it elsewhere, a part nobody here can say where', ['c'], { value: true }],
])('replication of a part: %s', async (_, listed, expected) => {
  const rule = (bucket: string, filter: string) =>
    `<Rule><Status>Enabled</Status>${filter}<Destination><Bucket>arn:aws:s3:::${bucket}</Bucket></Destination></Rule>`;
  const lies = (BucketRegion: string) => (name: string) =>
    `<Bucket><Name>${name}</Name><BucketRegion>${BucketRegion}</BucketRegion></Bucket>`;
  s3({
    GetBucketReplication: xml(
      `<ReplicationConfiguration><Role>r</Role>${rule('a', '<Filter><Prefix>x/</Prefix></Filter>')}${rule('b', '<Prefix>y/</Prefix>')}${rule('c', '<Prefix></Prefix>')}${rule('a', '<Filter><Tag><Key>k</Key><Value>v</Value></Tag></Filter>')}</ReplicationConfiguration>`,
    ),
    ListBuckets: xml(
      `<ListAllMyBucketsResult><Buckets>${listed.map(lies('us-west-2')).join('')}</Buckets></ListAllMyBucketsResult>`,
    ),
  });
  expect(await about('replicationTargets')).toMatchObject({
    value: [
      { bucket: 'a', wholeBucket: false },
      { bucket: 'b', wholeBucket: false },
      { bucket: 'c', wholeBucket: true },
    ],
  });
  expect(await about('copiedToOtherRegion')).toMatchObject(expected);
});

describe('public or not, all things taken together', () => {
  const verdicts = async () => ({
    read: await about('publicRead'),
    write: await about('publicWrite'),
    policy: await about('publicPolicy'),
  });
  const closed = { known: true, value: { public: false, because: null } };

  test('nothing opens the bucket', async () => {
    expect(await verdicts()).toEqual({ read: closed, write: closed, policy: closed });
  });

  test('a policy for everyone', async () => {
    s3({ GetBucketPolicy: policy(open), GetBucketPolicyStatus: status(true) });
    const because = expect.stringMatching(/Open.*s3:GetObject.*everyone/);
    expect(await verdicts()).toEqual({
      read: { known: true, value: { public: true, because } },
      write: closed,
      policy: { known: true, value: { public: true, because } },
    });
  });

  test('the same policy, held back by the account', async () => {
    s3({ GetBucketPolicy: policy(open), GetBucketPolicyStatus: status(true) });
    answers('s3control', { GetPublicAccessBlock: xml(block(true)) });
    const because = expect.stringMatching(/Open.*s3:GetObject.*but RestrictPublicBuckets of the account/);
    const held = { known: true, value: { public: false, because } };
    expect(await verdicts()).toEqual({ read: held, write: closed, policy: held });
  });

  test('the same policy, for one address only, as AWS sees it too', async () => {
    const here = { ...open, Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.7/32' } } };
    s3({ GetBucketPolicy: policy(here), GetBucketPolicyStatus: status(false) });
    expect(await verdicts()).toEqual({ read: closed, write: closed, policy: closed });
  });

  test('AWS and we differ: the exposure wins and the difference is said', async () => {
    s3({ GetBucketPolicy: policy(open), GetBucketPolicyStatus: status(false) });
    expect(await about('publicRead')).toMatchObject({
      value: { public: true, because: expect.stringMatching(/AWS calls the policy not public/) },
    });
  });

  test('an ACL for any AWS account, and what switches it off', async () => {
    s3({ GetBucketAcl: acl(group(anyAccount, 'WRITE'), group(everyone, 'READ')) });
    expect(await verdicts()).toMatchObject({
      read: { value: { public: true, because: expect.stringMatching(/everyone/) } },
      write: { value: { public: true, because: expect.stringContaining('any AWS account') } },
      policy: closed,
    });
    s3({ GetBucketOwnershipControls: owned('BucketOwnerEnforced') });
    expect(await about('publicRead')).toMatchObject({
      value: { public: false, because: expect.stringContaining('BucketOwnerEnforced') },
    });
    s3({ GetBucketOwnershipControls: owned('ObjectWriter'), GetPublicAccessBlock: xml(block(true)) });
    expect(await about('publicWrite')).toMatchObject({
      value: { public: false, because: expect.stringContaining('IgnorePublicAcls of the bucket') },
    });
  });

  test('a status without a verdict leaves our own', async () => {
    s3({ GetBucketPolicy: policy(open), GetBucketPolicyStatus: answer(200, {}, '') });
    expect(await about('policyStatus')).toMatchObject({ reason: 'unsupported' });
    expect(await about('publicRead')).toMatchObject({ value: { public: true } });
    s3({ GetBucketPolicyStatus: xml('<PolicyStatus></PolicyStatus>') });
    expect(await about('policyStatus')).toMatchObject({ reason: 'unsupported' });
  });

  test('no policy, so AWS is not asked about one', async () => {
    expect(await about('policyStatus')).toEqual({ known: true, value: null });
    expect(proxy.counts().get('s3:GetBucketPolicyStatus')).toBeUndefined();
  });

  test('a denied ACL: open and closed by the policy alone are told apart from not known', async () => {
    s3({ GetBucketAcl: deny() });
    expect(await verdicts()).toMatchObject({
      read: { known: false, reason: 'denied', permission: 's3:GetBucketAcl' },
      write: { known: false, reason: 'denied' },
      policy: closed,
    });
    s3({ GetBucketOwnershipControls: owned('BucketOwnerEnforced') });
    expect(await verdicts()).toMatchObject({ read: closed, write: closed, policy: closed });
    s3({
      GetBucketOwnershipControls: deny(),
      GetBucketPolicy: policy(open),
      GetBucketPolicyStatus: status(true),
    });
    expect(await about('publicRead')).toMatchObject({ value: { public: true } });
  });

  test('a denied block of the account matters only where something is open', async () => {
    answers('s3control', { GetPublicAccessBlock: deny() });
    expect(await verdicts()).toEqual({ read: closed, write: closed, policy: closed });
    await session.close();
    session = await openAccount();
    s3({ GetBucketPolicy: policy(open), GetBucketPolicyStatus: status(true) });
    expect(await about('publicRead')).toMatchObject({
      reason: 'denied',
      permission: 's3:GetAccountPublicAccessBlock',
    });
  });

  test('a policy that nobody understands is unknown, unless AWS judges it', async () => {
    const odd = answer(200, { 'content-type': 'application/json' }, '{"Version":"2012-10-17"}');
    s3({ GetBucketPolicy: odd, GetBucketPolicyStatus: deny() });
    expect(await about('publicPolicy')).toMatchObject({ known: false });
    s3({ GetBucketPolicyStatus: status(false) });
    expect(await about('publicPolicy')).toMatchObject({ value: { public: false } });
  });

  test('an ACL or a block that lacks what it must carry is unknown, not "none"', async () => {
    s3({ GetBucketAcl: xml('<AccessControlPolicy></AccessControlPolicy>') });
    expect(await about('acl')).toMatchObject({ reason: 'failed' });
    s3({
      GetBucketAcl: xml('<AccessControlPolicy><AccessControlList></AccessControlList></AccessControlPolicy>'),
    });
    expect(await about('acl')).toMatchObject({ reason: 'failed' });
    s3({ GetPublicAccessBlock: xml('<html><body></body></html>') });
    expect(await about('publicAccessBlock')).toMatchObject({ reason: 'failed' });
    s3({ GetObjectLockConfiguration: xml('<html><body></body></html>') });
    expect(await about('objectLock')).toMatchObject({ reason: 'failed' });
    s3({
      GetBucketEncryption: xml('<ServerSideEncryptionConfiguration></ServerSideEncryptionConfiguration>'),
    });
    expect(await about('encryption')).toMatchObject({ reason: 'failed' });
  });

  test('no e-mail address or display name is kept of an ACL', async () => {
    expect(JSON.stringify(await about('acl'))).not.toContain('example.com');
  });

  test('a website is public when its bucket is, and no website asks nothing of it', async () => {
    s3({ GetBucketWebsite: site });
    expect(await about('publicWebsite')).toMatchObject({ value: { public: false, servesObjects: true } });
    s3({ GetBucketPolicy: policy(open), GetBucketPolicyStatus: status(true) });
    expect(await about('publicWebsite')).toMatchObject({ value: { public: true } });
    s3({ GetPublicAccessBlock: xml(block(true)) });
    expect(await about('publicWebsite')).toMatchObject({ value: { public: false } });
    s3({ GetPublicAccessBlock: deny() });
    expect(await about('publicWebsite')).toMatchObject({
      known: false,
      permission: 's3:GetBucketPublicAccessBlock',
    });
    s3({ GetBucketPolicy: deny() });
    expect(await about('publicWebsite')).toMatchObject({ known: false, permission: 's3:GetBucketPolicy' });
    s3({ GetBucketWebsite: none('NoSuchWebsiteConfiguration') });
    expect(await about('publicWebsite')).toEqual({ known: true, value: null });
  });
});

describe('what the policy says of others', () => {
  test('another account, one of its roles, and a service', async () => {
    const grant = (Principal: object) => ({ ...open, Sid: undefined, Principal });
    s3({
      GetBucketPolicy: policy(
        grant({ AWS: 'arn:aws:iam::444455556666:role/reader' }),
        grant({ AWS: `arn:aws:iam::${testAccountId}:root` }),
        grant({ Service: 'logging.s3.amazonaws.com' }),
        grant({ CanonicalUser: owner }),
        grant({ AWS: 'arn:aws:iam::127311923021:root' }),
      ),
    });
    expect(await about('crossAccountGrants')).toEqual({
      known: true,
      value: [
        {
          principal: 'arn:aws:iam::444455556666:role/reader',
          kind: 'account',
          account: '444455556666',
          statement: 'statement 1',
        },
        { principal: 'logging.s3.amazonaws.com', kind: 'service', account: null, statement: 'statement 3' },
        {
          principal: 'arn:aws:iam::127311923021:root',
          kind: 'account',
          account: '127311923021',
          statement: 'statement 5',
          ofAws: true,
        },
      ],
    });
  });

  test('plain HTTP', async () => {
    expect(await about('plainHttp')).toMatchObject({
      value: { refused: false, because: expect.stringMatching(/no bucket policy/) },
    });
    const tls = {
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:*',
      Resource: ['arn:aws:s3:::records', 'arn:aws:s3:::records/*'],
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    };
    s3({ GetBucketPolicy: policy(tls) });
    expect(await about('plainHttp')).toMatchObject({ value: { refused: true } });
  });

  const distribution = (id: string, domain: string) =>
    `<DistributionSummary><Id>${id}</Id><ARN>arn:aws:cloudfront::${testAccountId}:distribution/${id}</ARN><Origins><Quantity>1</Quantity><Items><Origin><Id>o</Id><DomainName>${domain}</DomainName><OriginAccessControlId>E1OAC</OriginAccessControlId></Origin></Items></Origins></DistributionSummary>`;
  const distributions = (...items: readonly string[]) =>
    xml(
      `<DistributionList xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/"><Marker></Marker><MaxItems>100</MaxItems><IsTruncated>false</IsTruncated><Quantity>${items.length}</Quantity>${items.length ? `<Items>${items.join('')}</Items>` : ''}</DistributionList>`,
    );

  test('an origin bucket admits its distribution, or any', async () => {
    answers('cloudfront', {
      ListDistributions: distributions(
        distribution('E1', 'records.s3.eu-west-1.amazonaws.com'),
        distribution('E2', 'other.s3.amazonaws.com'),
      ),
    });
    const forCloudFront = { ...open, Principal: { Service: 'cloudfront.amazonaws.com' } };
    s3({ GetBucketPolicy: policy(forCloudFront), GetBucketPolicyStatus: status(false) });
    expect(await about('cloudFrontLimit')).toMatchObject({
      value: { limited: false, because: expect.stringMatching(/Open/) },
    });
    const SourceArn = `arn:aws:cloudfront::${testAccountId}:distribution/E1`;
    const own = { ...forCloudFront, Condition: { StringEquals: { 'AWS:SourceArn': SourceArn } } };
    s3({ GetBucketPolicy: policy(own) });
    expect(await about('cloudFrontLimit')).toMatchObject({ value: { limited: true } });
    const any = { ArnLike: { 'AWS:SourceArn': SourceArn.replace('E1', '*') } };
    s3({ GetBucketPolicy: policy({ ...own, Condition: any }) });
    expect(await about('cloudFrontLimit')).toMatchObject({ value: { limited: true } });
    const foreign = SourceArn.replace(testAccountId, '444455556666');
    s3({ GetBucketPolicy: policy({ ...own, Condition: { StringEquals: { 'AWS:SourceArn': foreign } } }) });
    expect(await about('cloudFrontLimit')).toMatchObject({ value: { limited: false } });
    s3({ GetBucketPolicy: policy(own, open), GetBucketPolicyStatus: status(true) });
    expect(await about('cloudFrontLimit')).toMatchObject({
      value: { limited: false, because: expect.stringMatching(/pass CloudFront by/) },
    });
    expect(proxy.counts().get('cloudfront:ListDistributions')).toBe(1);
  });

  test.each([
    ['records.s3.amazonaws.com', 'originAccessControl'],
    ['records.s3-eu-west-1.amazonaws.com', 'originAccessControl'],
    ['records.s3-website-eu-west-1.amazonaws.com', 'website'],
    ['records.s3-website.eu-central-1.amazonaws.com', 'website'],
    ['more.records.s3.amazonaws.com', undefined],
    ['records.example.com', undefined],
  ])('origin %s is this bucket: %s', async (domain, signs) => {
    answers('cloudfront', { ListDistributions: distributions(distribution('E1', domain)) });
    const learnt = await about('cloudFrontOrigins');
    expect(learnt).toMatchObject({ value: signs ? [{ id: 'E1', signs }] : [] });
  });

  test('a bucket that is nobody’s origin needs no policy', async () => {
    answers('cloudfront', { ListDistributions: distributions() });
    s3({ GetBucketPolicy: deny() });
    expect(await about('cloudFrontLimit')).toEqual({ known: true, value: null });
  });
});

describe('how much and since when, asked only of an open bucket', () => {
  const opened = () => s3({ GetBucketPolicy: policy(open), GetBucketPolicyStatus: status(true) });
  const thisSecond = Math.floor(Date.now() / 1000);
  const hour = (n: number) => thisSecond - n * 3600;
  const change = (at: number, record: object) => ({
    EventId: 'e',
    EventTime: at,
    Username: 'ann',
    CloudTrailEvent: JSON.stringify({ userIdentity: { arn: 'arn:aws:iam::1:user/ann' }, ...record }),
  });
  /** Answers by region (of the signature) and event name. */
  const history = (events: Readonly<Record<string, readonly object[]>>) => {
    for (const [where, Events] of Object.entries(events)) {
      const [region, name] = where.split(' ');
      proxy.rule({
        service: 'cloudtrail',
        operation: 'LookupEvents',
        match: (call) => call.region === region && call.key.includes(name ?? ''),
        fault: json({ Events }),
      });
    }
    proxy.rule({ service: 'cloudtrail', operation: 'LookupEvents', fault: json({ Events: [] }) });
  };

  test('a closed bucket costs no call', async () => {
    expect(await about('sizeAndObjects')).toEqual({ known: true, value: null });
    expect(await about('exposedSince')).toEqual({ known: true, value: null });
    const services = [...proxy.counts().keys()].map((name) => name.split(':')[0]);
    expect(services).not.toContain('cloudwatch');
    expect(services).not.toContain('cloudtrail');
  });

  test('objects and bytes of every storage class, on the newest day', async () => {
    opened();
    const day = Math.floor(Date.parse('2026-11-19T00:00:00Z') / 1000);
    const series = (Id: string, Label: string, Values: readonly number[]) => ({
      Id,
      Label,
      Timestamps: Values.map((_, i) => day - i * 86_400),
      Values,
      StatusCode: 'Complete',
    });
    answers('cloudwatch', {
      GetMetricData: answer(
        200,
        { 'content-type': 'application/x-amz-json-1.0' },
        JSON.stringify({
          MetricDataResults: [
            series('bytes', 'StandardStorage', [1000, 900]),
            series('bytes', 'GlacierStorage', [500]),
            series('bytes', 'empty', []),
            series('objects', 'AllStorageTypes', [12, 11]),
          ],
          Messages: [],
        }),
      ),
    });
    expect(await about('sizeAndObjects')).toEqual({
      known: true,
      value: { bytes: 1500, objects: 12, measuredOn: '2026-11-19' },
    });
    expect(proxy.calls().find((c) => c.service === 'cloudwatch')?.region).toBe('eu-west-1');
  });

  test('the last change that bears on it, of the bucket or of the account', async () => {
    opened();
    const here = { requestParameters: { bucketName: 'records', bucketPolicy: {} } };
    const opening = hour(30);
    history({
      'eu-west-1 PutBucketPolicy': [
        change(hour(1), { ...here, errorCode: 'AccessDenied' }),
        change(hour(2), { requestParameters: { bucketName: 'other' } }),
        change(opening, here),
      ],
      'eu-west-1 CreateBucket': [change(hour(50), here)],
    });
    const expected = { event: 'PutBucketPolicy', by: 'arn:aws:iam::1:user/ann' };
    const first = await about('exposedSince');
    expect(first).toMatchObject({ value: { change: expected } });
    expect(Date.parse((first as { value: { since: string } }).value.since) / 1000).toBe(opening);
    const asked = proxy.counts().get('cloudtrail:LookupEvents');
    await learn(session, 'aws.s3.bucket', 'exposedSince', bucketNamed('records-2', 'eu-west-1'));
    expect(proxy.counts().get('cloudtrail:LookupEvents')).toBe(asked);
  });

  test('the account’s block, taken away in its home region', async () => {
    opened();
    history({
      'eu-west-1 PutBucketPolicy': [change(hour(30), { requestParameters: { bucketName: 'records' } })],
      'us-east-1 DeleteAccountPublicAccessBlock': [change(hour(3), { requestParameters: {} })],
    });
    expect(await about('exposedSince')).toMatchObject({
      value: { change: { event: 'DeleteAccountPublicAccessBlock' } },
    });
  });

  test.each(['PutBucketOwnershipControls', 'DeleteBucketOwnershipControls', 'DeleteBucketPolicy'])(
    '%s may open it too',
    async (event) => {
      opened();
      const requestParameters = { bucketName: 'records' };
      history({
        'eu-west-1 CreateBucket': [change(hour(30), { requestParameters })],
        [`eu-west-1 "${event}"`]: [change(hour(3), { requestParameters })],
      });
      expect(await about('exposedSince')).toMatchObject({ value: { change: { event } } });
    },
  );

  test('nothing changed for as long as CloudTrail remembers', async () => {
    opened();
    history({});
    const learnt = (await about('exposedSince')) as { value: { since: string; change: null } };
    expect(learnt.value.change).toBeNull();
    const daysAgo = (Date.now() - Date.parse(learnt.value.since)) / 86_400_000;
    expect(daysAgo).toBeCloseTo(90, 1);
  });

  test('an open door settles it, though the other is not known', async () => {
    s3({ GetBucketAcl: acl(group(everyone, 'READ')), GetBucketPolicy: deny() });
    history({});
    expect(await about('publicWrite')).toMatchObject({ known: false });
    expect(await about('exposedSince')).toMatchObject({ value: { change: null } });
    s3({ GetBucketAcl: acl() });
    expect(await about('exposedSince')).toMatchObject({ known: false, permission: 's3:GetBucketPolicy' });
  });

  test('a long history is read twenty pages deep, and says no more than it saw', async () => {
    opened();
    const other = change(hour(20), { requestParameters: { bucketName: 'other' } });
    proxy.rule({
      service: 'cloudtrail',
      operation: 'LookupEvents',
      match: (call) => call.key.includes('PutBucketAcl'),
      fault: json({ Events: [other], NextToken: 'more' }),
    });
    history({});
    const learnt = (await about('exposedSince')) as { value: { since: string } };
    expect(learnt.value).toMatchObject({ change: null });
    expect(Date.parse(learnt.value.since) / 1000).toBe(hour(20));
    expect(proxy.calls().filter(({ key }) => key.includes('PutBucketAcl'))).toHaveLength(20);
  });

  test('a refused history is not known, not "never"', async () => {
    opened();
    answers('cloudtrail', { LookupEvents: deny() });
    expect(await about('exposedSince')).toMatchObject({
      reason: 'denied',
      permission: 'cloudtrail:LookupEvents',
    });
  });
});

describe('asking as a stranger', () => {
  const head = (code: number): Fault => answer(code, {}, '');

  test('two unsigned HEAD requests and nothing else', async () => {
    s3({ HeadBucket: head(403), HeadObject: head(404) });
    expect(await about('anonymousProbe')).toEqual({
      known: true,
      value: { bucket: 'refuses', unknownKey: 'answers' },
    });
    const asked = proxy.calls().filter((call) => call.service === 's3');
    expect(asked.map(({ method, signed }) => [method, signed])).toEqual([
      ['HEAD', false],
      ['HEAD', false],
    ]);
  });

  test.each([
    [200, 403, { bucket: 'answers', unknownKey: 'refuses' }],
    [403, 403, { bucket: 'refuses', unknownKey: 'refuses' }],
  ])('bucket %i, unknown key %i', async (ofBucket, ofKey, value) => {
    s3({ HeadBucket: head(ofBucket), HeadObject: head(ofKey) });
    expect(await about('anonymousProbe')).toEqual({ known: true, value });
  });

  test('a bucket that is gone, moved or silent is not known', async () => {
    s3({ HeadBucket: head(404), HeadObject: head(404) });
    expect(await about('anonymousProbe')).toMatchObject({ reason: 'failed' });
    s3({ HeadBucket: head(301) });
    expect(await about('anonymousProbe')).toMatchObject({ reason: 'failed' });
    s3({ HeadBucket: serverError() });
    expect(await about('anonymousProbe')).toMatchObject({ known: false });
  });

  test('not without the opt-in', async () => {
    await session.close();
    session = await openAccount();
    expect(await about('anonymousProbe')).toMatchObject({ reason: 'unsupported' });
    expect(await about('objectAclSample')).toMatchObject({ reason: 'unsupported' });
    expect(proxy.counts().get('s3:HeadBucket')).toBeUndefined();
  });
});

test('EventBridge hears of every change', async () => {
  s3({
    GetBucketNotificationConfiguration: xml(
      '<NotificationConfiguration><EventBridgeConfiguration></EventBridgeConfiguration></NotificationConfiguration>',
    ),
  });
  expect(await about('notification')).toEqual({
    known: true,
    value: { eventBridge: true, destinations: [] },
  });
});

test('a replica in another account: whose it is, and that nobody here can say where', async () => {
  const destination = (bucket: string, account = '') =>
    `<Rule><ID>${bucket}</ID><Status>Enabled</Status><Filter></Filter><Destination><Bucket>arn:aws:s3:::${bucket}</Bucket>${account}</Destination></Rule>`;
  s3({
    GetBucketReplication: xml(
      `<ReplicationConfiguration><Role>r</Role>${destination('theirs', '<Account>444455556666</Account>')}${destination('unnamed')}</ReplicationConfiguration>`,
    ),
    ListBuckets: xml('<ListAllMyBucketsResult><Buckets></Buckets></ListAllMyBucketsResult>'),
  });
  expect(await about('replicationTargets')).toEqual({
    known: true,
    value: [
      { bucket: 'theirs', account: '444455556666', region: null, wholeBucket: true },
      { bucket: 'unnamed', account: null, region: null, wholeBucket: true },
    ],
  });
  expect(await about('copiedToOtherRegion')).toMatchObject({ known: false, reason: 'unsupported' });
});
