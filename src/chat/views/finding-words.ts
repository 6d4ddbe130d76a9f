import type { Finding } from '../../domain/finding.ts';
import { safeguards } from '../../domain/safeguards.ts';
import type { CheckInfo } from '../../engine/services.ts';
import type { Reader } from './reader.ts';
import { ageCell, ageOf, dayText, resourceName, said, sentences, severityWord, shown } from './words.ts';

/** The state of a finding in words. A resource that is gone was not fixed, and is never called so. */
export function stateOf(f: Finding): string {
  if (f.status === 'open') return f.regressions > 0 ? 'Open again' : 'Open';
  switch (f.resolution) {
    case 'gone':
      return 'Resource gone, not fixed';
    case 'notApplicable':
      return 'No longer applies';
    case 'fixed':
    case null:
      return 'Fixed';
  }
}

export function triageOf(f: Finding, reader: Pick<Reader, 'nameOf'>): string {
  switch (f.triage.kind) {
    case 'untriaged':
      return 'Not yet triaged';
    case 'acknowledged':
      return `Acknowledged by ${shown(reader.nameOf(f.triage.by), 40)} until ${dayText(f.triage.until)}`;
    case 'accepted':
      return `Risk accepted by ${shown(reader.nameOf(f.triage.by), 40)} until ${dayText(f.triage.until)}`;
  }
}

/** One word for a table cell. */
export const triageWord = (f: Finding): string =>
  f.status === 'resolved'
    ? stateOf(f)
    : { untriaged: 'Not triaged', acknowledged: 'Acknowledged', accepted: 'Accepted' }[f.triage.kind];

export const ownerOf = (f: Finding, reader: Pick<Reader, 'nameOf'>): string =>
  f.owner === null ? 'Nobody' : shown(reader.nameOf(f.owner), 40);

export const isPastDue = (f: Finding, reader: Pick<Reader, 'dueAt' | 'now'>): boolean =>
  f.status === 'open' && f.triage.kind === 'untriaged' && Date.parse(reader.dueAt(f)) < reader.now.getTime();

/** "lakeside-pacs (i-0abcdef)": by the name, with the id that AWS knows it by where there is room. */
export function resourceOf(f: Finding, longest = 60): string {
  const id = resourceName(f.resource, f.account);
  if (f.name === undefined) return shown(id, longest);
  const both = `${f.name} (${id})`;
  return shown(both.length <= longest ? both : f.name, longest);
}

/** By which check, and what it saw: two checks may have seen the same thing. */
export const wrongOf = (f: Finding, longest = 90): string =>
  said(`${f.checkId.split('/').at(-1)}: ${f.because}`, longest);

export const ageOfFinding = (f: Finding, reader: Pick<Reader, 'dueAt' | 'now'>): string =>
  isPastDue(f, reader) ? `${ageCell(f.openedAt, reader.now)}, past due` : ageCell(f.openedAt, reader.now);

/** "F-7K3QX, high, records in production: bucket-versioning: versioning is off, open for 3 days, owned by Ann" */
export function line(f: Finding, reader: Reader): string {
  const owner = f.owner === null ? 'without an owner' : `owned by ${ownerOf(f, reader)}`;
  const where = `${resourceOf(f, 40)} in ${shown(reader.accountName(f.account), 30)}`;
  const head = `${f.handle}, ${severityWord[f.severity].toLowerCase()}, ${where}. ${wrongOf(f, 120)}`;
  return f.status === 'open'
    ? `${head}, open for ${ageOf(f.openedAt, reader.now)}, ${owner}`
    : `${head}, ${stateOf(f).toLowerCase()}`;
}

/** "164.312(c)(1) Integrity" */
function citationOf(citation: string): string {
  const known = (safeguards as Readonly<Record<string, { title: string; type: string }>>)[citation];
  if (!known) return citation;
  return known.type === 'standard'
    ? `${citation} ${known.title}`
    : `${citation} ${known.title} (${known.type})`;
}

/** Which paragraphs a check serves, and whose claim that is. */
export function safeguardsOf(check: Pick<CheckInfo, 'controls' | 'proposed'>, most = 8): string {
  const cited = check.controls.slice(0, most).map(citationOf).join('; ');
  return check.proposed ? `${cited} (proposed: this project’s own mapping)` : cited;
}

export const named = (findings: readonly Finding[], reader: Reader, most: number): string =>
  sentences(...findings.slice(0, most).map((f) => line(f, reader)));
