import { controlOfTopic, type TopicId } from '../domain/attestation.ts';
import { controlOf } from '../domain/check.ts';
import { isBelow } from '../domain/citation.ts';
import { type Control, isAskedBy, peerNames } from '../domain/control.ts';
import { type Safeguard, safeguards } from '../domain/safeguards.ts';
import { createCheckDesk } from './check-desk.ts';
import type { Engine } from './context.ts';
import type { AttestationDesk, CitationCoverage, CoverageDesk } from './services.ts';

/** What is checked, what is only attested, and what nobody can check, by paragraph of the rule. */
export function createCoverageDesk(
  engine: Engine,
  attestations: Pick<AttestationDesk, 'list'>,
  controls: readonly Control[],
  leftOut: Readonly<Record<string, string>>,
): CoverageDesk {
  const checks = createCheckDesk(engine, controls).all();
  const answered = new Set(engine.checks.map((check) => controlOf(check)));
  const attested = new Set<string>(Object.values(controlOfTopic));
  const open = controls.filter(({ id }) => !answered.has(id) && !attested.has(id));

  return {
    async of(typed = '') {
      const failing = await engine.store.findings.openByCheck();
      const topics = await attestations.list();
      const citations = (Object.keys(safeguards) as Safeguard[])
        .filter((citation) => isBelow(citation, typed))
        .map(
          (citation): CitationCoverage => ({
            citation,
            checks: checks
              .filter((check) => check.controls.includes(citation))
              .map((check) => ({ check, open: failing.get(check.id) ?? 0 })),
            attestations: topics.filter(({ topic }) => topic.controls.includes(citation)),
            unchecked: open
              .filter((control) => control.citations.includes(citation))
              .map(({ id: control, title }) => ({
                control,
                title,
                because: leftOut[control] ?? 'no reason is written down',
              })),
          }),
        );
      const peers = Object.keys(peerNames).map((key) => ({
        name: peerNames[key] ?? key,
        controls: controls.filter((c) => isAskedBy(c, key)).length,
      }));
      return {
        controls: controls.length,
        withCheck: controls.filter(({ id }) => answered.has(id)).length,
        checks: engine.checks.length,
        assessed: (await engine.store.scans.perAccount()).length > 0,
        peers,
        citations,
      };
    },
  };
}

/** The topic that answers a control, if one does. */
export const topicOf = (control: string): TopicId | null =>
  (Object.entries(controlOfTopic).find(([, id]) => id === control)?.[0] as TopicId | undefined) ?? null;
