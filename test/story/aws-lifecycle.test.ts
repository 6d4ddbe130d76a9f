import { StartLoggingCommand, StopLoggingCommand } from '@aws-sdk/client-cloudtrail';
import { DetachGroupPolicyCommand } from '@aws-sdk/client-iam';
import { CancelKeyDeletionCommand, EnableKeyCommand, EnableKeyRotationCommand } from '@aws-sdk/client-kms';
import {
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteBucketPolicyCommand,
  DeletePublicAccessBlockCommand,
  PutBucketAclCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWithMoto } from '../kit/aws/describe-with-moto.ts';
import { awsEnv, testAccountId } from '../kit/aws/environment.ts';
import { type AwsProxy, startProxy } from '../kit/aws/proxy.ts';
import { type BucketName, listedByAll, makeBuckets, policies, recipes, tagged } from './kit/buckets.ts';
import { documentOf, failing, nameOf, type ScanDocument } from './kit/document.ts';
import { firstRoomsOnly } from './kit/first-rooms.ts';
import { folder, hipaa } from './kit/hipaa.ts';
import { historyOf, type Kept, ledgerOf } from './kit/ledger.ts';
import { type Person, recordedAnswers } from './kit/recorded.ts';
import {
  type Clients,
  clientsOf,
  type Keys,
  makeAccessPoints,
  makeIdentities,
  makeKeys,
  makeTrail,
  people,
} from './kit/rest.ts';

/** What a bucket fails that nobody has set anything on; moto makes it without AWS's newer defaults. */
const bare = [
  'high s3/bucket-public-access-block',
  'medium phi/store-missing-classification',
  'medium s3/bucket-access-logging',
  'medium s3/bucket-acls-disabled',
  'medium s3/bucket-default-encryption',
  'medium s3/bucket-kms-encryption',
  'medium s3/bucket-mfa-delete',
  'medium s3/bucket-object-lock',
  'medium s3/bucket-tls-only',
  'medium s3/bucket-versioning',
  'low resource/has-any-tags',
  'low s3/bucket-event-notifications',
  'low s3/bucket-replication',
];
const open = ['high exposure/public-since', 'high s3/exposure-blast-radius'];
const readable = ['critical s3/bucket-public-read', ...open];
const foreign = ['high s3/bucket-cross-account-access', 'high s3/bucket-policy-external-grantee'];
/** Who admits everybody admits every account. */
const readableByPolicy = ['critical s3/bucket-public-policy', ...readable, ...foreign];
const untagged = ['low resource/has-any-tags', 'medium phi/store-missing-classification'];

const without = (all: readonly string[], ...less: readonly string[]) => all.filter((x) => !less.includes(x));

/** Bucket by bucket, from what was seeded and what AWS documents; not from what a scan once said. */
const ofBucket: Readonly<Record<BucketName, readonly string[]>> = {
  records: [],
  'records-copy': [...without(bare, 'medium s3/bucket-versioning'), 'low s3/bucket-versioned-lifecycle'],
  'trail-logs': bare,
  'open-acl': [...bare, ...readable],
  'open-write': [...bare, 'critical s3/bucket-public-write', ...open],
  'open-policy': [...bare, ...readableByPolicy],
  'not-principal': [...bare, ...readableByPolicy],
  'half-block': bare,
  'only-ip': bare,
  'only-endpoint': bare,
  'only-org': [...bare, ...foreign],
  neutralised: bare,
  'phi-open': [
    ...without(bare, ...untagged),
    ...readableByPolicy,
    'critical s3/website-hosting', // medium, were it not for the tag
    'high phi/tag-dev-conflict',
  ],
  partner: [...bare, ...foreign],
};

