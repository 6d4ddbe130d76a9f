import { describe, expect, test } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { auditVerdict } from '../../../src/chat/views/audit.ts';
import { checksList } from '../../../src/chat/views/checks.ts';
import { coverageLine, openLine } from '../../../src/chat/views/coverage.ts';
import { digestMessage } from '../../../src/chat/views/digest.ts';
import { findingCard } from '../../../src/chat/views/finding.ts';
import { findingsList } from '../../../src/chat/views/findings.ts';
import { helpMessage, verbHelp } from '../../../src/chat/views/help.ts';
import { findingHistory } from '../../../src/chat/views/history.ts';
import { alert, findingChanged, reminder } from '../../../src/chat/views/news.ts';
import { scanProgress, scanResult } from '../../../src/chat/views/scan.ts';
import { stamped } from '../../../src/chat/views/stamp.ts';
import { resourceName, sentences, shown } from '../../../src/chat/views/words.ts';
import type { Message } from '../../../src/domain/message.ts';
import type { HistoryEntry } from '../../../src/domain/store.ts';
import type { Digest, ScanProgress } from '../../../src/engine/services.ts';
import {
  accepted,
  acknowledged,
  checks,
  daysBefore,
  exposed,
  finding,
  gone,
  nasty,
  now,
  overfull,
  typical,
  versioning,
} from '../../kit/sample-findings.ts';
import { people } from '../../kit/sample-people.ts';
import { accountsSample, sampleServices, scanSample } from '../../kit/sample-services.ts';
import { buttonsOf, wordsOf } from '../../kit/test-command.ts';
import { expectFits, readerFor } from '../../kit/views.ts';

const everyone = readerFor(null);

const history: readonly HistoryEntry[] = [
  { at: daysBefore(30), actor: 'system:scan', change: 'new', because: 'versioning is off', scan: 'S-0' },
  { at: daysBefore(20), actor: 'system:scan', change: 'resolved', because: '', scan: 'S-1' },
  { at: daysBefore(3), actor: 'system:scan', change: 'regressed', because: 'versioning is off', scan: 'S-2' },
  { at: daysBefore(1), actor: 'slack:T1:UANN', change: 'acknowledged', because: 'x', scan: null },
];

