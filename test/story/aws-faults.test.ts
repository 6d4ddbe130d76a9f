import type { S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { aws } from '../../src/cloud/aws/catalog.ts';
import { permissionsOf, wantedBy } from '../../src/engine/wanted.ts';
import { allChecks } from '../../src/wiring/rolls.ts';
import { describeWithMoto } from '../kit/aws/describe-with-moto.ts';
import {
  type AwsProxy,
  type Call,
  deny,
  dropConnection,
  empty200,
  type Fault,
  hang,
  html200,
  serverError,
  startProxy,
  throttle,
} from '../kit/aws/proxy.ts';
import { iamActionOf } from '../kit/aws/wire.ts';
import { type Bot, startBot } from './kit/bot.ts';
import { type BucketName, makeBuckets, policies } from './kit/buckets.ts';
import { nameOf, type Observed, type ScanDocument } from './kit/document.ts';
import { firstRoomsOnly, inFirstRooms } from './kit/first-rooms.ts';
import { folder } from './kit/hipaa.ts';
import { ledgerOf } from './kit/ledger.ts';
import { bucketListing, json, recordedAnswers, xml } from './kit/recorded.ts';
import {
  type Clients,
  clientsOf,
  makeAccessPoints,
  makeIdentities,
  makeKeys,
  makeTrail,
  people,
} from './kit/rest.ts';

const names: readonly BucketName[] = ['records-copy', 'trail-logs', 'records', 'open-acl', 'phi-open'];
const regions = Object.fromEntries(
  names.map((name) => [name, name === 'records-copy' ? 'us-west-2' : 'us-east-1']),
);

const checks = allChecks.filter(({ id, optIn }) => optIn === undefined && inFirstRooms(id));
/** All that a scan needs, but for the identity without which there is none. */
const actions = permissionsOf(wantedBy(aws, checks));
const dependents = (action: string): readonly string[] =>
  checks.filter((check) => permissionsOf(wantedBy(aws, [check])).includes(action)).map(({ id }) => id);

const everyBucketCheck = /^aws\/(s3\/(?!account-|access-point-)|phi\/|resource\/|exposure\/)/;

/**
 * Checks that name an action among those that they need and are answered without it, because in this account the other
 * answers decide. Everything else that names it must be unknown.
 */
const answeredWithout: Readonly<Record<string, RegExp>> = {
  // Nothing opens these for a block to close: no grant to write, no policy for strangers on the log bucket.
  's3:GetAccountPublicAccessBlock': /bucket-not-public|bucket-public-write/,
  's3:GetBucketPublicAccessBlock': /bucket-not-public|bucket-public-write/,
  // The policy alone lets strangers in, and whom it names from outside is not in the ACL.
  's3:GetBucketAcl': /bucket-public-policy|website-hosting|cross-account-access|external-grantee/,
  's3:GetBucketOwnershipControls':
    /bucket-not-public|bucket-public-policy|bucket-public-write|website-hosting|cross-account-access|external-grantee/,
  // AWS's own verdict on the log bucket's policy is there.
  's3:GetBucketPolicy': /bucket-not-public/,
  // The report itself says when a password must be replaced.
  'iam:GetAccountPasswordPolicy': /password-expiry-notice/,
  // A second opinion.
  's3:GetBucketPolicyStatus': /./,
  // The listing tells where a bucket is; only a trail's bucket must be asked for.
  's3:GetBucketLocation': everyBucketCheck,
  // Tags weigh what was found; what was found is found without them.
  's3:GetBucketTagging': /bucket-public-|website-hosting/,
};
/** No distribution serves from any bucket, whatever else is unknown. */
const noDistribution = 'aws/s3/bucket-policy-cloudfront-only';

/** One fact and one listing of each service, none hiding another. */
const listings = [
  's3:ListAllMyBuckets',
  's3:ListAccessPoints',
  'kms:ListKeys',
  'iam:GetCredentialReport',
  'cloudtrail:DescribeTrails',
];
const facts = [
  's3:GetBucketVersioning',
  's3:GetAccessPoint',
  's3:GetBucketTagging',
  'kms:GetKeyRotationStatus',
  'iam:GetAccountSummary',
  'iam:GetAccountPasswordPolicy',
  'cloudtrail:GetEventSelectors',
  'cloudtrail:LookupEvents',
  'cloudwatch:GetMetricData',
  'cloudfront:ListDistributions',
];

describeWithMoto('faults on the way to AWS', (moto) => {
  let proxy: AwsProxy;
  let s3: S3Client;
  let clients: Clients;
  let bot: Bot;
  let baseline: ScanDocument;
  const cwd = folder();
  const database = `${cwd}/hipaa.db`;

  const actionOf = ({ service, operation }: Call) => iamActionOf(service, operation);
  const questionOf = ({ check, resource }: Pick<Observed, 'check' | 'resource'>) =>
    `${check} ${nameOf(resource)}`;
  /** Findings as people know them. What was seen last may be worded by what was answered this time. */
  const kept = () => ledgerOf(database).findings.map(({ because: _, ...finding }) => finding);

  /** Wires the account as AWS would answer, with `fault` for the calls that need one of `actions`. */
  const wire = (fault?: { fault: Fault; actions: readonly string[]; times?: number }) => {
    proxy.reset();
    for (const action of fault?.actions ?? []) {
      proxy.rule({
        match: (call) => call.signed && actionOf(call) === action,
        fault: (fault as { fault: Fault }).fault,
        ...(fault?.times ? { times: fault.times } : {}),
      });
    }
    recordedAnswers(proxy, people, policies);
    bucketListing(proxy, regions);
  };

  /** No answer differs from what is true: a question is answered rightly or not at all. */
  const expectNothingWrong = (seen: ScanDocument) => {
    const truth = new Map(baseline.observations.map((o) => [questionOf(o), o]));
    const differing = seen.observations.filter((o) => {
      const known = truth.get(questionOf(o));
      if (o.status === 'unknown') return false;
      return known?.status !== o.status || (o.status === 'fail' && known.severity !== o.severity);
    });
    expect(differing).toEqual([]);
  };
  const unknownChecks = (seen: ScanDocument) =>
    [...new Set(seen.observations.filter((o) => o.status === 'unknown').map((o) => o.check))].sort();
  const expectUnanswered = (seen: ScanDocument, action: string, reason: string) => {
    const wanted = dependents(action).filter(
      (check) =>
        check !== noDistribution ||
        action === 'cloudfront:ListDistributions' ||
        action === 's3:ListAllMyBuckets',
    );
    expect(unknownChecks(seen)).toEqual(
      wanted.filter((check) => !answeredWithout[action]?.test(check)).sort(),
    );
    const unknown = seen.observations.filter((o) => o.status === 'unknown');
    expect(unknown.filter(({ because }) => !because?.endsWith(`: ${action}`))).toEqual([]);
    const missing = unknown.length === 0 ? [] : [{ reason, permission: action, count: unknown.length }];
    expect(seen.coverage.notAssessed).toEqual(missing);
    expectNothingWrong(seen);
  };

  beforeAll(async () => {
    proxy = await startProxy({ upstream: moto.endpoint });
    clients = clientsOf(moto.endpoint);
    s3 = await makeBuckets(moto.endpoint, names);
    await makeIdentities(clients.iam);
    await makeKeys(clients.kms);
    await makeTrail(clients.cloudTrail);
    await makeAccessPoints(clients.s3Control, { closed: 'records', open: 'phi-open' });
    const config = firstRoomsOnly(`${cwd}/hipaa.yml`, { aws: { maxAttempts: 2 } });
    bot = await startBot({ endpoint: proxy.endpoint, database, config });
    wire();
    baseline = await bot.scan();
    expect(baseline.coverage.notAssessed).toEqual([]);
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    s3.destroy();
    clients.destroy();
    await bot.stop();
    await proxy.stop();
  });
  beforeEach(() => wire());

  test('the actions of these rows are those of the policy', () => {
    const { Statement } = JSON.parse(bot.app.services.policy.read('json'));
    expect(Statement[0].Action).toEqual([...actions, 'sts:GetCallerIdentity']);
  });

  test.each(actions)(
    '%s denied: what needs it is unknown by its name, and nothing else changes',
    async (action) => {
      const before = kept();
      wire({ fault: deny(), actions: [action] });
      const seen = await bot.scan();
      expect(seen.scan.state).toBe('finished');
      expectUnanswered(seen, action, 'denied');
      expect(kept()).toEqual(before);
    },
  );

  test.each([
    ['a web page with status 200', html200(), 'failed'],
    ['an empty answer with status 200', empty200(), 'unsupported'],
  ])('%s, for each action in turn, is never "none" and never "off"', async (_, fault, reason) => {
    const before = kept();
    for (const action of actions) {
      wire({ fault, actions: [action] });
      const seen = await bot.scan({ checks: dependents(action) });
      expectUnanswered(seen, action, reason);
      expect(kept(), action).toEqual(before);
    }
  });

  test.each([
    [
      's3:ListAllMyBuckets',
      xml('<ListAllMyBucketsResult><Owner><ID>x</ID></Owner></ListAllMyBucketsResult>'),
    ],
    ['s3:ListAccessPoints', xml('<ListAccessPointsResult/>')],
    ['kms:ListKeys', json({})],
    ['cloudtrail:DescribeTrails', json({})],
    ['cloudfront:ListDistributions', xml('<DistributionList><Quantity>1</Quantity></DistributionList>')],
    ['cloudtrail:LookupEvents', json({})],
    ['cloudwatch:GetMetricData', json({})],
    [
      'iam:GetCredentialReport',
      xml('<GetCredentialReportResponse><GetCredentialReportResult/></GetCredentialReportResponse>'),
    ],
  ])("an answer of AWS's own kind without its list is not an empty list: %s", async (action, fault) => {
    const before = kept();
    wire({ fault, actions: [action] });
    const seen = await bot.scan({ checks: dependents(action) });
    expect(unknownChecks(seen)).toEqual(dependents(action).toSorted());
    expect(new Set(seen.coverage.notAssessed.map(({ reason }) => reason))).toEqual(new Set(['failed']));
    expectNothingWrong(seen);
    expect(kept()).toEqual(before);
  });

  test.each([
    ['throttled', throttle(), 'throttled', /AWS throttled the call/],
    ['broken', serverError(), 'failed', /the call failed \((InternalError|InternalFailure|ServiceFailure)\)/],
    ['cut off', dropConnection(), 'failed', /the call failed \(ECONNRESET\)/],
  ])(
    '%s for good: unknown with that reason, after the attempts that are configured',
    async (_, fault, reason, says) => {
      const before = kept();
      for (const faulted of [listings, facts]) {
        wire({ fault, actions: faulted });
        const seen = await bot.scan();
        expect(new Map(seen.coverage.notAssessed.map((n) => [n.permission, n.reason]))).toEqual(
          new Map(faulted.map((action) => [action, reason])),
        );
        const unknown = seen.observations.filter((o) => o.status === 'unknown');
        expect(unknown.filter(({ because }) => !says.test(because ?? ''))).toEqual([]);
        expectNothingWrong(seen);
        expect(kept()).toEqual(before);
        const tries = Map.groupBy(
          proxy.calls().filter((call) => call.faulted && faulted.includes(actionOf(call))),
          ({ key }) => key,
        );
        expect(new Set([...tries.values()].map((calls) => calls.length))).toEqual(new Set([2]));
      }
    },
  );

  test.each([
    ['throttled', throttle()],
    ['broken', serverError()],
    ['cut off', dropConnection()],
  ])('%s once: asked again, and all is assessed', async (_, fault) => {
    wire({ fault, actions: [...listings, ...facts], times: 1 });
    const seen = await bot.scan();
    expect(seen.coverage).toEqual(baseline.coverage);
    expectNothingWrong(seen);
    expect(seen.scan.calls).toBe(baseline.scan.calls + listings.length + facts.length);
    expect([...proxy.repeated()]).toEqual([]);
  });

  test('no answer at all ends in a timeout, and the scan ends', async () => {
    const config = firstRoomsOnly(`${cwd}/hasty.yml`, { aws: { maxAttempts: 1, timeoutSeconds: 1 } });
    const hasty = await startBot({ endpoint: proxy.endpoint, database, config });
    const before = kept();
    wire({ fault: hang(), actions: facts });
    const seen = await hasty.scan({ checks: facts.flatMap(dependents) });
    await hasty.stop();
    const missing = new Map(seen.coverage.notAssessed.map((n) => [n.permission, n.reason]));
    expect([...missing]).toEqual(expect.arrayContaining(facts.map((action) => [action, 'failed'])));
    const slow = seen.observations.find(({ check }) => check === 'aws/iam/root-mfa');
    expect(slow).toMatchObject({ status: 'unknown', because: 'the call timed out: iam:GetAccountSummary' });
    expectNothingWrong(seen);
    expect(kept()).toEqual(before);
  });

  test.each([
    ['a captive portal', html200(), 'failed', /a web page answered instead of AWS/],
    [
      'expired credentials',
      { status: 400, code: 'ExpiredTokenException' } satisfies Fault,
      'denied',
      /refused \(ExpiredTokenException\)/,
    ],
  ])(
    '%s in mid-scan: what was seen until then stands, the rest is unknown',
    async (_, fault, reason, says) => {
      const before = kept();
      proxy.reset();
      let answered = 0;
      proxy.rule({ match: () => ++answered > 40, fault });
      recordedAnswers(proxy, people, policies);
      bucketListing(proxy, regions);
      const seen = await bot.scan();
      expect(seen.scan.state).toBe('finished');
      expectNothingWrong(seen);
      expect(kept()).toEqual(before);
      expect(new Set(seen.coverage.notAssessed.map((n) => n.reason))).toEqual(new Set([reason]));
      const unknown = seen.observations.filter((o) => o.status === 'unknown');
      expect(unknown.length).toBeGreaterThan(50);
      expect(unknown.filter(({ because }) => !says.test(because ?? ''))).toEqual([]);
    },
  );

  test('a listing that breaks off after its first page: that page is assessed, and nothing is gone', async () => {
    const before = kept();
    const pages = (onward: Fault) => {
      proxy.reset();
      proxy.rule({
        operation: 'ListBuckets',
        match: ({ key }) => key.includes('continuation-token'),
        fault: onward,
      });
      proxy.rule({ operation: 'ListKeys', match: ({ key }) => key.includes('Marker'), fault: onward });
      recordedAnswers(proxy, people, policies);
      bucketListing(proxy, { 'phi-open': 'us-east-1' }, 'more');
    };
    for (const [onward, reason] of [
      [deny(), 'denied'],
      [html200(), 'failed'],
    ] as const) {
      pages(onward);
      const seen = await bot.scan({ services: ['s3'] });
      const read = seen.observations.filter(({ check }) => check === 'aws/s3/bucket-public-read');
      expect(read.map((o) => `${o.status} ${nameOf(o.resource)}`)).toEqual(['fail phi-open', 'unknown *']);
      expect(seen.coverage.notAssessed).toEqual([
        { reason, permission: 's3:ListAllMyBuckets', count: expect.any(Number) },
      ]);
      expectNothingWrong(seen);
      expect(kept()).toEqual(before);
    }
    // The same first page, and AWS says that it is the last: now the others are gone, and come back with the listing.
    wire();
    proxy.reset();
    recordedAnswers(proxy, people, policies);
    bucketListing(proxy, { 'phi-open': 'us-east-1' });
    await bot.scan({ checks: ['aws/s3/bucket-versioning'] });
    const gone = kept().filter(({ resolution }) => resolution === 'gone');
    expect(gone.map(({ check_id, resource }) => `${check_id} ${nameOf(resource)}`)).toEqual([
      'aws/s3/bucket-versioning open-acl',
      'aws/s3/bucket-versioning trail-logs',
    ]);
    wire();
    await bot.scan({ checks: ['aws/s3/bucket-versioning'] });
    expect(kept().filter(({ regressions }) => regressions === 1)).toHaveLength(2);
  });
});
