import type { Severity } from './check.ts';
import type { Instant } from './finding.ts';
import type { Safeguard } from './safeguards.ts';

/** What no API tells, and a person says instead: with a day, a document, and an end. */
export interface Topic {
  /** `risk-analysis`: what people type. */
  readonly id: string;
  /** The sentence that is attested. */
  readonly title: string;
  readonly severity: Severity;
  readonly controls: readonly [Safeguard, ...Safeguard[]];
  /** How long it holds, unless the configuration says otherwise: a policy, the rule names no interval. */
  readonly validDays: number;
}

/**
 * In the order of the rule. A year is what other mappings and most policies ask for; the rule itself says "periodic", "as
 * needed" or nothing (45 CFR 164.306(e), 164.308(a)(8), 164.316(b)(2)(iii)).
 */
export const topics = [
  {
    id: 'risk-analysis',
    title: 'An accurate and thorough risk analysis was done',
    severity: 'high',
    controls: ['164.308(a)(1)(ii)(A)'],
    validDays: 365,
  },
  {
    id: 'sanction-policy',
    title: 'A sanction policy is in force, and people know it',
    severity: 'low',
    controls: ['164.308(a)(1)(ii)(C)'],
    validDays: 365,
  },
  {
    id: 'security-official',
    title: 'A security official is named',
    severity: 'medium',
    controls: ['164.308(a)(2)'],
    validDays: 365,
  },
  {
    id: 'access-review',
    title: 'Who has access to ePHI was reviewed, and ended where it should be',
    severity: 'medium',
    controls: ['164.308(a)(3)(ii)(B)', '164.308(a)(3)(ii)(C)', '164.308(a)(4)(ii)(C)'],
    validDays: 180,
  },
  {
    id: 'policies-acknowledged',
    title: 'Everyone who works with the systems has acknowledged the security policies',
    severity: 'medium',
    controls: ['164.308(a)(5)(i)', '164.316(b)(2)(ii)'],
    validDays: 365,
  },
  {
    id: 'training',
    title: 'Everyone has had security awareness training',
    severity: 'medium',
    controls: ['164.308(a)(5)(i)', '164.308(a)(5)(ii)(A)'],
    validDays: 365,
  },
  {
    id: 'incident-plan',
    title: 'The plan for security incidents was rehearsed',
    severity: 'medium',
    controls: ['164.308(a)(6)(i)', '164.308(a)(6)(ii)'],
    validDays: 365,
  },
  {
    id: 'contingency-plan',
    title: 'The contingency plan was tested and revised',
    severity: 'medium',
    controls: ['164.308(a)(7)(i)', '164.308(a)(7)(ii)(D)'],
    validDays: 365,
  },
  {
    id: 'criticality-analysis',
    title: 'It is written down which applications and data are needed first',
    severity: 'low',
    controls: ['164.308(a)(7)(ii)(E)'],
    validDays: 365,
  },
  {
    id: 'evaluation',
    title: 'Technical and other safeguards were evaluated as a whole',
    severity: 'medium',
    controls: ['164.308(a)(8)'],
    validDays: 365,
  },
  {
    id: 'agreements-reviewed',
    title: 'The register of business associate agreements was reviewed',
    severity: 'medium',
    controls: ['164.308(b)(1)', '164.308(b)(3)', '164.314(a)(1)'],
    validDays: 365,
  },
  {
    id: 'facility-access',
    title: 'Who may enter rooms with systems and media was reviewed',
    severity: 'low',
    controls: ['164.310(a)(1)', '164.310(a)(2)(ii)', '164.310(a)(2)(iii)'],
    validDays: 365,
  },
  {
    id: 'workstations',
    title: 'Workstations that reach ePHI are used and guarded as the policy says',
    severity: 'low',
    controls: ['164.310(b)', '164.310(c)'],
    validDays: 365,
  },
  {
    id: 'wireless',
    title: 'Wireless networks of offices that reach ePHI are encrypted and need a login',
    severity: 'medium',
    controls: ['164.310(c)', '164.312(e)(1)'],
    validDays: 365,
  },
  {
    id: 'media-disposal',
    title: 'Media that held ePHI were disposed of and re-used as the policy says',
    severity: 'low',
    controls: ['164.310(d)(2)(i)', '164.310(d)(2)(ii)'],
    validDays: 365,
  },
  {
    id: 'documentation',
    title: 'Policies and procedures were reviewed, and are kept for six years',
    severity: 'low',
    controls: ['164.316(a)', '164.316(b)(2)(i)', '164.316(b)(2)(iii)'],
    validDays: 365,
  },
] as const satisfies readonly Topic[];

/** The kind of a finding that somebody's word is missing; its resource is the topic. */
export const attestationKind = 'bot.attestation';

export type TopicId = (typeof topics)[number]['id'];

/** The control of the catalogue that a topic answers, where one is named otherwise. */
export const controlOfTopic: Readonly<Partial<Record<TopicId, string>>> = {
  'risk-analysis': 'org-annual-risk-assessment',
};

/** Somebody's word. A later one for the same topic takes its place; none is ever changed. */
export interface Attestation {
  readonly topic: string;
  /** The day on which it was so: 2026-11-20. */
  readonly on: string;
  /** The day from which it no longer holds. */
  readonly until: string;
  /** Where it is written down; null where nobody said. */
  readonly document: string | null;
  readonly note: string | null;
  readonly by: string;
  readonly byName: string;
  readonly at: Instant;
}

export type AttestationState = 'missing' | 'valid' | 'lapsed';

const dayMs = 86_400_000;

export const untilOf = (on: string, validDays: number): string =>
  new Date(Date.parse(`${on}T00:00:00Z`) + validDays * dayMs).toISOString().slice(0, 10);

/** Whether it holds now, and how many days are left; the last day is the one before `until`. */
export function standingOf(
  latest: Attestation | null,
  now: Date,
): { readonly state: AttestationState; readonly daysLeft: number | null } {
  if (latest === null) return { state: 'missing', daysLeft: null };
  const left = Math.ceil((Date.parse(`${latest.until}T00:00:00Z`) - now.getTime()) / dayMs);
  return { state: left > 0 ? 'valid' : 'lapsed', daysLeft: left };
}

/** The day, if the text is one that there is: no 30 February. */
export const dayIn = (text: string): string | null => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const at = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== text ? null : text;
};