describe('the finding card', () => {
  test('tells the state in words, and the history by name', () => {
    const card = findingCard(exposed, history, readerFor(people.olga));
    expectFits(card, people.olga);
    expect(card.text).toContain('Severity: critical. State: open again, since 31 October 2026.');
    expect(card.text).toContain('It was due on 7 November 2026.');
    expect(card.text).toContain('Bob owns it.');
    expect(card.text).toContain('19 November 2026, acknowledged by Ann: x');
  });
  const twelve = Array.from({ length: 12 }, (_, i): HistoryEntry => {
    const change = i === 0 ? 'new' : i % 2 ? 'resolved' : 'regressed';
    return { at: daysBefore(30 - i), actor: 'system:scan', change, because: `line ${i + 1}`, scan: 'S' };
  });
  test('of twelve lines of history, the first and the last four, and the way to the others', () => {
    const card = findingCard(exposed, twelve, readerFor(people.olga));
    expectFits(card, people.olga);
    const lines = wordsOf({ ...card, text: '' }).match(
      /line \d+|and \d+ more between: show F-\w+ --history/g,
    );
    expect(lines).toEqual([
      'line 1',
      `and 7 more between: show ${exposed.handle} --history`,
      ...['line 9', 'line 10', 'line 11', 'line 12'],
    ]);
    expect(card.text).toContain(`“show ${exposed.handle} --history” lists them`);
  });
  test('five lines leave nothing out', () => {
    expect(wordsOf(findingCard(exposed, twelve.slice(0, 5), everyone))).not.toMatch(/more between/);
  });
  test('the whole history begins at its newest page', () => {
    const again = (page: number) => `show ${exposed.handle} --history page:${page}`;
    const read = (page?: number) => findingHistory(exposed, twelve, everyone, { page, again });
    expectFits(read());
    expect(read().text.match(/line \d+/g)).toEqual(['line 11', 'line 12']);
    expect(read(1).text.match(/line \d+/g)).toHaveLength(10);
    expect(buttonsOf(read()).map((b) => b.label)).toEqual(['Earlier', `Show ${exposed.handle}`]);
    expect(buttonsOf(read(1)).map((b) => b.label)).toEqual(['Later', `Show ${exposed.handle}`]);
  });
  test('what was seen is nobody’s deed, and what people decided is', () => {
    const deeds: readonly HistoryEntry[] = [
      { at: daysBefore(4), actor: 'system:verify', change: 'resolved', because: '', scan: null },
      { at: daysBefore(3), actor: 'slack:T1:UANN', change: 'regressed', because: 'it is off', scan: null },
      { at: daysBefore(2), actor: 'slack:T1:UANN', change: 'acknowledged', because: 'x', scan: null },
      { at: daysBefore(1), actor: 'system:time', change: 'lapsed', because: '', scan: null },
    ];
    const { text } = findingHistory(exposed, deeds, everyone, { page: undefined, again: String });
    expect(text).toMatch(/seen to be fixed, looked at by the bot.*came back, looked at by \S+: it is off/s);
    expect(text).toMatch(/acknowledged by \S+: x.*put-off time ran out\.?$/s);
  });
  test('a resource that is gone was not fixed, and nothing is asked for', () => {
    const card = findingCard(gone, [], readerFor(people.olga));
    expect(card.text).toContain('State: resource gone, not fixed');
    expect(card.text).not.toMatch(/\bFixed\b|due on/);
    expect(buttonsOf(card).map((b) => b.label)).toEqual(['Share']);
  });
  test('tells who decided, and how long it holds', () => {
    expect(findingCard(acknowledged, [], everyone).text).toContain(
      'Acknowledged by Ann until 22 November 2026.',
    );
    const card = findingCard(accepted, [], everyone);
    expect(card.text).toContain('Risk accepted by Olga until 19 January 2027.');
    expect(card.text).toContain('Compensating control: Only the imaging network reaches it.');
  });
  test('in a channel, offers what somebody there may press', () => {
    expect(buttonsOf(findingCard(versioning, [], everyone)).map((b) => b.label)).toEqual([
      'Acknowledge',
      'Assign to me',
      'Accept risk',
    ]);
  });
  test.each([
    ['write', 'Fix'],
    ['steps', 'How to fix'],
  ] as const)('a fix is offered where there is one: %s', (fixable, label) => {
    const reader = { ...everyone, fixable: () => fixable };
    const [, second] = buttonsOf(findingCard(exposed, [], reader));
    expect(second).toMatchObject({ label, says: `fix ${exposed.handle}` });
    expect(buttonsOf(findingCard(gone, [], reader))).toEqual([]);
    const viewer = findingCard(exposed, [], { ...reader, actor: people.vera });
    expect(buttonsOf(viewer).map((b) => b.label)).toEqual(['Share']);
    expectFits(viewer, people.vera);
  });
  test('the owner is not offered what is theirs', () => {
    const card = findingCard(exposed, [], readerFor(people.bob));
    expect(buttonsOf(card).map((b) => b.label)).toEqual(['Acknowledge', 'Share']);
    expect(card.text).toContain('Accepting the risk needs the role officer, which Olga has.');
  });
  test('a check that has since been removed still has a card', () => {
    expectFits(findingCard(finding({ checkId: 'aws/x/removed', resource: 'r' }), [], everyone));
  });
  test.each(nasty)('a resource called %j', (name) => {
    const odd = finding({
      checkId: 'aws/s3/bucket-versioning',
      resource: name,
      because: name.repeat(20),
      owner: name,
    });
    expectFits(
      findingCard(
        {
          ...odd,
          triage: { kind: 'acknowledged', by: name, reason: name, at: daysBefore(1), until: daysBefore(-1) },
        },
        history,
        everyone,
      ),
    );
  });
});

