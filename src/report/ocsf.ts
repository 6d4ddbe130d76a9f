import { createHash } from 'node:crypto';
import type { Severity } from '../domain/check.ts';
import type { Observed } from '../engine/reconcile.ts';
import type { Report } from './report.ts';

/**
 * OCSF 1.5 Compliance Finding (class 2003) with the cloud profile, one event per observation, as a JSON array.
 * Source: the Open Cybersecurity Schema Framework, https://schema.ocsf.io/1.5.0/classes/compliance_finding
 */

const classUid = 2003;
const create = 1;

const severityIds: Readonly<Record<Severity, number>> = { low: 2, medium: 3, high: 4, critical: 5 };
const severityNames: Readonly<Record<Severity, string>> = {
  low: 'Low',
  medium: 'Medium',
  high: 'High',
  critical: 'Critical',
};

/** Compliance status: 1 pass, 2 warning, 3 fail, 0 unknown, 99 other. */
const verdicts: Readonly<Record<Observed['status'], readonly [id: number, name: string]>> = {
  pass: [1, 'Pass'],
  fail: [3, 'Fail'],
  unknown: [0, 'Unknown'],
  notApplicable: [99, 'Not applicable'],
};

export interface CheckWords {
  readonly title: string;
}

export function ocsfOf(report: Report, words: (check: string) => CheckWords, version: string): string {
  const time = Date.parse(report.scan.finishedAt ?? report.scan.startedAt);
  const events = report.observations.map((o) => eventOf(o, words(o.check), time, version));
  return `${JSON.stringify(events, null, 2)}\n`;
}

function eventOf(o: Observed, { title }: CheckWords, time: number, version: string) {
  const [statusId, status] = verdicts[o.status];
  const failed = o.status === 'fail';
  const uid = createHash('sha256')
    .update(JSON.stringify([o.account, o.region, o.check, o.resource]))
    .digest('hex');
  const message = o.because ? `${title}: ${o.because}` : title;
  const service = o.check.split('/')[1] ?? '';
  return {
    activity_id: create,
    activity_name: 'Create',
    category_uid: 2,
    category_name: 'Findings',
    class_uid: classUid,
    class_name: 'Compliance Finding',
    type_uid: classUid * 100 + create,
    type_name: 'Compliance Finding: Create',
    time,
    severity_id: failed ? severityIds[o.severity] : 1,
    severity: failed ? severityNames[o.severity] : 'Informational',
    status_id: 1,
    status: 'New',
    message,
    finding_info: { uid, title, desc: message, types: [o.check], created_time: time },
    compliance: {
      standards: ['HIPAA Security Rule (45 CFR Part 164 Subpart C)'],
      requirements: [...o.controls],
      control: o.check,
      status_id: statusId,
      status,
      ...(o.because ? { status_detail: o.because } : {}),
    },
    resources: [{ uid: o.resource, region: o.region, group: { name: service }, type: 'AWS resource' }],
    cloud: {
      provider: 'AWS',
      region: o.region,
      account: { uid: o.account, type_id: 10, type: 'AWS Account' },
    },
    metadata: {
      version: '1.5.0',
      profiles: ['cloud'],
      product: { name: 'hipaa-chatops-bot', vendor_name: 'hipaa-chatops-bot', version },
      event_code: o.check,
    },
    ...(o.finding ? { unmapped: { finding: o.finding } } : {}),
  };
}
