import { describe, expect, test } from 'vitest';
import {
  attestationDue,
  attestationsMessage,
  attestedMessage,
} from '../../../src/chat/views/attestations.ts';
import { expiring } from '../../../src/chat/views/expiring.ts';
import { coverageMessage } from '../../../src/chat/views/paragraphs.ts';
import { type Attestation, standingOf, topics } from '../../../src/domain/attestation.ts';
import { type Safeguard, safeguards } from '../../../src/domain/safeguards.ts';
import type { Notice } from '../../../src/engine/expiry-notices.ts';
import type { AttestationView, CitationCoverage, CoverageSummary } from '../../../src/engine/services.ts';
import { sampleAttestations, sampleCoverage } from '../../kit/sample-coverage.ts';
import { checks, daysBefore, nasty, now, production } from '../../kit/sample-findings.ts';
import { people } from '../../kit/sample-people.ts';
import { buttonsOf, wordsOf } from '../../kit/test-command.ts';
import { expectFits, isRed, readerFor } from '../../kit/views.ts';

const everyone = readerFor(null);
const officer = readerFor(people.olga);
const [topic] = topics;
const long = (name: string) => name.repeat(30);

/** As hostile as people and imports may have made it. */
const saidBy = (name: string, over: Partial<Attestation> = {}): Attestation => ({
  topic: topic.id,
  on: '2026-11-02',
  until: '2027-11-02',
  document: long(name),
  note: long(name),
  by: 'slack:T1:U4',
  byName: name,
  at: daysBefore(18),
  ...over,
});
const views = (latest: Attestation | null, asked = true): AttestationView[] =>
  topics.map((each) => ({
    topic: each,
    asked,
    validDays: each.validDays,
    latest,
    ...standingOf(latest, now),
  }));

describe('the attestations', () => {
  test('none at all', () => {
    const message = attestationsMessage([], officer);
    expectFits(message, people.olga);
    expect(message.text).toContain('Nothing that is asked for is missing: 0 of 0 topics are attested.');
  });
  test('typical', async () => {
    const message = attestationsMessage(await sampleAttestations([]).list(), officer);
    expectFits(message, people.olga);
    expect(message.text).toMatch(
      /^1 attestation that is asked for is missing; 1 of \d+ topics is attested\./,
    );
    expect(buttonsOf(message)).toMatchObject([{ says: 'attest wireless', asks: true }]);
  });
  test('all asked for, and nobody has said anything: five buttons, and every topic in the table', () => {
    const message = attestationsMessage(views(null), officer);
    expectFits(message, people.olga);
    expect(buttonsOf(message)).toHaveLength(5);
    for (const { id } of topics) expect(wordsOf(message)).toContain(id);
    expectFits(attestationsMessage(views(null), everyone));
    expect(buttonsOf(attestationsMessage(views(null), readerFor(people.ann)))).toEqual([]);
  });
  test.each(nasty)('said by %j', (name) => {
    expectFits(attestationsMessage(views(saidBy(name)), officer), people.olga);
    expectFits(attestationsMessage(views(saidBy(name, { until: '2026-01-01' })), officer), people.olga);
    const [view] = views(saidBy(name));
    if (view) expectFits(attestedMessage(view));
    for (const daysLeft of [30, 1, 0, -3]) expectFits(attestationDue(topic, saidBy(name), daysLeft));
  });
  test('what was said, and what is due', () => {
    const [view] = views(saidBy('Olga', { document: null, note: null }));
    if (view) expect(attestedMessage(view).text).toContain('Document: none was named.');
    for (const each of topics) expectFits(attestationDue(each, null, null));
    expect(attestationDue(topic, null, null).text).toContain('Nobody has attested yet that an accurate');
    expect(attestationDue(topic, saidBy('Olga'), 7).text).toContain(
      'holds until 2 November 2027: 7 days left',
    );
    expect(attestationDue(topic, saidBy('Olga'), 0).text).toContain('held until 2 November 2027');
  });
});