const ofTheRest = (keys: Keys): readonly string[] =>
  [
    'critical kms/key-pending-deletion doomed',
    'critical kms/key-public shared',
    'medium kms/key-rotation plain',
    'high audit/log-retention-six-years main',
    'medium cloudtrail/bucket-access-logging main',
    'medium cloudtrail/bucket-mfa-delete main',
    'medium cloudtrail/bucket-object-lock main',
    'medium cloudtrail/cloudwatch-delivery main',
    'medium cloudtrail/kms-encryption main',
    'medium cloudtrail/s3-data-events-read root',
    'high iam/root-recently-used root',
    'medium iam/password-policy-max-age root',
    'high s3/account-public-access-block root',
    'high s3/access-point-public-access-block open-door',
    'high iam/aws-policy-admin-attached AdministratorAccess',
    'high iam/customer-policy-admin everything',
    'medium iam/policy-service-wildcard all-of-s3',
    'high iam/user-console-mfa user/bob',
    'medium iam/user-mfa user/bob',
    'low iam/user-direct-policies user/bob',
    'low iam/user-in-group user/bob',
    'medium iam/user-mfa user/deploy',
    'low iam/two-active-keys user/deploy',
    'medium iam/access-key-age user/deploy/access-key-1',
    'medium iam/access-key-expiry-notice user/deploy/access-key-2',
    'medium iam/console-password-unused user/dora',
    'medium iam/password-expiry-notice user/dora',
  ].map((text) => withKeys(text, keys));

/** Keys have no names of their own. */
function withKeys(text: string, keys: Keys): string {
  const name = text.split(' ').at(-1) as keyof Keys;
  return name in keys ? text.replace(/\S+$/, keys[name]) : text;
}

/**
 * Who was open before CloudTrail's memory is open since 90 days before now: that sentence moves with the clock. So does the
 * minute of AWS's report, which the emulator writes anew each time.
 */
