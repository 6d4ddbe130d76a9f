import type { Insertable } from 'kysely';
import type { Finding, Triage } from '../domain/finding.ts';
import type { FindingTable, Row } from './tables.ts';

function triageOf(row: Row<'findings'>): Triage {
  const said = {
    by: row.triage_by ?? '',
    reason: row.triage_reason ?? '',
    at: row.triage_at ?? '',
    until: row.triage_until ?? '',
  };
  switch (row.triage) {
    case 'untriaged':
      return { kind: 'untriaged' };
    case 'acknowledged':
      return { kind: 'acknowledged', ...said };
    case 'accepted':
      return { kind: 'accepted', ...said, compensatingControl: row.triage_control ?? '' };
  }
}

export const findingOf = (row: Row<'findings'>): Finding => ({
  fingerprint: row.fingerprint,
  handle: row.handle,
  provider: row.provider,
  account: row.account,
  region: row.region,
  kind: row.kind,
  checkId: row.check_id,
  resource: row.resource,
  ...(row.name === null ? {} : { name: row.name }),
  severity: row.severity,
  because: row.because,
  status: row.status,
  resolution: row.resolution,
  regressions: row.regressions,
  triage: triageOf(row),
  owner: row.owner,
  firstSeen: row.first_seen,
  lastSeen: row.last_seen,
  openedAt: row.opened_at,
  resolvedAt: row.resolved_at,
});

/** What an event may change. */
export function changingPartOf({ triage, ...f }: Finding) {
  const said = triage.kind === 'untriaged' ? null : triage;
  return {
    name: f.name ?? null,
    severity: f.severity,
    because: f.because,
    status: f.status,
    resolution: f.resolution,
    regressions: f.regressions,
    triage: triage.kind,
    triage_by: said?.by ?? null,
    triage_reason: said?.reason ?? null,
    triage_control: said?.kind === 'accepted' ? said.compensatingControl : null,
    triage_at: said?.at ?? null,
    triage_until: said?.until ?? null,
    owner: f.owner,
    last_seen: f.lastSeen,
    opened_at: f.openedAt,
    resolved_at: f.resolvedAt,
  };
}

/** `aws/s3/bucket-logging` is asked of the service `s3`. */
const serviceOf = (checkId: string): string => checkId.split('/')[1] ?? '';

export const rowOf = (f: Finding): Insertable<FindingTable> => ({
  ...changingPartOf(f),
  fingerprint: f.fingerprint,
  handle: f.handle,
  provider: f.provider,
  account: f.account,
  region: f.region,
  kind: f.kind,
  check_id: f.checkId,
  service: serviceOf(f.checkId),
  resource: f.resource,
  first_seen: f.firstSeen,
});