describe('the paragraphs of the rule', () => {
  /** Every check asks of every paragraph, whatever it is called, and everything else is left out or attested. */
  const crowded: CoverageSummary = {
    controls: 900,
    withCheck: 880,
    checks: 310,
    assessed: true,
    peers: [{ name: 'Prowler', controls: 136 }],
    citations: (Object.keys(safeguards) as Safeguard[]).map(
      (citation): CitationCoverage => ({
        citation,
        checks: Array.from({ length: 310 }, (_, i) => ({
          check: {
            ...(checks[i % checks.length] as (typeof checks)[number]),
            id: `aws/elasticloadbalancing/listener-with-a-long-name-${i}`,
            title: long(nasty[i % nasty.length] ?? ''),
          },
          open: i * 1000,
        })),
        attestations: views(saidBy(nasty[1] ?? '')),
        unchecked: Array.from({ length: 200 }, (_, i) => ({
          control: `control-of-a-long-name-${i}`,
          title: long(nasty[i % nasty.length] ?? ''),
          because: long(nasty[i % nasty.length] ?? ''),
        })),
      }),
    ),
  };
  const empty: CoverageSummary = {
    controls: 0,
    withCheck: 0,
    checks: 0,
    assessed: false,
    peers: [],
    citations: [],
  };
  const only = (all: CoverageSummary, start: string): CoverageSummary => ({
    ...all,
    citations: all.citations.filter(({ citation }) => citation.startsWith(start)),
  });

  test('nothing is known', () => {
    expectFits(coverageMessage(undefined, empty));
    expectFits(coverageMessage('164.3', empty));
  });
  test.each(['164.308', '164.312', '164.312(b)', '164.316(b)(1)'])('typical: %s', async (typed) =>
    expectFits(coverageMessage(typed, await sampleCoverage.of(typed))),
  );
  test('typical: all of it', async () => expectFits(coverageMessage(undefined, await sampleCoverage.of())));
  test('overfull and hostile: all of it, each section page by page, and each paragraph', () => {
    expectFits(coverageMessage(undefined, crowded));
    for (const page of [1, 2, 3, 4, 99]) {
      expectFits(coverageMessage('164.', only(crowded, '164.'), page));
      expectFits(coverageMessage('164.308', only(crowded, '164.308'), page));
    }
    for (const { citation } of crowded.citations)
      expectFits(coverageMessage(citation, only(crowded, citation)));
  });
  // What begins no paragraph never comes this far.
  test.each(['1', '164', '164.', '164.308(', '164.308(A)(1)', '164.312(a)(2)(i'])('typed as %j', (typed) => {
    for (const page of [1, 2]) expectFits(coverageMessage(typed, only(crowded, typed.toLowerCase()), page));
  });
  test('pages turn both ways', () => {
    const labels = (page: number) =>
      buttonsOf(coverageMessage('164.3', only(crowded, '164.3'), page)).map((b) => b.says);
    expect(labels(1)).toEqual(['coverage 164.3 page:2']);
    expect(labels(2)).toEqual(['coverage 164.3 page:1', 'coverage 164.3 page:3']);
  });
});

describe('what expires soon', () => {
  const notice = (resource: string, daysLeft = 7): Notice => ({
    account: production.id,
    resource,
    daysLeft,
    expiry: { at: '2026-11-27T00:00:00.000Z', says: 'reaches 90 days', todo: 'Make a new key.' },
  });
  test('typical', () => {
    const message = expiring([notice('key 1 of deploy')], 'yours', everyone);
    expectFits(message);
    expect(message.text).toBe(
      'key 1 of deploy in production reaches 90 days on 27 November 2026, in 7 days. Make a new key.',
    );
    expect(isRed(message)).toBe(false);
  });
  test.each(['yours', 'nobodys'] as const)('overfull and hostile: %s', (whose) => {
    const many = Array.from({ length: 500 }, (_, i) => {
      const name = nasty[i % nasty.length] ?? '';
      const todo = `${long(name)} ${i}`;
      return { ...notice(`${name}-${i}`, i % 3), account: name, expiry: { ...notice('').expiry, todo } };
    });
    const message = expiring(many, whose, everyone);
    expectFits(message);
    expect(message.text).toContain('490 more are not named here.');
    for (const name of nasty) expectFits(expiring([notice(name, 0)], whose, everyone));
  });
});