const lasting = ({ because, ...finding }: Kept) =>
  finding.check_id === 'aws/exposure/public-since'
    ? finding
    : { ...finding, because: because.replace(/ \(AWS's report of [^)]*\)/, '') };

const about = (bucket: string, questions: readonly string[]) => questions.map((q) => `${q} ${bucket}`);
const names = Object.keys(recipes) as BucketName[];

describeWithMoto('the life of findings', (moto) => {
  let proxy: AwsProxy;
  let s3: S3Client;
  let clients: Clients;
  let keys: Keys;
  const cwd = folder();
  const database = `${cwd}/hipaa.db`;
  const HIPAA_CONFIG = firstRoomsOnly(`${cwd}/first-rooms.yml`);
  const place = () => ({
    cwd,
    env: { ...awsEnv(proxy.endpoint), HIPAA_CONFIG, HIPAA_DATABASE: database },
  });

  const scan = async (reported: readonly Person[] = people): Promise<ScanDocument> => {
    proxy.reset();
    recordedAnswers(proxy, reported, policies);
    const ended = await hipaa(['scan', '--format', 'json', '--all'], place());
    expect(ended.code, ended.err).toBe(1);
    expect(ended.err).toBe('');
    return documentOf(ended);
  };
  const kept = () => ledgerOf(database).findings;
  const worded = ({ severity, check_id, resource }: Kept) =>
    `${severity} ${check_id.slice('aws/'.length)} ${nameOf(resource)}`;
  const one = (check: string, resource: string): Kept => {
    const found = kept().find((f) => f.check_id === `aws/${check}` && nameOf(f.resource) === resource);
    if (!found) throw new Error(`no finding of ${check} on ${resource}`);
    return found;
  };
  /** What the scan did to the ledger, in the words of the history. */
  const changedBy = (document: ScanDocument): Readonly<Record<string, readonly string[]>> => {
    const lines = Object.entries(
      Object.groupBy(historyOf(database, document.scan.id), ({ change }) => change),
    );
    return Object.fromEntries(lines.map(([change, list = []]) => [change, list.map(wordedLine).sort()]));
  };
  const wordedLine = ({ handle }: { handle: string }) => {
    const finding = kept().find((f) => f.handle === handle);
    return finding ? worded(finding).split(' ').slice(1).join(' ') : handle;
  };

  beforeAll(async () => {
    proxy = await startProxy({ upstream: moto.endpoint });
    clients = clientsOf(moto.endpoint);
    s3 = await makeBuckets(moto.endpoint, names);
    await makeIdentities(clients.iam);
    keys = await makeKeys(clients.kms);
    await makeTrail(clients.cloudTrail);
    await makeAccessPoints(clients.s3Control, { closed: 'records', open: 'open-policy' });
  });
  afterAll(async () => {
    s3.destroy();
    clients.destroy();
    await proxy.stop();
  });

  test('the first scan finds exactly what is wrong', async () => {
    const document = await scan();
    const expected = [...names.flatMap((name) => about(name, ofBucket[name])), ...ofTheRest(keys)].sort();
    expect(failing(document)).toEqual(expected);
    expect(document.coverage.notAssessed).toEqual([]);
    expect(document.scan.accounts).toMatchObject([{ id: testAccountId, name: 'default', resources: 32 }]);
    // One observation per question and resource, and none twice.
    const asked = document.observations.map(({ check, resource }) => `${check} ${resource}`);
    expect(new Set(asked).size).toBe(asked.length);
    expect(document.coverage.assessed).toBe(asked.length);
    // What was said is what is kept.
    expect(kept().map(worded).sort()).toEqual(expected);
    const opened = kept().filter(
      (f) => f.status === 'open' && f.triage === 'untriaged' && f.history === 'new',
    );
    expect(opened).toHaveLength(expected.length);
  });

  test('an account that did not change changes nothing', async () => {
    const before = kept();
    const document = await scan();
    expect(changedBy(document)).toEqual({});
    expect(kept().map(lasting)).toEqual(before.map(lasting));
  });

  test('fixed, broken, lowered, not applicable and gone are told apart', async () => {
    for (const [check, resource] of [
      ['s3/bucket-public-access-block', 'half-block'],
      ['s3/bucket-public-read', 'open-acl'],
    ] as const) {
      const { handle } = one(check, resource);
      const said = await hipaa(['ack', handle, 'for', '7d', 'because', 'the vendor is on it'], place());
      expect(said.code, said.out + said.err).toBe(0);
    }
    await s3.send(new PutBucketAclCommand({ Bucket: 'open-acl', ACL: 'private' }));
    await s3.send(new DeletePublicAccessBlockCommand({ Bucket: 'records' }));
    await s3.send(new DeleteBucketPolicyCommand({ Bucket: 'only-ip' }));
    await s3.send(new DeleteBucketCommand({ Bucket: 'only-ip' }));
    await tagged({ DataClassification: 'public', EnvironmentType: 'dev' })(s3, 'phi-open');
    await clients.kms.send(new EnableKeyRotationCommand({ KeyId: keys.plain }));
    await clients.kms.send(new CancelKeyDeletionCommand({ KeyId: keys.doomed }));
    await clients.kms.send(new EnableKeyCommand({ KeyId: keys.doomed }));
    await clients.cloudTrail.send(new StopLoggingCommand({ Name: 'main' }));
    const PolicyArn = `arn:aws:iam::${testAccountId}:policy/everything`;
    await clients.iam.send(new DetachGroupPolicyCommand({ GroupName: 'clinicians', PolicyArn }));
    const bobWithMfa = people.map((person) => (person.name === 'bob' ? { ...person, mfa: true } : person));

    const document = await scan(bobWithMfa);
    const lines = (...list: string[]) => list.map((text) => withKeys(text, keys)).sort();
    expect(changedBy(document)).toEqual({
      resolved: lines(
        'exposure/public-since open-acl',
        's3/bucket-public-read open-acl',
        's3/exposure-blast-radius open-acl',
        'kms/key-rotation plain',
        'kms/key-pending-deletion doomed',
        'phi/tag-dev-conflict phi-open',
        'iam/user-console-mfa user/bob',
        'iam/user-mfa user/bob',
      ),
      new: lines(
        's3/bucket-public-access-block records',
        'cloudtrail/logging-on root',
        'cloudtrail/multi-region root',
        'cloudtrail/s3-data-events-write root',
        'kms/key-rotation doomed',
      ),
      severityLowered: lines('s3/website-hosting phi-open'),
      notApplicable: lines('iam/customer-policy-admin everything'),
      gone: lines(...about('only-ip', bare).map((text) => text.split(' ').slice(1).join(' '))),
    });
    expect(one('s3/website-hosting', 'phi-open').severity).toBe('medium');
    expect(one('iam/customer-policy-admin', 'everything')).toMatchObject({ resolution: 'notApplicable' });
    expect(one('s3/bucket-public-read', 'open-acl')).toMatchObject({
      status: 'resolved',
      resolution: 'fixed',
    });
    expect(one('s3/bucket-versioning', 'only-ip')).toMatchObject({
      status: 'resolved',
      resolution: 'gone',
    });
    // What a person decided is not the scan's to undo.
    expect(one('s3/bucket-public-access-block', 'half-block')).toMatchObject({
      status: 'open',
      triage: 'acknowledged',
      history: 'new acknowledged',
    });
    // No line of the document is about a resource that is gone.
    expect(document.observations.filter(({ resource }) => resource.endsWith(':only-ip'))).toEqual([]);
  });

  test('what comes back is a regression, and nobody has decided about it yet', async () => {
    await listedByAll(s3, 'open-acl');
    await s3.send(new CreateBucketCommand({ Bucket: 'only-ip' }));
    await clients.cloudTrail.send(new StartLoggingCommand({ Name: 'main' }));
    await tagged({ DataClassification: 'PHI', EnvironmentType: 'production' })(s3, 'phi-open');

    const document = await scan();
    const again = [...about('open-acl', readable), ...about('only-ip', bare)];
    expect(changedBy(document)).toEqual({
      regressed: [
        ...again.map((text) => text.split(' ').slice(1).join(' ')),
        'iam/user-console-mfa user/bob',
        'iam/user-mfa user/bob',
      ].sort(),
      resolved: [
        'cloudtrail/logging-on root',
        'cloudtrail/multi-region root',
        'cloudtrail/s3-data-events-write root',
      ],
      severityRaised: ['s3/website-hosting phi-open'],
    });
    expect(one('s3/bucket-public-read', 'open-acl')).toMatchObject({
      status: 'open',
      triage: 'untriaged',
      regressions: 1,
      history: 'new acknowledged resolved regressed',
    });
    expect(one('s3/bucket-versioning', 'only-ip')).toMatchObject({
      status: 'open',
      regressions: 1,
      history: 'new gone regressed',
    });
    expect(one('s3/website-hosting', 'phi-open')).toMatchObject({
      severity: 'critical',
      history: 'new severityLowered severityRaised',
    });
    expect(one('cloudtrail/logging-on', 'root').history).toBe('new resolved');
    expect(one('s3/bucket-public-access-block', 'half-block').history).toBe('new acknowledged');
  });

  test('the ledger tells all of it, and holds together', async () => {
    const { scans, audit, integrity } = ledgerOf(database);
    expect(integrity).toBe('ok');
    expect(scans.map(({ state }) => state)).toEqual(Array(4).fill('finished'));
    const verified = await hipaa(['audit', 'verify'], place());
    expect([verified.code, verified.err]).toEqual([0, '']);
    // Each line of history has its audit record.
    const words = kept().flatMap(({ history }) => history.split(' ').map((change) => `finding.${change}`));
    const told = audit.map(({ action }) => action).filter((action) => action.startsWith('finding.'));
    expect(told.toSorted()).toEqual(words.toSorted());
  });
});