describe('the list', () => {
  const page = (findings: typeof overfull, total = findings.length) =>
    findingsList(
      {
        total,
        findings,
        page: 1,
        state: 'open',
        asked: [],
        gap: null,
        again: () => 'findings --here',
        filters: [],
      },
      everyone,
    );
  test('empty', () => expect(page([]).text).toBe('No open finding was found.'));
  test('typical', () => {
    const list = page(typical);
    expectFits(list);
    expect(list.text).toContain(
      'F-7K3QX, medium, clinic-intake-forms in production. bucket-versioning: versioning is off, open for 3 days, without an owner.',
    );
  });
  test('500 findings with odd names', () => {
    const list = page(overfull);
    expectFits(list);
    const table = list.blocks.find((b) => b.kind === 'table');
    expect(table?.kind === 'table' && table.rows.length).toBe(10);
  });
});

const digestOf = async (over: Partial<Digest> = {}, samples = {}): Promise<Digest> => ({
  ...(await sampleServices(samples).digests.compose({ since: daysBefore(1), now })),
  ...over,
});
const whole = { assessed: 377, asked: 377, share: 1 };
const none = { critical: 0, high: 0, medium: 0, low: 0, accepted: 0, acknowledged: 0 };
const quiet = { opened: [], resolved: [], gone: [], regressed: [], lapsed: [], pastDue: [], expiring: [] };
const good = (m: Message) => m.blocks.some((b) => b.kind === 'text' && b.tone === 'good');

