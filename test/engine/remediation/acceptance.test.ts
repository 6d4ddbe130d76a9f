import { expect, test, vi } from 'vitest';
import { CloudError } from '../../../src/domain/errors.ts';
import type { Store } from '../../../src/domain/store.ts';
import {
  actionsOf,
  ann,
  approved,
  bench,
  beside,
  bob,
  boxes,
  carried,
  cem,
  dee,
  granted,
  kept,
  person,
  planned,
  refusalOf,
  requested,
  undoing,
} from './kit.ts';
import { shownIn } from './pointer.ts';
import { tier } from './tiers.ts';

vi.mock('node:timers/promises', async (original) => (await import('./quick.ts')).quick(original));

/** The twenty checks that users expect. */
const one = 'arn:box:one';

test('acceptance 1: 100 parallel approvals give exactly one execution', async () => {
  const hundred = Array.from({ length: 100 }, (_, i) => person(`P${i}`, ['approver']));
  const b = await bench({ people: [ann, ...hundred], dead: () => false });
  const other = await beside(b);
  const { id } = await requested(b, { finding: await b.finding(one) });
  const answers = await Promise.all(
    hundred.map((who, i) => (i % 2 ? b : other).desk.approve(id, {}, b.from(who))),
  );
  expect(answers.filter((a) => refusalOf(a) === null)).toHaveLength(1);
  await Promise.all([b.executor.turn(), other.executor.turn()]);
  expect((await kept(b, id)).state).toBe('applied');
  expect(b.cloud.written).toHaveLength(1);
  expect((await actionsOf(b, id)).filter((a) => a === 'remediation.writing')).toHaveLength(1);
  shownIn('test/store/hundred-approvals.test.ts', 'give exactly one execution');
});

test('acceptance 2: the same envelope delivered four times has one effect', async () => {
  shownIn('test/chat/router.test.ts', 'the same one four times acts once');
  shownIn('test/chat/slack/adapter.test.ts', 'a delivery that comes again does nothing again');
  // And where the envelope is another one for the same press, the vote counts once.
  const b = await bench({ rules: { tiers: [tier({ quorum: 2 })] } });
  const { id } = await requested(b, { finding: await b.finding(one) });
  await Promise.all(Array.from({ length: 4 }, () => b.desk.approve(id, {}, b.from(bob))));
  expect(await kept(b, id)).toMatchObject({ state: 'proposed', votes: [{ person: 'bob' }], version: 2 });
});

test('acceptance 3: the requester under a second linked account is refused', async () => {
  const annToo = person('AnnToo', ['approver'], { person: 'ann' });
  const terminal = person('Ann', ['officer'], { platform: 'terminal', team: 'local', person: 'ann' });
  const b = await bench({ people: [ann, annToo, bob] });
  const { id } = await requested(b, { finding: await b.finding(one) });
  for (const who of [annToo, terminal])
    expect(refusalOf(await b.desk.approve(id, {}, b.from(who)))).toBe(
      'You asked for R-1 yourself, so a second person must approve it. Another account of yours does not count.',
    );
  expect((await kept(b, id)).votes).toEqual([]);
});

test('acceptance 4: state changed after the approval is not executed, and the difference is shown', async () => {
  const b = await bench();
  const { id } = await approved(b, { finding: await b.finding(one) });
  b.cloud.set('aws.box', 'lid', one, 'ajar');
  await b.executor.turn();
  expect(await kept(b, id)).toMatchObject({
    state: 'stale',
    because: 'the state has changed since the plan was made',
    found: ['ajar'],
    plan: { targets: [{ before: 'open' }] },
  });
  expect(b.cloud.written).toEqual([]);
});

test('acceptance 5: while the ledger cannot be written, AWS is not', async () => {
  let full = false;
  const deaf = (store: Store): Store => ({
    ...store,
    audit: {
      ...store.audit,
      append: (e) => (full ? Promise.reject(new Error('the disk is full')) : store.audit.append(e)),
    },
    transaction: (work) => store.transaction((tx) => work(deaf(tx))),
  });
  const b = await bench({ store: deaf });
  const { id } = await approved(b, { finding: await b.finding(one) });
  full = true;
  await b.executor.turn();
  expect(b.cloud.written).toEqual([]);
  expect(b.cloud.asked.filter((a) => a.includes('write'))).toEqual([]);
  full = false;
  await b.executor.turn();
  expect((await kept(b, id)).state).toBe('applied');
});

