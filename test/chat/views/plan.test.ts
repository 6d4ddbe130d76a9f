import { describe, expect, test } from 'vitest';
import { approvalsMessage } from '../../../src/chat/views/approvals.ts';
import { drillMessage } from '../../../src/chat/views/drill.ts';
import { enrolMessage } from '../../../src/chat/views/enrol.ts';
import { freezeMessage, urgentMessage } from '../../../src/chat/views/freeze.ts';
import { guidedMessage } from '../../../src/chat/views/guided.ts';
import { type PlanView, planMessage } from '../../../src/chat/views/plan.ts';
import { reversibilityText, tierText } from '../../../src/chat/views/plan-words.ts';
import { refusedWords } from '../../../src/chat/views/refused.ts';
import { neverFrozen } from '../../../src/domain/freeze.ts';
import type { Plan } from '../../../src/domain/plan.ts';
import { exposed, nasty, overfull } from '../../kit/sample-findings.ts';
import { people } from '../../kit/sample-people.ts';
import {
  absentPlan,
  highest,
  oneApproval,
  overfullPlan,
  policyPlan,
  states,
  typicalPlan,
  viewOf,
} from '../../kit/sample-remediations.ts';
import { buttonsOf, wordsOf } from '../../kit/test-command.ts';
import { expectFits, isRed, readerFor } from '../../kit/views.ts';

const ann = readerFor(people.ann);
const planned = (plan: Plan, over: Partial<PlanView['planned']> = {}, view: Partial<PlanView> = {}) =>
  planMessage(
    {
      planned: { plan, blocked: null, approvers: ['Ravi', 'Olga'], leftOut: [], already: null, ...over },
      request: `fix F-7K3QX plan:${plan.hash.slice(0, 12)} needs:reason`,
      freeze: neverFrozen,
      window: null,
      ...view,
    },
    ann,
  );
const labels = (...args: Parameters<typeof planned>) => buttonsOf(planned(...args)).map((b) => b.label);

