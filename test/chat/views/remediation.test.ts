import { describe, expect, test } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { formOf } from '../../../src/chat/form.ts';
import { planDocument } from '../../../src/chat/views/plan-words.ts';
import { refusedWords } from '../../../src/chat/views/refused.ts';
import { remediationCard } from '../../../src/chat/views/remediation.ts';
import { remediationHistory, remediationTargets } from '../../../src/chat/views/remediation-history.ts';
import { remediationSaid } from '../../../src/chat/views/remediation-said.ts';
import { movingStates, type RemediationState } from '../../../src/domain/remediation.ts';
import type { RemediationView, WhyNot } from '../../../src/engine/services.ts';
import { exposed, now } from '../../kit/sample-findings.ts';
import { people } from '../../kit/sample-people.ts';
import {
  did,
  highest,
  overfullPlan,
  planWith,
  policyPlan,
  states,
  targetOf,
  viewOf,
} from '../../kit/sample-remediations.ts';
import { buttonsOf, wordsOf } from '../../kit/test-command.ts';
import { expectFits, isRed, readerFor } from '../../kit/views.ts';

const everyone = readerFor(null);
const all = Object.entries(states);
const view = (name: string): RemediationView => states[name] as RemediationView;
const labels = (v: RemediationView, reader = everyone) =>
  buttonsOf(remediationCard(v, reader)).map((b) => b.label);
const no = (refused: WhyNot['refused']) => (): WhyNot => ({ refused, says: refusedWords[refused] });

describe('the card of a request', () => {
  test('there is a sample of every state', () => {
    const seen = new Set<RemediationState>(all.map(([, v]) => v.remediation.state));
    expect(seen.size).toBe(13);
  });

  test.each(all)('fits any chat: %s', (_, v) => {
    const card = remediationCard(v, everyone);
    expectFits(card);
    expect(card.text).toMatch(/^R-12, /);
    expect(card.text).toMatch(/State: /);
    expectFits(remediationSaid(v, everyone));
  });

  test.each(all)('only what went wrong is red: %s', (_, v) => {
    const wrong = ['failed', 'stale', 'frozen'].includes(v.remediation.state);
    expect(isRed(remediationCard(v, everyone))).toBe(wrong);
  });

  test.each(all)('tells who decided and when, from the ledger: %s', (_, v) => {
    const words = wordsOf(remediationCard(v, everyone));
    expect(words).toMatch(new RegExp(`${v.remediation.requestedBy.name} (asked|gave the reason) on \\d`));
    for (const vote of v.remediation.votes) expect(words).toContain(`${vote.name} approved it`);
  });

  test('says nothing of a deed that the ledger does not hold', () => {
    const applied = view('applied');
    const silent = remediationCard({ ...applied, records: applied.records.slice(0, 1) }, everyone);
    expect(wordsOf(silent)).not.toMatch(/approved it|was written|the check passes/);
  });

  test.each(all.filter(([, v]) => movingStates.includes(v.remediation.state)))(
    'never speaks before the deed: %s',
    (_, v) => expect(wordsOf(remediationCard(v, everyone))).not.toMatch(/\bdone\b|applied|passes/i),
  );

  test('what was written and still fails is never called done', () => {
    const card = remediationCard(view('unverified'), everyone);
    expect(card.text).toContain('State: written, but still failing.');
    expect(wordsOf(card)).not.toMatch(/\bdone\b|\bapplied\b|\bfixed\b|verified/i);
  });

  test('expired and denied are different words', () => {
    expect(wordsOf(remediationCard(view('expired'), everyone))).not.toMatch(/den(y|ied)/i);
    expect(wordsOf(remediationCard(view('denied'), everyone))).not.toMatch(/expir|ran out/i);
    expect(remediationCard(view('denied'), everyone).text).toContain(
      'Ravi denied it: the patient portal reads it until Friday.',
    );
  });

  test('shows what was found in the place of what was planned for', () => {
    expect(remediationCard(view('stale'), everyone).text).toContain(
      'clinic-imaging changed meanwhile: blockPublicAcls from false to true.',
    );
  });

  test('a failed write says whether something may have been changed', () => {
    expect(remediationCard(view('failed'), everyone).text).toContain('may have been changed all the same');
    expect(labels(view('failed'))).toContain('Undo');
    expect(labels(view('failed-before-write'))).not.toContain('Undo');
  });

  test('three clocks', () => {
    const facts = (name: string) =>
      remediationCard(view(name), everyone).blocks.flatMap((b) =>
        b.kind === 'facts' ? b.facts.filter((f) => / by$| until$/.test(f.label)).map((f) => f.value) : [],
      );
    expect(facts('proposed')).toEqual([
      '21 November 2026 at 11:00 UTC',
      'Starts with the approval',
      'Starts with the write',
    ]);
    expect(facts('applied')).toEqual([
      '21 November 2026 at 11:00 UTC',
      '20 November 2026 at 12:10 UTC',
      '27 November 2026 at 11:12 UTC',
    ]);
    expect(facts('denied')[2]).toBe('Nothing was written');
  });

  test('the kill switch is on every open card', () => {
    expect(remediationCard(view('proposed'), everyone).text).toContain('Kill switch: off.');
    const v = { ...view('proposed'), freeze: view('frozen').freeze };
    expect(remediationCard(v, everyone).text).toContain('Kill switch: on since');
    expect(labels(v)).toEqual(['Deny', 'Withdraw', 'History']);
  });

  test('broken glass that is about to be carried out asks nobody', () => {
    const card = remediationCard(viewOf({ breakGlass: true, by: people.ravi }), everyone);
    expectFits(card);
    expect(card.text).toContain('Nobody: the glass was broken');
    expect(wordsOf({ ...card, text: '' }).match(/holds scans of patients/g)).toHaveLength(1);
  });

  test('broken glass is said above all, with its review', () => {
    const open = remediationCard(view('break-glass'), everyone);
    expect(open.text).toContain('Somebody else reviews it by 21 November 2026 at 11:00 UTC');
    expect(labels(view('break-glass'))).toContain('Review');
    expect(labels(view('break-glass'), readerFor(people.ravi))).not.toContain('Review');
    expect(remediationCard(view('break-glass-reviewed'), everyone).text).toContain('Olga reviewed it');
    expect(labels(view('break-glass-reviewed'))).not.toContain('Review');
    const late = readerFor(null, { now: new Date(now.getTime() + 2 * 86_400_000) });
    expect(remediationCard(view('break-glass'), late).text).toContain('is overdue');
  });
});

