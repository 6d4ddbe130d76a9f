import { type FreezeState, type FreezeStep, freeze, unfreeze } from '../domain/freeze.ts';
import { may } from '../domain/people.ts';
import { screen } from '../domain/screen.ts';
import type { Engine } from './context.ts';
import { approversOf, personOf } from './remediation/approvers.ts';
import { windowAt } from './remediation/gate.ts';
import { redrawWaiting } from './remediation/ledger.ts';
import { tellUrgently } from './remediation/urgent.ts';
import type { FreezeDesk, Origin, PeopleDesk, Refusal } from './services.ts';

const refusals: Readonly<Record<Extract<FreezeStep, { ok: false }>['refusal'], string>> = {
  alreadyOn: 'Every change is stopped already. `freeze` says by whom.',
  alreadyOff: 'Nothing is stopped.',
  needsAnother: 'You have agreed to restart already; a second person must say `freeze off` too.',
};

const said = {
  stopped: 'freeze.on',
  askedToRestart: 'freeze.restartAsked',
  restarted: 'freeze.off',
} as const;

interface Moved {
  readonly next: FreezeState;
  readonly says: string;
  /** Its record in the ledger. */
  readonly seq: number;
}

/** The kill switch. One person stops, two restart; each step is in the ledger and told to every approver. */
export function createFreezeDesk(engine: Engine, people: Pick<PeopleDesk, 'members'>): FreezeDesk {
  const { store } = engine;

  async function turn(how: typeof freeze, reason: string, from: Origin): Promise<FreezeState | Refusal> {
    const at = from.now.toISOString();
    const by = personOf(from.actor);
    const why = screen(reason).text;
    // The switch is thrown first: nobody waits for a directory or a chat to answer.
    const outcome = await store.transaction(async (tx): Promise<Refusal | Moved> => {
      const step = how(await tx.freezes.get(), by, why, at);
      if (!step.ok) return { refused: refusals[step.refusal] } satisfies Refusal;
      if (!(await tx.freezes.save(step.next))) return { refused: 'Somebody else was faster. Say it again.' };
      const record = await tx.audit.append({
        at,
        actor: by.by,
        action: said[step.did],
        subject: 'freeze',
        detail: { person: by.person, name: by.name, reason: why },
      });
      const says = {
        stopped: `${by.name} has stopped every change. Reason given: ${why}`,
        askedToRestart: `${by.name} asks to let changes happen again. A second person must say \`freeze off\`. Reason given: ${why}`,
        restarted: `Changes may happen again: ${by.name} agreed as the second person. Reason given: ${why}`,
      }[step.did];
      // The approvers' channel is told below.
      if (from.channel.id !== engine.rules.remediation.channel?.id)
        await tx.outbox.add({
          key: `freeze:${record.seq}:here`,
          channel: from.channel,
          message: engine.notices.urgent(says),
          at,
        });
      return { next: step.next, says, seq: record.seq };
    });
    engine.wake();
    if ('refused' in outcome) return outcome;
    const approvers = await people.members('approver').catch((error: unknown) => {
      engine.log.warn({ err: error }, 'the approvers could not be read, so they are not told one by one');
      return [];
    });
    await store.transaction((tx) =>
      tellUrgently(engine, tx, approvers, by.person, `freeze:${outcome.seq}`, outcome.says, at),
    );
    await redrawWaiting(engine, (r) => approversOf(engine, people, r), at).catch((error: unknown) => {
      engine.log.warn({ err: error }, 'the switch was moved, but not every card that waits says so');
    });
    engine.wake();
    return outcome.next;
  }

  return {
    state: () => store.freezes.get(),
    window: () => windowAt(engine, engine.now()),
    async on(reason, from) {
      if (!may(from.actor, 'responder'))
        return { refused: 'You need the role responder to stop every change.' };
      return turn(freeze, reason, from);
    },
    async off(reason, from) {
      if (!may(from.actor, 'approver')) return { refused: 'You need the role approver to restart changes.' };
      return turn(unfreeze, reason, from);
    },
  };
}
