import { type Finding, fingerprintOf, handleOf, type Sighting } from '../../src/domain/finding.ts';
import type { CheckInfo } from '../../src/engine/services.ts';

/** The moment of every sample. */
export const now = new Date('2026-11-20T12:00:00Z');
export const daysBefore = (days: number): string => new Date(now.getTime() - days * 86_400_000).toISOString();

export const production = { id: '111122223333', name: 'production' };
export const research = { id: '444455556666', name: 'research' };

const check = (
  id: string,
  severity: CheckInfo['severity'],
  title: string,
  controls: [string, ...string[]],
  kind: string,
  off?: string,
): CheckInfo => ({
  id,
  severity,
  title,
  controls,
  kind,
  service: id.split('/')[1] ?? '',
  enabled: off === undefined,
  optIn: off ?? null,
  settings: id.endsWith('access-key-age') ? { maxAgeDays: 90 } : {},
});

export const checks: readonly CheckInfo[] = [
  check('aws/iam/root-mfa', 'critical', 'The root user signs in with MFA', ['164.312(d)'], 'aws.iam.account'),
  check(
    'aws/iam/user-mfa',
    'high',
    'People with a password sign in with MFA',
    ['164.312(d)'],
    'aws.iam.user',
  ),
  check(
    'aws/iam/access-key-age',
    'medium',
    'Access keys are replaced in time',
    ['164.308(a)(4)(ii)(B)', '164.312(a)(1)'],
    'aws.iam.accessKey',
  ),
  check(
    'aws/s3/bucket-public-access-block',
    'critical',
    'Public access to the bucket is blocked',
    ['164.312(a)(1)', '164.308(a)(4)(i)'],
    'aws.s3.bucket',
  ),
  check(
    'aws/s3/bucket-versioning',
    'medium',
    'Overwritten and deleted objects can be recovered',
    ['164.308(a)(7)(ii)(A)', '164.312(c)(1)'],
    'aws.s3.bucket',
  ),
  check(
    'aws/s3/bucket-access-logging',
    'medium',
    'Requests to the bucket are logged',
    ['164.312(b)'],
    'aws.s3.bucket',
  ),
  check(
    'aws/s3/bucket-anonymous-url-probe',
    'critical',
    'Strangers cannot read the bucket',
    ['164.312(a)(1)'],
    'aws.s3.bucket',
    'anonymous-probe',
  ),
  ...['a', 'b', 'c', 'd', 'e', 'f'].map((letter) =>
    check(`aws/kms/key-${letter}`, 'low', `Key rule ${letter} holds`, ['164.312(a)(2)(iv)'], 'aws.kms.key'),
  ),
];

export function finding(over: Partial<Finding> & Pick<Sighting, 'checkId' | 'resource'>): Finding {
  const sighting: Sighting = {
    provider: 'aws',
    account: over.account ?? production.id,
    region: over.region ?? 'us-east-1',
    kind: checks.find((c) => c.id === over.checkId)?.kind ?? 'aws.s3.bucket',
    checkId: over.checkId,
    resource: over.resource,
  };
  const fingerprint = fingerprintOf(sighting);
  return {
    fingerprint,
    handle: handleOf(fingerprint),
    ...sighting,
    severity: checks.find((c) => c.id === over.checkId)?.severity ?? 'medium',
    because: 'versioning is off',
    status: 'open',
    resolution: null,
    regressions: 0,
    triage: { kind: 'untriaged' },
    owner: null,
    firstSeen: daysBefore(3),
    lastSeen: daysBefore(0),
    openedAt: daysBefore(3),
    resolvedAt: null,
    ...over,
  };
}

export const versioning = finding({
  checkId: 'aws/s3/bucket-versioning',
  resource: 'arn:aws:s3:::clinic-intake-forms',
  handle: 'F-7K3QX',
});
export const exposed = finding({
  checkId: 'aws/s3/bucket-public-access-block',
  resource: 'arn:aws:s3:::clinic-imaging',
  because: 'blockPublicPolicy is off',
  openedAt: daysBefore(20),
  owner: 'bob',
  regressions: 1,
});
export const acknowledged = finding({
  checkId: 'aws/iam/user-mfa',
  resource: 'arn:aws:iam::111122223333:user/reception',
  region: 'global',
  because: 'no MFA device is registered',
  owner: 'ann',
  triage: {
    kind: 'acknowledged',
    by: 'slack:T1:UANN',
    reason: 'The tokens arrive on Monday',
    at: daysBefore(1),
    until: daysBefore(-2),
  },
});
export const accepted = finding({
  checkId: 'aws/iam/access-key-age',
  resource: 'arn:aws:iam::444455556666:user/imaging-upload',
  account: research.id,
  region: 'global',
  because: 'the key is 214 days old',
  triage: {
    kind: 'accepted',
    by: 'slack:T1:UOLGA',
    reason: 'The modality cannot change its key',
    compensatingControl: 'Only the imaging network reaches it',
    at: daysBefore(30),
    until: daysBefore(-60),
  },
});
export const gone = finding({
  checkId: 'aws/s3/bucket-access-logging',
  resource: 'arn:aws:s3:::clinic-old-site',
  because: 'logging is off',
  status: 'resolved',
  resolution: 'gone',
  resolvedAt: daysBefore(1),
});

export const typical: readonly Finding[] = [exposed, acknowledged, versioning, accepted, gone];

/** Names as an attacker or an accident makes them. */
export const nasty = [
  '<!channel> *urgent* _now_',
  `arn:aws:s3:::${'long-bucket-name-'.repeat(18)}end`,
  'مستشفى-السجلات',
  '😀-emoji-🏥-bucket',
  '\u001b[2J\u001b]0;owned\u0007red',
  'line\nbreak',
  '&lt;b&gt; <@U1> `code` |pipe|',
];

/** More than any chat shows at once. */
export const overfull: readonly Finding[] = Array.from({ length: 500 }, (_, i) =>
  finding({
    checkId: checks[i % checks.length]?.id ?? 'aws/s3/bucket-versioning',
    resource: `${nasty[i % nasty.length]}-${i}`,
    because: i % 9 === 0 ? `seen: ${nasty[i % nasty.length]} ${'and more '.repeat(60)}` : 'versioning is off',
    account: i % 2 ? production.id : research.id,
    openedAt: daysBefore(i % 40),
    owner: i % 5 === 0 ? 'ann' : null,
  }),
);