describe('the plan', () => {
  test('is private, and says all that an approver would agree to', () => {
    const message = planned(typicalPlan);
    expectFits(message, people.ann);
    expect(message.visibility).toBe('sender');
    for (const says of [
      'Nothing has been changed: this is only the plan.',
      'blockPublicAcls from false to true.',
      'Will break: the account 999988887777 reads it through its policy and would be refused.',
      'API calls: PutPublicAccessBlock.',
      'IAM actions: s3:PutBucketPublicAccessBlock.',
      'It can be undone',
      'Tier standard: one person other than the requester approves.',
      'Ravi and Olga could approve it.',
    ])
      expect(message.text).toContain(says);
    expect(message.text).not.toContain('ignorePublicAcls');
    expect(message.attachment).toBeUndefined();
  });
  test('asks for the reason, bound to the plan that was looked at', () => {
    expect(buttonsOf(planned(typicalPlan))).toMatchObject([
      { label: 'Request approval', asks: true, says: expect.stringMatching(/ plan:[0-9a-f]{12} /) },
    ]);
  });
  test('absence is said in words', () => {
    const message = planned(absentPlan);
    expectFits(message, people.ann);
    expect(message.text).toContain('blockPublicAcls from nothing is set to true.');
    expect(message.text).toContain('Unknown: it cannot be told');
  });
  test('a dry run offers nothing', () => {
    const { request: _, ...view } = { request: '' };
    expect(
      buttonsOf(
        planMessage(
          {
            planned: { plan: typicalPlan, blocked: null, approvers: ['Ravi'], leftOut: [], already: null },
            freeze: neverFrozen,
            window: null,
            ...view,
          },
          ann,
        ),
      ),
    ).toEqual([]);
  });
  test('what cannot be carried out has no button, and says why', () => {
    const blocked = 'This is a plan only: the account has no remediation role.';
    expect(labels(typicalPlan, { blocked })).toEqual([]);
    expect(planned(typicalPlan, { blocked }).text).toContain(blocked);
  });
  test('the same request again leads to the one that is open', () => {
    expect(labels(typicalPlan, { already: 'R-7' })).toEqual(['Show R-7']);
  });
  test('nobody could approve it', () => {
    const { text } = planned(typicalPlan, { approvers: [] });
    expect(text).toContain('Nobody could approve it if you asked');
    expect(text).toContain('under slack.roles or teams.roles.');
    expect(planned(policyPlan, { approvers: ['Ravi'] }).text).toContain('Ravi could approve it, but 2 must');
  });
  test('a plan that moved says so first', () => {
    expect(planned(typicalPlan, {}, { moved: true }).text).toMatch(
      /^What is there is not what you looked at: the plan has changed, and nothing was requested\./,
    );
  });
  test('a freeze is said beforehand', () => {
    const freeze = states['frozen']?.freeze ?? neverFrozen;
    expect(planned(typicalPlan, {}, { freeze }).text).toContain('Kill switch: on since');
    const window = { name: 'go-live', until: '2026-11-23T06:00:00Z' };
    expect(planned(typicalPlan, {}, { window }).text).toContain(
      'The change freeze “go-live” holds until 23 November 2026 at 06:00 UTC',
    );
  });
  test('50 resources with odd names, 450 left out', () => {
    const leftOut = overfull
      .slice(50)
      .map((f, i) => ({ handle: f.handle, because: nasty[i % nasty.length] ?? '' }));
    const message = planned(overfullPlan, { leftOut });
    expectFits(message, people.ann);
    expect(wordsOf(message)).toContain('40 more: the attached file has all of it.');
    expect(wordsOf(message)).toContain('Left out, 450: ');
    expect(wordsOf(message)).toContain('and 445 more');
    expect(message.attachment?.text.match(/^== /gm)).toHaveLength(50);
  });
  test('a policy of 20 KB', () => {
    const message = planned(policyPlan);
    expectFits(message, people.ann);
    expect(message.attachment?.text).toContain('+ Sid: TlsOnly');
  });
});

describe('words of a plan', () => {
  test.each([
    [oneApproval, 'Tier standard: one person other than the requester approves.'],
    [{ ...oneApproval, confirm: true }, 'approves; that person types the last six characters'],
    [
      highest,
      "from different groups; each of them types the last six characters of the resource's name and gives a one-time code.",
    ],
    [
      { ...highest, distinctGroups: false, confirm: false, stepUp: false },
      'Tier highest: two persons other than the requester approve.',
    ],
  ])('%j', (tier, says) => expect(tierText(tier)).toContain(says));
  test('of many, the first is named', () =>
    expect(tierText(highest, true)).toContain("of the first resource's name"));
  test.each([
    [{ undo: 'fully' }, 'It can be undone'],
    [{ undo: 'partly', because: 'old versions stay' }, 'It can be undone only in part: old versions stay.'],
    [{ undo: 'no', because: 'keys are gone' }, 'It cannot be undone: keys are gone.'],
  ] as const)('%j', (reversibility, says) => expect(reversibilityText({ reversibility })).toContain(says));
  test.each(Object.entries(refusedWords))('%s is a sentence', (_, says) => {
    expect(says).toMatch(/^[A-Z].*\.$/);
  });
});