test('acceptance 6: the kill switch between approval and execution: not executed', async () => {
  const b = await bench();
  const { id } = await approved(b, { finding: await b.finding(one) });
  granted(await b.freeze.on('an intruder', b.from(ann)));
  await b.executor.turn();
  expect((await kept(b, id)).state).toBe('frozen');
  expect(b.cloud.written).toEqual([]);
  // What was stopped stays stopped: it is asked for anew.
  granted(await b.freeze.off('over', b.from(bob)));
  granted(await b.freeze.off('over', b.from(cem)));
  await b.executor.turn();
  expect(b.cloud.written).toEqual([]);
});

test('acceptance 7: 429 with Retry-After is delivered later, none lost, in order', () => {
  shownIn('test/chat/slack/outbox.test.ts', 'Retry-After is obeyed, nothing is lost, the order is kept');
});

test('acceptance 8: 500 findings fit into 50 blocks, and the rest can be reached', () => {
  shownIn('test/chat/views/views.test.ts', '500 findings with odd names');
  shownIn('test/chat/slack/render.test.ts', '50 blocks fit; of 51 the last ones are counted');
  shownIn(
    'test/story/slack.test.ts',
    'findings are private, paged in place, and PHI that strangers can read is critical',
  );
});

test('acceptance 9: every message has a whole sentence as its text, and every image its words', () => {
  shownIn('test/chat/slack/render.test.ts', 'what a chart or table says is in the text line too');
  shownIn('test/chat/slack/render.test.ts', 'it is within the limits: seeds %i00 …');
  shownIn('test/chat/views/views.test.ts', 'sentences get one full stop each');
});

test('acceptance 10: a deleted card is posted anew, once', () => {
  shownIn('test/chat/slack/outbox.test.ts', 'a deleted card is posted anew once, and edited from then on');
});

test('acceptance 11: the approver has left: others are found, and named on the card', async () => {
  const b = await bench();
  const { id } = await requested(b, { finding: await b.finding(one) });
  expect((await b.desk.get(id))?.approvers).toEqual(['Bob', 'Cem', 'Dee']);
  b.people.set('slack:T1:UBOB', { ...bob, standing: 'deactivated' });
  expect((await b.desk.get(id))?.approvers).toEqual(['Cem', 'Dee']);
  // One who leaves after the vote takes it along.
  granted(await b.desk.approve(id, {}, b.from(cem)));
  b.people.delete('slack:T1:UCEM');
  await b.executor.turn();
  expect(await kept(b, id)).toMatchObject({
    state: 'stale',
    because: 'Cem may not approve any more, so the approval does not count',
  });
  expect(b.cloud.written).toEqual([]);
});

test('acceptance 12: nobody may approve: no request, and the reason is given', async () => {
  const onlyDee = await bench({ people: [ann, dee] });
  const finding = await onlyDee.finding(one);
  const { blocked, approvers } = await planned(onlyDee, { finding }, dee);
  expect([blocked, approvers]).toEqual([
    'Nobody can approve this: it needs a person with the role approver who is not Dee.',
    [],
  ]);
  expect(refusalOf(await onlyDee.desk.request({ finding }, { reason: 'x' }, onlyDee.from(dee)))).toBe(
    blocked,
  );
  const two = await bench({ people: [ann, dee], rules: { tiers: [tier({ quorum: 2 })] } });
  expect((await planned(two, { finding: await two.finding(one) })).blocked).toBe(
    'This needs 2 approvers besides you, and only Dee could.',
  );
});

test('acceptance 13: a forged, old or empty-secret signature is answered with 401', () => {
  shownIn('test/chat/slack/adapter.test.ts', '%s: 401, and nothing is heard');
  shownIn('test/chat/slack/connection.test.ts', 'an empty signing secret');
});

test('acceptance 14: wrong issuer, audience, tenant or algorithm is answered with 401', () => {
  const file = 'test/chat/teams/auth.test.ts';
  shownIn(file, '401 %s');
  for (const row of ['of another issuer', 'for another bot', 'signed with a shared secret', 'not signed'])
    shownIn(file, row);
  shownIn(file, '401 %s, although the token is good');
  shownIn(file, 'from a tenant that is not ours');
});

