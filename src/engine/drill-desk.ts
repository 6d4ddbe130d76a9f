import { type Actor, including, type Role, signature } from '../domain/people.ts';
import { confirmationOf } from '../domain/plan.ts';
import type { Remediation } from '../domain/remediation.ts';
import { everything } from '../domain/scan.ts';
import type { Engine } from './context.ts';
import { createFreezeDesk } from './freeze-desk.ts';
import { createRemediationDesk } from './remediation/desk.ts';
import { createExecutor } from './remediation/executor.ts';
import { runScan } from './run-scan.ts';
import type { DrillDesk, DrillStep, Origin, PeopleDesk } from './services.ts';

/** A made-up account with a ledger of its own: nothing real can be reached from it. */
export interface Stage {
  /** Over a recording that can be changed in memory, with the rules that are really in force. */
  readonly engine: Engine;
  /** Lets time go by there. */
  later(ms: number): void;
  /** Values written so far. */
  writes(): number;
  close(): Promise<void>;
}

const check = 'aws/s3/bucket-public-access-block';
const remedy = 'bucket-public-access-block';

const actor = (name: string, roles: readonly Role[], id = name): Actor => ({
  platform: 'terminal',
  team: 'drill',
  id,
  name,
  person: name,
  roles: including(roles),
  standing: 'member',
});

const asker = actor('drill-asker', ['approver']);
const otherSelf = { ...asker, id: 'drill-asker-elsewhere' };
const first = actor('drill-first', ['approver']);
const second = actor('drill-second', ['approver']);
const guest: Actor = { ...actor('drill-guest', ['approver']), standing: 'guest' };
const cast = [asker, otherSelf, first, second, guest];

/** Two groups, so that a tier that wants approvers from different ones can be met. */
export const drillGroups = { 'drill-a': [first.person], 'drill-b': [second.person] };

const people: Pick<PeopleDesk, 'actor' | 'members'> = {
  actor: async (id) => cast.find((a) => signature(a) === id) ?? null,
  members: async (role) => cast.filter((a) => a.standing === 'member' && a.roles.includes(role)),
};

const isHere = (x: object): x is Remediation => 'state' in x;

