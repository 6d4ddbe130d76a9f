import type { Severity } from '../domain/check.ts';
import { fingerprintOf } from '../domain/finding.ts';
import { safeguards } from '../domain/safeguards.ts';
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

/** `Warning` is OCSF's word for "no result, for want of information"; `Other` leaves its wording to the source. */
const verdicts: Readonly<Record<Observed['status'], readonly [id: number, name: string]>> = {
  pass: [1, 'Pass'],
  unknown: [2, 'Warning'],
  fail: [3, 'Fail'],
  notApplicable: [99, 'Not applicable'],
};

const requirement = (citation: string): string => {
  const { title } = safeguards[citation as keyof typeof safeguards] ?? {};
  return title ? `${citation} - ${title}` : citation;
};

export interface CheckWords {
  readonly title: string;
}

export function ocsfOf(report: Report, words: (check: string) => CheckWords, version: string): string {
  const time = Date.parse(report.scan.finishedAt ?? report.scan.startedAt);
  const names = new Map(report.scan.accounts.map((a) => [a.id, a.name]));
  const events = report.observations.map((o) =>
    eventOf(o, words(o.check).title, names.get(o.account) ?? o.account, time, version),
  );
  return `${JSON.stringify(events, null, 2)}\n`;
}

/** Leaves out the finding's own status: what people decided about it is not a scan's to say. */
function eventOf(o: Observed, title: string, accountName: string, time: number, version: string) {
  const [statusId, status] = verdicts[o.status];
  const failed = o.status === 'fail';
  const [provider = '', service = ''] = o.check.split('/');
  const { account, region, resource } = o;
  const uid = fingerprintOf({ provider, account, region, checkId: o.check, resource });
  const message = o.because ? `${title}: ${o.because}` : title;
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
    message,
    finding_info: { uid, title, desc: message, types: [o.check], created_time: time },
    compliance: {
      standards: ['HIPAA Security Rule (45 CFR Part 164)'],
      requirements: o.controls.map(requirement),
      control: o.check,
      desc: title,
      status_id: statusId,
      status,
      ...(o.because ? { status_details: [o.because] } : {}),
    },
    resources: [
      {
        uid: resource,
        region,
        cloud_partition: partitionOf(resource),
        group: { name: service },
        type: 'AWS resource',
      },
    ],
    cloud: {
      provider: 'AWS',
      region,
      account: { uid: account, name: accountName, type_id: 10, type: 'AWS Account' },
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

const partitionOf = (arn: string): string => (arn.startsWith('arn:') && arn.split(':')[1]) || 'aws';