describe('other views of guarded change', () => {
  const again = (page: number) => `approvals page:${page} --here`;
  const proposed = viewOf({}).remediation;
  test('approvals: none, some, very many', () => {
    const show = (mine: number, asked: number, page = 1) =>
      approvalsMessage(
        {
          mine: Array.from({ length: mine }, (_, i) => ({ ...proposed, id: `R-${i + 1}` })),
          asked: Array.from({ length: asked }, (_, i) => ({ ...proposed, id: `R-${i + 900}` })),
          freeze: neverFrozen,
          page,
          again,
        },
        ann,
      );
    expect(show(0, 0).text).toBe('No request waits for you. None of your own is open. Kill switch: off.');
    for (const [mine, asked] of [
      [0, 0],
      [1, 2],
      [200, 300],
    ] as const)
      expectFits(show(mine, asked), people.ann);
    expect(show(200, 300, 50).text).toContain('This is page 50 of 50.');
    expect(show(200, 300, 99).text).toContain('This is page 50 of 50.');
  });
  test('the kill switch: off, on, half restarted', () => {
    const on = states['frozen']?.freeze ?? neverFrozen;
    const half = {
      ...on,
      restart: { by: { person: 'ravi', by: '', name: 'Ravi' }, reason: 'understood', at: on.at ?? '' },
    };
    const buttons = (f: typeof on, who: typeof people.ann | typeof people.ravi) => {
      const message = freezeMessage(f, null, readerFor(who));
      expectFits(message, who);
      return buttonsOf(message).map((b) => b.label);
    };
    expect(buttons(neverFrozen, people.ann)).toEqual(['Stop every change']);
    expect(buttons(on, people.ann)).toEqual([]);
    expect(buttons(on, people.ravi)).toEqual(['Ask to restart']);
    expect(buttons(half, people.ravi)).toEqual(['Stop every change']);
    expect(buttons(half, people.olga as typeof people.ravi)).toEqual([
      'Stop every change',
      'Agree to restart',
    ]);
    const urgent = urgentMessage('Ravi broke the glass: say `review R-12`.');
    expect(urgent.text).toBe('Ravi broke the glass: say “review R-12”.');
    expectFits(urgentMessage(`Olga has stopped every change. Reason given: ${nasty.join(' ').repeat(9)}`));
  });
  test('a drill of which a gate did not hold is red, and names it first', () => {
    const steps = Array.from({ length: 30 }, (_, i) => ({
      name: `Step ${i}`,
      held: i !== 29,
      says: nasty[i % nasty.length] ?? '',
    }));
    const bad = drillMessage({ at: '2026-11-20T12:00:00Z', steps, seq: 9 });
    expectFits(bad);
    expect(isRed(bad)).toBe(true);
    expect(bad.exit).toBe(1);
    const table = bad.blocks.find((b) => b.kind === 'table');
    expect(table?.kind === 'table' && table.rows[0]?.slice(0, 2)).toEqual(['Step 29', 'Did not hold']);
    expect(bad.text).toMatch(/^The drill is over: 1 gate of 30 did not hold: Step 29\./);
    expect(isRed(drillMessage({ at: '2026-11-20T12:00:00Z', steps: steps.slice(0, 4), seq: 9 }))).toBe(false);
  });
  test('steps for a person, and a way to have them looked at', () => {
    const guidance = {
      id: 'g',
      title: 'Turn on MFA delete',
      cures: ['x'] as const,
      why: 'only the root user can',
      steps: ['Sign in.', 'Run it.'] as const,
    };
    const message = guidedMessage({ guidance, finding: exposed, because: null }, ann);
    expectFits(message, people.ann);
    expect(message.text).toContain('1. Sign in. 2. Run it.');
    expect(buttonsOf(message)[0]).toMatchObject({ label: 'Check again', says: `recheck ${exposed.handle}` });
    expect(message.text).not.toContain('The bot');

    const because = 'Turn it on: no device is named: set `device` of this remedy in the configuration';
    const could = guidedMessage({ guidance, finding: exposed, because }, ann);
    expectFits(could, people.ann);
    expect(could.text).toContain('The bot does not do it here. Turn it on: no device is named: set “device”');
  });
  test('a setup key is for one person only', () => {
    const message = enrolMessage({ setupKey: 'JBSWY3DPEHPK3PXP', png: 'iVBORw0KGgo=' });
    expectFits(message);
    expect(message).toMatchObject({
      personal: true,
      visibility: 'sender',
      attachment: { encoding: 'base64' },
    });
    expect(message.text).not.toContain('JBSW');
    expect(wordsOf(message)).toContain('JBSW Y3DP EHPK 3PXP');
  });
});