describe('its buttons', () => {
  test('in a channel, for those who are named', () => {
    const card = remediationCard(view('proposed'), everyone);
    expect(labels(view('proposed'))).toEqual(['Approve', 'Deny', 'Withdraw', 'History']);
    expect(card.text).toContain('Ravi or Olga can approve it. Ann asked for it, so somebody else approves.');
  });

  test('nobody may approve: no button, and the reason', () => {
    const v = { ...view('proposed'), approvers: [] };
    expect(labels(v)).toEqual(['Withdraw', 'History']);
    const { text } = remediationCard(v, everyone);
    expect(text).toContain('Nobody can approve it now');
    expect(text).toContain('under slack.roles or teams.roles.');
  });

  test('fewer than are needed is said', () => {
    const two = viewOf({ plan: planWith([targetOf(exposed)], { tier: highest }) });
    expect(remediationCard({ ...two, approvers: ['Ravi'] }, everyone).text).toContain(
      '2 more approvals are needed, so another approver must be named.',
    );
  });

  test('to the requester: why not, and who can', () => {
    const reader = readerFor(people.ann, {
      why: (deed) => (deed === 'withdraw' ? null : no('selfApproval')()),
    });
    const card = remediationCard(view('proposed'), reader);
    expect(labels(view('proposed'), reader)).toEqual(['Withdraw', 'History']);
    expect(card.text).toContain('You cannot approve it: Whoever asked for a change never approves it');
    expect(card.text).toContain('Ravi and Olga can approve it.');
    expectFits(card, people.ann);
  });

  test('a plain tier is one press, and asks whether one is sure', () => {
    const [approve] = buttonsOf(remediationCard(view('proposed'), everyone));
    const hash = view('proposed').remediation.plan.hash.slice(0, 12);
    expect(approve).toMatchObject({ says: `approve R-12 plan:${hash}`, confirm: expect.any(String) });
    expect(approve?.asks).toBeUndefined();
  });

  test('the highest tier asks for the end of the name and a code, and gives neither', () => {
    const [approve] = buttonsOf(remediationCard(view('proposed-of-two'), everyone));
    const hash = view('proposed-of-two').remediation.plan.hash.slice(0, 12);
    expect(approve).toMatchObject({ says: `approve R-12 plan:${hash} needs:confirm,code`, asks: true });
    const form = formOf(approve?.says ?? '', commands, now);
    expect(form?.fields.map((f) => [f.name, f.required])).toEqual([
      ['confirm', true],
      ['code', true],
    ]);
    expect(JSON.stringify(form)).not.toContain('maging');
  });

  test.each([
    ['applied', ['Undo', 'History']],
    ['unverified', ['Undo', 'Check again', 'History']],
    ['stale', ['Plan anew', 'History']],
    ['expired', ['Plan anew', 'History']],
    ['denied', ['History']],
    ['undone', ['History']],
    ['executing', ['History']],
  ])('%s', (name, expected) => expect(labels(view(name))).toEqual(expected));

  test('undo ends with its window', () => {
    const { remediation } = view('applied');
    const until = Date.parse(remediation.undoUntil ?? '');
    expect(labels(view('applied'), readerFor(null, { now: new Date(until - 1) }))).toContain('Undo');
    expect(labels(view('applied'), readerFor(null, { now: new Date(until) }))).not.toContain('Undo');
  });
});

