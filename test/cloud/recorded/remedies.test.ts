import { describe, expect, test } from 'vitest';
import { checks } from '#checks';
import { remedies } from '#remedies';
import { catalog } from '../../../src/cloud/catalog.ts';
import type { AnyCheck } from '../../../src/domain/check.ts';
import type { AnyRemedy, Circumstances, Guidance } from '../../../src/domain/remedy.ts';
import { evaluate } from '../../../src/engine/evaluate.ts';
import { account, clinic, lakeside, look, put, recorded, subjectOf } from './kit.ts';

const logBucket = 'lakeside-access-logs';
const kmsKeyId = 'arn:aws:kms:us-east-1:111122223333:key/1f0c6a52-0b7e-4c11-9d35-6a1c5f2e8a01';
/** What the clinic would have to configure first. */
const settingsOf: Readonly<Record<string, object>> = {
  'aws/account/security-contact': {
    name: 'Security on call',
    title: 'Security team',
    email: 'security@lakeside.example',
    phone: '+1 555 0100',
  },
  'aws/cloudfront/access-logging': { targetBucket: logBucket },
  'aws/cloudtrail/bucket-access-logging': { targetBucket: logBucket },
  'aws/cloudtrail/kms-encryption': { kmsKeyId },
  'aws/cloudwatch/log-group-kms': { kmsKeyId },
  'aws/elbv2/access-logging': { logBucket },
  'aws/lambda/reserved-concurrency': { mostAtOnce: 10 },
  'aws/s3/access-logging': { targetBucket: logBucket },
  'aws/vpc/flow-logs': { logDestination: `arn:aws:s3:::${logBucket}` },
};

/** The clinic has such resources, and none of them needs it; of other kinds it has none at all. */
const idle: readonly string[] = [
  'aws/backup/plan-policy-retention',
  'aws/backup/plan-retention',
  'aws/cloudfront/tls-minimum',
  'aws/cloudtrail/bucket-not-public',
  'aws/cloudtrail/logging-start',
  'aws/cloudtrail/multi-region',
  'aws/cloudtrail/s3-data-events-write',
  'aws/config/recorder-start',
  'aws/dynamodb/pay-per-request',
  'aws/ec2/sg-all-traffic-open',
  'aws/ec2/sg-common-ports-open',
  'aws/ec2/sg-ssh-open',
  'aws/emr/block-public-access',
  'aws/guardduty/s3-protection',
  'aws/iam/role-trust-without-strangers',
  'aws/kms/key-policy-without-strangers',
  'aws/lambda/url-signed-requests',
  'aws/log/phi-masking',
  'aws/s3/default-encryption',
  'aws/secretsmanager/policy-without-strangers',
  'aws/session/role-session-shorten',
  'aws/sns/policy-without-strangers',
];

/** The clinic needs it, and lacks what it works with. */
const lacking: Readonly<Record<string, string>> = {
  'aws/cloudwatch/trail-alarms': 'a topic to which somebody is subscribed',
  'aws/ec2/elastic-ip-off': 'an address that is its own and not lent',
  'aws/elbv2/http-redirect': 'a listener on port 443',
  'aws/elbv2/web-acl': 'a web ACL',
  'aws/rds/tls-enforced': 'a parameter group of its own for that database',
};

const writing = (remedies as readonly (AnyRemedy | Guidance)[]).filter((r): r is AnyRemedy => 'fact' in r);
const now = new Date(clinic.recordedAt);
const nowhere = new Set([...idle, ...Object.keys(lacking)]);

function at(remedy: AnyRemedy, id: string): Circumstances<unknown> {
  const subject = subjectOf(remedy.kind, id);
  const choice = remedy.choice?.choices[0] ?? null;
  const settings = { ...remedy.settings, ...settingsOf[remedy.id] };
  return { now, settings, tags: {}, account: account.id, partition: 'aws', subject, choice };
}

/** What the check says of the resource now, asked as a scan asks it. */
async function answer(provider: ReturnType<typeof recorded>, check: AnyCheck, id: string) {
  const subject = subjectOf(check.kind, id);
  const facts = await look(provider, check.kind, subject, check.facts);
  const { region } = subject;
  return evaluate(check, facts, {
    now,
    settings: check.settings ?? {},
    tags: {},
    account: account.id,
    region,
  });
}

/** Fixes every failing resource of the clinic, one at a time, and puts it back. */
async function rehearse(remedy: AnyRemedy) {
  const provider = recorded(catalog);
  const cured: string[] = [];
  const wrong: unknown[] = [];
  for (const { kind, subject } of lakeside?.resources ?? []) {
    if (kind !== remedy.kind) continue;
    for (const check of (checks as readonly AnyCheck[]).filter((c) => remedy.cures.includes(c.id))) {
      if ((await answer(provider, check, subject.id)).status !== 'fail') continue;
      const of = subjectOf(kind, subject.id);
      const before = await look(provider, kind, of);
      const current = before[remedy.fact];
      if (!current?.known) {
        wrong.push({ check: check.id, of: subject.id, unread: current });
        continue;
      }
      const desired = remedy.desired(current.value, at(remedy, subject.id));
      if ('cannot' in desired) continue;
      await put(provider, kind, of, remedy.fact, desired.to);
      const after = await answer(provider, check, subject.id);
      if (after.status === 'pass' || after.status === 'notApplicable')
        cured.push(`${check.id} ${subject.id}`);
      await put(provider, kind, of, remedy.fact, current.value);
      expect(await look(provider, kind, of)).toEqual(before);
      expect((await answer(provider, check, subject.id)).status).toBe('fail');
    }
  }
  return { cured, wrong, writes: provider.writes.length };
}

describe.skipIf(writing.length === 0)('the clinic has something to show for', () => {
  test.each(writing.map((r) => [r.id, r] as const))('%s', async (id, remedy) => {
    const { cured, wrong } = await rehearse(remedy);
    expect(wrong, 'record the demo again: node scripts/record-demo.ts').toEqual([]);
    const isHere = lakeside?.resources.some(({ kind }) => kind === remedy.kind);
    if (nowhere.has(id) || !isHere) expect(cured).toEqual([]);
    else expect(cured).not.toEqual([]);
  });

  test('what a plan considers was recorded', () => {
    const missing = writing.flatMap(({ id, kind, fact, considers = [] }) =>
      (lakeside?.resources ?? [])
        .filter((r) => r.kind === kind)
        .flatMap((r) =>
          [fact, ...considers].filter((name) => !r.facts[name]).map((name) => `${id}: ${name}`),
        ),
    );
    expect([...new Set(missing)], 'record the demo again: node scripts/record-demo.ts').toEqual([]);
  });
});