test('acceptance 15: a reason with a Social Security number is kept masked', async () => {
  const b = await bench();
  const finding = await b.finding(one);
  const ssn = 'patient 123-45-6789 complained';
  const asked = granted(await b.desk.request({ finding }, { reason: ssn }, b.from(ann)));
  if (!('state' in asked)) throw new Error('not asked');
  await b.desk.deny(asked.id, ssn, b.from(bob));
  const all = JSON.stringify([
    await kept(b, asked.id),
    await b.store.audit.about(asked.id),
    await b.store.outbox.due('2027-01-01T00:00:00.000Z', 99),
  ]);
  expect(all).not.toContain('6789');
  expect(asked.reason).toContain('complained');
});

test('acceptance 16: one byte changed in the audit table, and verify names the row', () => {
  shownIn('test/store/tampering.test.ts', 'shows who changed %s');
});

test('acceptance 17: an undo where nothing was set before deletes, and does not set false', async () => {
  const b = await bench({
    kinds: boxes([one], { facts: { lid: { read: () => null, write: {} } } }),
  });
  const { id } = await carried(b, { finding: await b.finding(one) });
  const undo = await undoing(b, id);
  granted(await b.desk.approve(undo.id, {}, b.from(bob)));
  await b.executor.turn();
  expect((await kept(b, id)).state).toBe('undone');
  expect(b.cloud.written.at(-1)?.value).toBeNull();
});

test('acceptance 18: a restart in mid-scan or mid-approval goes on', async () => {
  shownIn(
    'test/story/aws-crash.test.ts',
    'the next scan begins at once, comes to its end, and says what there is to say',
  );
  const b = await bench({ rules: { tiers: [tier({ quorum: 2 })] } });
  const { id } = await requested(b, { finding: await b.finding(one) });
  granted(await b.desk.approve(id, {}, b.from(bob)));
  const restarted = await beside(b);
  expect(granted(await restarted.desk.approve(id, {}, b.from(cem))).state).toBe('approved');
  const again = await beside(b);
  await again.executor.turn();
  expect((await kept(b, id)).state).toBe('applied');
  expect(b.cloud.written).toHaveLength(1);
});

test.each(['guest', 'stranger'] as const)(
  'acceptance 19: a %s who presses is refused, and that is kept',
  async (standing) => {
    const b = await bench();
    const finding = await b.finding(one);
    const { id } = await requested(b, { finding });
    const who = person('Gus', ['approver'], { standing });
    expect(refusalOf(await b.desk.approve(id, {}, b.from(who)))).toBe(
      'Only members of this workspace may change anything.',
    );
    expect((await b.store.audit.about(id)).at(-1)).toMatchObject({
      actor: 'slack:T1:UGUS',
      action: 'remediation.refused',
      detail: { because: 'standing' },
    });
    for (const answer of [
      await b.desk.request({ finding }, { reason: 'x' }, b.from(who)),
      await b.desk.breakGlass({ finding }, { reason: 'x'.repeat(99) }, b.from(who)),
      await b.desk.withdraw(id, 'x', b.from(who)),
      await b.freeze.on('x', b.from(who)),
    ])
      expect(refusalOf(answer)).not.toBeNull();
    shownIn(
      'test/story/slack.test.ts',
      'a viewer and a guest are refused in private, told why, and it is written down',
    );
  },
);

test('acceptance 20: what access is denied to is not assessed, never passed', async () => {
  let denied = false;
  const open = () => {
    if (denied) throw new CloudError('denied', 'the role cannot be assumed', 'sts:AssumeRole');
  };
  const b = await bench({ cloud: { open } });
  const finding = await b.finding(one);
  const { id } = await carried(b, { finding });
  denied = true;
  b.later(15 * 60_000);
  await b.executor.turn();
  expect((await kept(b, id)).state).toBe('unverified');
  expect(refusalOf(await b.desk.recheck(finding, b.from(ann)))).toContain('could not be looked at');
  expect(refusalOf(await b.desk.plan({ finding: await b.finding('arn:box:two') }, b.from(ann)))).toBe(
    'No plan could be made: the role cannot be assumed. The permission sts:AssumeRole may be missing.',
  );
  shownIn(
    'test/story/demo.test.ts',
    'what a scan may not read is not assessed, never passed, and the permission is named',
  );
});