describe('overfull', () => {
  test('50 resources with odd names: ten, and the way to the others', () => {
    const v = viewOf({ plan: overfullPlan });
    const card = remediationCard(v, everyone);
    expectFits(card);
    expect(wordsOf(card)).toContain('40 more: “show R-12 page:2” lists them.');
    const table = card.blocks.find((b) => b.kind === 'table');
    expect(table?.kind === 'table' && table.rows.length).toBe(10);
    const again = (page: number) => `show R-12 page:${page} --here`;
    const last = remediationTargets(v, { page: 5, again });
    expectFits(last);
    expect(last.text).toContain('These are 41 to 50, page 5 of 5.');
    expectFits(remediationTargets(v, { page: 99, again }));
  });

  test('of many that were begun, how far each has come', () => {
    const v = viewOf(
      { plan: overfullPlan },
      did.approved(people.ravi),
      did.approved(people.olga, -49),
      did.begun,
      did.writing(0),
      did.written(0),
      did.looked(true, 0),
      did.writing(1),
      did.writeFailed('access was denied', false, 1),
    );
    const card = remediationCard(v, everyone);
    expectFits(card);
    expect(wordsOf(card)).toMatch(/Written, passes[\s\S]*Failed[\s\S]*Left as it was/);
    expect(card.text).toContain('State: failed after a write.');
    expect(card.text).toContain('1 of 50 resources written.');
  });

  test('a policy of 20 KB is cut honestly, and the whole is at hand', () => {
    const v = viewOf({ plan: policyPlan });
    expect(JSON.stringify(policyPlan.targets[0].before).length).toBeGreaterThan(20_000);
    const card = remediationCard(v, everyone);
    expectFits(card);
    expect(wordsOf(card)).toMatch(/Takes out: policy statement 41\n- Sid: Statement40\n- Effect: Allow/);
    expect(wordsOf(card)).toMatch(/\d+ lines more: “show R-12 --diff” has all of it\./);
    const whole = planDocument(policyPlan);
    for (const sid of ['Statement40', 'Statement79', '+ Sid: TlsOnly']) expect(whole).toContain(sid);
  });

  test('a reason and names as an attacker makes them', () => {
    const v = viewOf(
      { reason: '<!channel> \u001b[2J *now* '.repeat(19) },
      did.denied(people.ravi, '<@U1> `x` '.repeat(40)),
    );
    expectFits(remediationCard(v, everyone));
    expectFits(remediationSaid(v, everyone));
  });

  test('the whole history, ten records at a time, the newest first seen', () => {
    const { records } = view('applied');
    const many = Array.from({ length: 57 }, (_, i) => ({
      ...(records[i % records.length] as (typeof records)[0]),
      seq: i + 1,
    }));
    const again = (page: number) => `show R-12 --history page:${page}`;
    const v = { ...view('applied'), records: many };
    const page = remediationHistory(v, everyone, { page: undefined, again });
    expectFits(page);
    expect(page.text).toContain('57 records, oldest first.');
    expect(page.text).toContain('This is page 6 of 6.');
    expect(page.text).toContain('Record 57,');
    expectFits(remediationCard(v, everyone));
    expect(wordsOf(remediationCard(v, everyone))).toMatch(/… \d+ earlier: show R-12 --history/);
  });
});

describe('one line for the thread', () => {
  test.each([
    ['proposed', 'Ann asked for it: the imaging bucket holds scans of patients.'],
    ['proposed-of-two', 'Ravi approved it, with a one-time code. 1 of 2 approvals given.'],
    ['approved', 'Ravi approved it. Every approval that is needed has been given.'],
    ['applied', 'the check passes.'],
    ['unverified', 'the check still fails: blockPublicPolicy is off.'],
    ['expired', 'The time for approval ran out, and nobody decided.'],
    ['expired-unexecuted', 'The time to carry it out ran out, and nothing was written.'],
  ])('%s', (name, says) => {
    const { text } = remediationSaid(view(name), everyone);
    expect(text).toMatch(/^R-12 \(Turn on the bucket's public access block, clinic-imaging\): /);
    expect(text).toContain(says);
  });
});