/** Rehearses what must never happen, with the code and the rules that guard the real accounts. */
async function rehearse(stage: Stage): Promise<readonly DrillStep[]> {
  const { engine } = stage;
  const { store } = engine;
  const desk = createRemediationDesk({ engine, people, prove: async () => 'proved', wake: () => {} });
  const freeze = createFreezeDesk(engine, people);
  const executor = createExecutor(engine, people, () => true);
  const steps: DrillStep[] = [];
  const from = (who: Actor): Origin => ({
    actor: who,
    channel: { platform: 'terminal', team: 'drill', id: 'drill' },
    now: engine.now(),
  });
  const signal = new AbortController().signal;
  await runScan(engine, { id: 'S-drill', filter: everything, by: 'system:drill', signal });
  const { findings } = await store.findings.find({ checks: [check], status: 'open' });
  const waiting = [...findings];

  const request = async (): Promise<Remediation> => {
    for (;;) {
      const finding = waiting.shift();
      if (!finding) throw new Error('the drill ran out of findings');
      const ask = { finding: finding.handle, remedy };
      const asked = await desk.request(ask, { reason: 'a rehearsal' }, from(asker));
      if (isHere(asked)) return asked;
    }
  };
  const approve = async (r: Remediation): Promise<void> => {
    const proof = { confirm: confirmationOf(r.plan), code: '000000' };
    await desk.approve(r.id, proof, from(first));
    if (r.plan.tier.quorum === 2) await desk.approve(r.id, proof, from(second));
  };
  const stateOf = async (r: Remediation) => (await store.remediations.get(r.id))?.state ?? 'gone';
  /** Runs the executor, and tells the state and how much was written meanwhile. */
  const carried = async (r: Remediation) => {
    const before = stage.writes();
    await executor.turn();
    return { state: await stateOf(r), wrote: stage.writes() - before };
  };
  const keep = (name: string, held: boolean, says: string) => steps.push({ name, held, says });

  const own = await request();
  const proof = { confirm: confirmationOf(own.plan), code: '000000' };
  const self = [
    await desk.approve(own.id, proof, from(asker)),
    await desk.approve(own.id, proof, from(otherSelf)),
  ];
  const stillOpen = (await stateOf(own)) === 'proposed' && self.every((s) => 'refused' in s);
  keep(
    'self-approval',
    stillOpen,
    'The requester could approve neither as themselves nor under a second account.',
  );

  const stranger = await desk.approve(own.id, proof, from(guest));
  keep(
    'guest',
    'refused' in stranger && (await stateOf(own)) === 'proposed',
    'A guest with the role could not approve.',
  );

  const clocks = engine.rules.remediation.clocks;
  stage.later(clocks.approveWithinMs);
  const late = await desk.approve(own.id, proof, from(first));
  const expired = await carried(own);
  keep(
    'expired request',
    'refused' in late && expired.state === 'expired' && expired.wrote === 0,
    'A vote after the time for approval did not count, and nothing was written.',
  );

  const slow = await request();
  await approve(slow);
  stage.later(clocks.executeWithinMs);
  const stood = await carried(slow);
  keep(
    'expired vote',
    stood.state === 'expired' && stood.wrote === 0,
    'An approval that was not carried out in its time was not carried out later.',
  );

  const moved = await request();
  await approve(moved);
  const [target] = moved.plan.targets;
  const mandate = { remediation: 'drill', requester: 'somebody', approvers: [], resources: ['*'], signal };
  const [account] = engine.provider.accounts().filter((a) => a.id === moved.plan.account);
  if (account) {
    const writer = await engine.provider.openWriter(account, { ...mandate, actions: moved.plan.actions });
    const subject = { id: target.resource, name: target.name, region: target.region };
    const partly = { ...(target.after as Record<string, boolean>), ignorePublicAcls: false };
    await writer.write(moved.plan.kind, moved.plan.fact, subject, partly);
    await writer.close();
  }
  const stale = await carried(moved);
  keep(
    'moved state',
    stale.state === 'stale' && stale.wrote === 0,
    'Somebody else changed the resource after the approval: the plan was not carried out.',
  );

  const stopped = await request();
  await approve(stopped);
  await freeze.on('a rehearsal', from(second));
  const frozen = await carried(stopped);
  keep(
    'kill switch',
    frozen.state === 'frozen' && frozen.wrote === 0,
    'The kill switch was thrown between approval and execution: nothing was written.',
  );
  await freeze.off('a rehearsal', from(first));
  const half = (await freeze.state()).on;
  await freeze.off('a rehearsal', from(second));
  const restarted = !(await freeze.state()).on;
  keep('restart', half && restarted, 'One person alone could not restart changes; two could.');

  const good = await request();
  await approve(good);
  const applied = await carried(good);
  const undo = await desk.undo(good.id, { reason: 'a rehearsal' }, from(asker));
  if (isHere(undo)) await approve(undo);
  const undone = isHere(undo) ? await carried(undo) : { state: 'gone', wrote: 0 };
  keep(
    'fix and undo',
    applied.state === 'applied' && applied.wrote === 1 && undone.state === 'applied' && undone.wrote === 1,
    'An approved fix was written once and verified, and undone by the same road.',
  );

  const chain = await store.audit.verify();
  keep('ledger', chain.ok, 'Every step of the rehearsal stands in its ledger, and the chain holds together.');
  await executor.stop();
  return steps;
}

/** Rehearsals; their result is kept in the real ledger as evidence. */
export function createDrillDesk(engine: Engine, stage: () => Promise<Stage>): DrillDesk {
  return {
    async run(from) {
      const set = await stage();
      try {
        const steps = await rehearse(set);
        const at = from.now.toISOString();
        const { seq } = await engine.store.audit.append({
          at,
          actor: signature(from.actor),
          action: 'drill.finished',
          subject: 'drill',
          detail: {
            held: steps.every((s) => s.held),
            steps: steps.map(({ name, held }) => ({ name, held })),
          },
        });
        return { at, steps, seq };
      } finally {
        await set.close();
      }
    },
  };
}
