import { type Attestation, standingOf, type Topic, topics, untilOf } from '../../src/domain/attestation.ts';
import { isBelow } from '../../src/domain/citation.ts';
import { signature } from '../../src/domain/people.ts';
import { type Safeguard, safeguards } from '../../src/domain/safeguards.ts';
import type {
  AttestationDesk,
  AttestationView,
  CitationCoverage,
  CoverageDesk,
} from '../../src/engine/services.ts';
import { now } from './sample-findings.ts';

const asked = ['risk-analysis', 'wireless'];

const said = (topic: string, on: string, byName = 'Olga'): Attestation => ({
  topic,
  on,
  until: untilOf(on, 365),
  document: 'https://docs.example.com/risk',
  note: null,
  by: 'slack:T1:U4',
  byName,
  at: `${on}T12:00:00.000Z`,
});

const viewOf = (topic: Topic, latest: Attestation | null): AttestationView => ({
  topic,
  asked: asked.includes(topic.id),
  validDays: topic.validDays,
  latest,
  ...standingOf(latest, now),
});

/** One topic holds, one that is asked for is missing, and the rest nobody asks for. */
export function sampleAttestations(done: string[]): AttestationDesk {
  const latest = new Map<string, Attestation>([['risk-analysis', said('risk-analysis', '2026-11-02')]]);
  return {
    list: async () => (topics as readonly Topic[]).map((t) => viewOf(t, latest.get(t.id) ?? null)),
    async attest(id, { on = now.toISOString().slice(0, 10), document, note }, from) {
      const topic = (topics as readonly Topic[]).find((t) => t.id === id);
      if (!topic) return { refused: `There is nothing called "${id}" to attest.` };
      latest.set(id, {
        ...said(id, on, from.actor.name),
        by: signature(from.actor),
        document: document ?? null,
        note: note ?? null,
      });
      done.push(`attested ${id} by ${from.actor.name}`);
      return viewOf(topic, latest.get(id) ?? null);
    },
  };
}

const check = (id: string, control: string, severity: 'critical' | 'high' | 'medium') => ({
  id,
  title: `What ${id} asks holds`,
  severity,
  controls: [control],
  kind: 'aws.s3.bucket',
  service: 's3',
  enabled: true,
  optIn: null,
  settings: {},
});

/** Three paragraphs with something, the others with nothing. */
export const sampleCoverage: CoverageDesk = {
  async of(typed = '') {
    const views = await sampleAttestations([]).list();
    const citations = (Object.keys(safeguards) as Safeguard[])
      .filter((citation) => isBelow(citation, typed))
      .map((citation): CitationCoverage => {
        const isAudit = citation === '164.312(b)';
        return {
          citation,
          checks: isAudit
            ? [
                { check: check('aws/cloudtrail/multi-region', citation, 'high'), open: 0 },
                { check: check('aws/s3/bucket-access-logging', citation, 'medium'), open: 4 },
                {
                  check: { ...check('aws/s3/bucket-object-lock', citation, 'medium'), enabled: false },
                  open: 0,
                },
              ]
            : [],
          attestations: views.filter(({ topic }) => topic.controls.some((c) => c === citation)),
          unchecked: isAudit
            ? [
                {
                  control: 'cloudwatch-logs-secrets',
                  title: 'Log group contains secrets',
                  because: 'needs log contents to be read',
                },
              ]
            : [],
        };
      });
    return {
      controls: 291,
      withCheck: 270,
      checks: 280,
      assessed: true,
      peers: [
        { name: 'Prowler', controls: 136 },
        { name: 'Powerpipe', controls: 156 },
      ],
      citations,
    };
  },
};