describe('the digest', () => {
  test('typical', async () => {
    const message = digestMessage(await digestOf(), everyone);
    expectFits(message);
    expect(message.text).toContain('Past due, 1: ');
    expect(message.text).toContain('Gone or no longer applying, not fixed, 1: ');
    expect(message.blocks.find((b) => b.kind === 'trend')).toMatchObject({
      labels: { length: 14 },
      series: { length: 4 },
    });
    expect(message.text).toMatch(/Audit head: record 3, [0-9a-f]{12}\.$/);
  });
  test('nothing changed is one line', async () => {
    const message = digestMessage(await digestOf(quiet), everyone);
    expect(wordsOf(message).match(/Nothing changed since 19 November 2026\./g)).toHaveLength(2);
    expect(wordsOf(message)).not.toMatch(/\bNew \(|Fixed \(/);
  });
  test('nothing open, and all is known', async () => {
    const message = digestMessage(
      await digestOf({ ...quiet, open: none, top: [], coverage: whole, notAssessed: [] }),
      everyone,
    );
    expectFits(message);
    expect(message.text).toContain('No findings are open. All 377 questions were answered.');
    expect(good(message)).toBe(true);
  });
  test.each([
    ['one question open', { coverage: { assessed: 376, asked: 377, share: 376 / 377 } }],
    [
      'an account closed',
      { coverage: whole, accountsRefused: [{ name: 'billing', because: 'access was denied' }] },
    ],
    ['never scanned', { coverage: { assessed: 0, asked: 0, share: 1 }, scannedAt: null }],
  ])('nothing open, but %s: never good news', async (_, over) => {
    const message = digestMessage(await digestOf({ ...quiet, open: none, top: [], ...over }), everyone);
    expectFits(message);
    expect(message.text).toContain('No findings are open among what was assessed.');
    expect(good(message)).toBe(false);
  });
  test('it is of the day on which it is read', async () => {
    const at = '2026-11-19T23:00:00.000Z';
    const message = digestMessage(await digestOf({ at, day: '2026-11-20' }), everyone);
    expect(message.text).toContain('HIPAA digest of 20 November 2026');
  });
  test('a late one says so', async () => {
    const message = digestMessage(await digestOf({ late: daysBefore(0.2) }), everyone);
    expect(message.text).toContain('This digest was due on 20 November 2026 at 07:12 UTC and comes late.');
  });
  test('what two hundred accounts lack is told once', async () => {
    const denied = (permission: string, count: number) => ({ reason: 'denied', permission, count });
    const message = digestMessage(
      await digestOf({
        notAssessed: Array.from({ length: 200 }, (_, i) => [
          { account: `ward-${i}`, ...denied('s3:GetBucketPolicy', 12) },
          { account: `ward-${i}`, ...denied(`x:Action${i % 9}`, 1) },
        ]).flat(),
      }),
      everyone,
    );
    expectFits(message);
    expect(message.text).toContain(
      'Not assessed: 2,400 in 200 accounts because access was denied (s3:GetBucketPolicy); 23 in 23 accounts because access was denied (x:Action0); ',
    );
    expect(message.text).toContain('; and 5 more reasons.');
  });
  test('accounts that nobody looks at any more are named with the day', async () => {
    const noLongerScanned = nasty.map((name, i) => ({
      id: String(i),
      name,
      open: 3,
      scannedAt: daysBefore(17),
    }));
    const message = digestMessage(await digestOf({ noLongerScanned }), everyone);
    expectFits(message);
    expect(message.text).toContain(`${nasty.length} accounts with open findings are not scanned any more`);
    expect(message.text).toContain('(3 open findings, last scanned on 3 November 2026)');
    expect(message.text).toContain(` and ${nasty.length - 5} more. Nothing is learned of them`);
  });
  test('500 findings with odd names: five of each are named, the rest counted', async () => {
    const message = digestMessage(
      await digestOf(
        {
          opened: overfull,
          regressed: overfull,
          resolved: overfull,
          gone: overfull,
          pastDue: overfull,
          expiring: overfull,
          lapsed: overfull,
          top: overfull.slice(0, 5),
        },
        { findings: overfull },
      ),
      everyone,
    );
    expectFits(message);
    expect(wordsOf(message)).toContain('and 495 more');
  });
});

describe('a scan', () => {
  const progress = (n: number, over: Partial<ScanProgress['accounts'][number]> = {}): ScanProgress => ({
    id: 'S-2',
    startedAt: new Date(now.getTime() - 120_000).toISOString(),
    accounts: Array.from({ length: n }, (_, i) => ({
      name: nasty[i % nasty.length] ?? '',
      id: null,
      state: i === 0 ? 'done' : i === 1 ? 'scanning' : 'waiting',
      kindsDone: i === 1 ? 4 : 0,
      kinds: i === 1 ? 8 : 0,
      resources: 3,
      failing: 1,
      notAssessed: 2,
      ...over,
    })),
    resources: 1200,
    calls: 4321,
  });
  test('shows where it is, and can be cancelled', () => {
    const message = scanProgress(progress(3), everyone);
    expectFits(message);
    expect(message.text).toContain('1 of 3 accounts done.');
    expect(message.text).toContain(
      '1,200 resources looked at, 3 failing, 6 not assessed, 4,321 API calls. About 2 minutes left.',
    );
    expect(buttonsOf(message)).toMatchObject([{ says: 'scan cancel', confirm: expect.any(String) }]);
  });
  test('an account that could not be opened says why', () => {
    expect(
      scanProgress(progress(1, { state: 'refused', because: 'the role could not be assumed' }), everyone)
        .text,
    ).toContain('could not be opened: the role could not be assumed.');
  });
  test('200 accounts', () => expectFits(scanProgress(progress(200), everyone)));
  test('no account at all', () => expectFits(scanProgress(progress(0), everyone)));
  test('its result names what it changed and what stays unknown', () => {
    const message = scanResult(scanSample, [exposed], everyone);
    expectFits(message);
    expect(message.text).toContain('2 new, 1 came back, 3 fixed, 1 gone with their resource');
    expect(message.text).toContain('4 are not assessed');
    expect(good(message)).toBe(false);
  });
  test.each([
    ['cancelled', 'was cancelled'],
    ['interrupted', 'was interrupted, because the bot stopped'],
    ['failed', 'failed'],
  ] as const)('%s is not finished', (state, word) => {
    const accounts = accountsSample.map((a) => ({
      ...a,
      notAssessed: [],
      tally: { ...a.tally, unknown: 0 },
    }));
    const message = scanResult(
      { ...scanSample, state, accounts, error: state === 'failed' ? 'disk full' : null },
      [],
      everyone,
    );
    expect(message.text).toContain(word);
    expect(good(message)).toBe(false);
  });
  test('300 accounts, 500 findings', () => {
    const accounts = Array.from({ length: 300 }, (_, i) => ({
      ...(accountsSample[0] as (typeof accountsSample)[0]),
      name: `a${i}`,
      ...(i % 3 ? {} : { refused: 'denied '.repeat(100) }),
    }));
    expectFits(scanResult({ ...scanSample, accounts }, overfull, everyone));
  });
});

describe('other views', () => {
  test('the news of a channel', () => {
    const all = [
      findingChanged(acknowledged, 'acknowledged', people.ann, everyone),
      findingChanged(versioning, 'lapsed', null, everyone),
      alert([exposed, versioning], 3, everyone),
      reminder(acknowledged, everyone),
      reminder(accepted, everyone),
      findingCard(versioning, history, everyone),
    ].map((message) => stamped(message, 'clinic'));
    for (const message of all) {
      expectFits(message);
      expect(message.text).toContain('a made-up clinic');
    }
    expect(all[0]?.text).toMatch(
      /^Ann acknowledged F-\w+ until 22 November 2026\. Reason: The tokens arrive on Monday\./,
    );
    expect(all[2]?.text).toMatch(/^5 findings opened or came back/);
  });
  test('checks, empty and odd', () => {
    expectFits(checksList({ total: 0, enabled: 0, checks: [], page: 1, again: () => 'checks' }));
    const odd = checks
      .map((c, i) => ({ ...c, title: (nasty[i % nasty.length] ?? '').repeat(9) }))
      .slice(0, 10);
    expectFits(
      checksList({ total: 400, enabled: 9, checks: odd, page: 2, again: (p) => `checks page:${p}` }),
    );
  });
  test('help for each verb', () => {
    expectFits(helpMessage(commands, people.olga));
    for (const c of commands) expectFits(verbHelp(c));
  });
  test('a broken audit log is named, and never called whole', () => {
    const message = auditVerdict({ ok: false, seq: 1234, because: 'its hash does not match' });
    expect(message).toMatchObject({ exit: 1 });
    expect(message.text).toContain('The audit log is broken at record 1,234: its hash does not match.');
    expect(message.text).not.toContain('whole');
  });
});

describe('words', () => {
  test('coverage is rounded down', () =>
    expect(coverageLine({ assessed: 99_999, asked: 100_000, share: 0.99999 })).toContain(
      '(99 percent); 1 is not assessed',
    ));
  test('one of each', () =>
    expect(openLine({ ...none, high: 1, accepted: 1 }, whole)).toBe(
      '1 finding is open: 1 high. Of these, 1 accepted.',
    ));
  test('sentences get one full stop each', () =>
    expect(sentences('a', 'b.', null, 'c?', false)).toBe('a. b. c?'));
  test('a long name keeps both ends', () =>
    expect(shown('abcdefghij', 5)).toBe('abc…ij'.replace('abc', 'ab')));
  test.each([
    ['arn:aws:s3:::records', 'records'],
    ['arn:aws:iam::111122223333:user/ann', 'ann'],
    ['arn:aws:lambda:us-east-1:1:function:intake', 'intake'],
    ['plain-name', 'plain-name'],
  ])('%s is called %s', (arn, name) => expect(resourceName(arn)).toBe(name));
});
