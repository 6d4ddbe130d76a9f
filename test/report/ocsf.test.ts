import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { fingerprintOf } from '../../src/domain/finding.ts';
import { ocsfOf } from '../../src/report/ocsf.ts';
import { reportOf } from '../../src/report/report.ts';
import { findVenv } from '../kit/aws/venv.ts';
import { observations, scan } from './sample.ts';

const report = reportOf(scan, observations, true);
const text = ocsfOf(report, (check) => ({ title: `title of ${check}` }), '0.1.0');
const events: readonly any[] = JSON.parse(text);

/** Refuses keys that the models do not know at any depth, which pydantic alone would pass over. */
const validator = `
import json, sys
from pydantic import BaseModel
from py_ocsf_models.events.findings.compliance_finding import ComplianceFinding
from py_ocsf_models.objects.cloud import Cloud

# The cloud profile is no part of the class's model.
class InCloud(ComplianceFinding):
    cloud: Cloud

ocsf_1_5 = {"status", "status_details"}  # of the compliance object; the models have not caught up

def strangers(model, given, path):
    for key, value in given.items():
        if key not in type(model).model_fields:
            if not (path == "compliance." and key in ocsf_1_5):
                yield path + key
            continue
        inner = getattr(model, key)
        if isinstance(inner, BaseModel):
            yield from strangers(inner, value, path + key + ".")
        if isinstance(inner, list):
            for one, raw in zip(inner, value):
                if isinstance(one, BaseModel):
                    yield from strangers(one, raw, path + key + ".")

events = json.load(sys.stdin)
for event in events:
    finding = InCloud.model_validate(event)
    assert finding.type_uid == finding.class_uid * 100 + finding.activity_id
    unknown = list(strangers(finding, event, ""))
    assert not unknown, unknown
print(len(events))
`;

/** With CI=true a missing Python fails, so that a green build has really asked the models. */
const venv = await findVenv();
describe.skipIf(!venv.ok && process.env['CI'] !== 'true')('py-ocsf-models', () => {
  const validate = (input: string) => {
    if (!venv.ok) throw new Error(`there is no Python to validate with: ${venv.reason}`);
    return execFileSync(venv.python, ['-c', validator], { input, encoding: 'utf8', stdio: 'pipe' }).trim();
  };

  test('accepts every event, and knows every key', () => {
    expect(validate(text)).toBe(String(observations.length));
  });

  test.each(['finding_info', 'compliance', 'cloud', 'severity_id'])(
    'would refuse an event without %s',
    (key) => {
      const broken = events.map((e) => Object.fromEntries(Object.entries(e).filter(([k]) => k !== key)));
      expect(() => validate(JSON.stringify(broken))).toThrow(key);
    },
  );

  test('would refuse a key that OCSF does not have', () => {
    expect(() => validate(JSON.stringify([{ ...events[0], colour: 'red' }]))).toThrow('colour');
  });
});

test('one event per observation, in the order of the report', () => {
  expect(events.map((e) => e.compliance.control)).toEqual(report.observations.map((o) => o.check));
});

test.each([
  ['fail', 3, 'Fail'],
  ['pass', 1, 'Pass'],
  ['unknown', 2, 'Warning'],
  ['notApplicable', 99, 'Not applicable'],
])('%s is compliance status %i', (status, status_id, name) => {
  const at = report.observations.findIndex((o) => o.status === status);
  expect(events[at].compliance).toMatchObject({ status_id, status: name });
});

test('only a failure is severe', () => {
  expect(events.map((e) => e.severity)).toEqual([
    'Critical',
    'Medium',
    'Low',
    'Informational',
    'Informational',
    'Informational',
  ]);
});

test('a finding keeps its id from scan to scan: the fingerprint that the store knows', () => {
  const [first] = events;
  const {
    account,
    region,
    check: checkId,
    resource,
  } = report.observations[0] as never as Record<string, string>;
  expect(first.finding_info.uid).toBe(
    fingerprintOf({ provider: 'aws', account, region, checkId, resource } as never),
  );
});

test('citations are spelt out, and reasons said', () => {
  expect(events[1].compliance).toMatchObject({
    requirements: ['164.312(c)(1) - Integrity', '164.308(a)(7)(ii)(A) - Data backup plan'],
    status_details: ['versioning is off'],
  });
});

test('says which account, partition and time', () => {
  const gov = events.find((e) => e.compliance.control === 'aws/kms/key-rotation');
  expect(gov.resources[0].cloud_partition).toBe('aws-us-gov');
  expect(gov.cloud.account).toMatchObject({ uid: '111122223333', name: 'production', type_id: 10 });
  expect(gov.time).toBe(Date.parse('2026-11-20T12:00:30.000Z'));
});

test('nothing to say is an empty list', () => {
  expect(ocsfOf(reportOf(scan, [], true), () => ({ title: '' }), '0.1.0')).toBe('[]\n');
});
