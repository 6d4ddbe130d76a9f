import type { Engine } from '../context.ts';
import type { PeopleDesk } from '../services.ts';
import { approversAmong } from './approvers.ts';
import { redraw } from './ledger.ts';

/**
 * Waiting cards name those who can approve. People come and go without a word to the bot: a card whose names have changed
 * since the last look is drawn anew, and no other.
 */
export function createWatch(engine: Engine, people: Pick<PeopleDesk, 'members'>): () => Promise<void> {
  const named = new Map<string, string>();
  return async () => {
    const { remediations } = await engine.store.remediations.find({ states: ['proposed'], limit: 500 });
    if (remediations.length === 0) return named.clear();
    const members = await people.members('approver');
    const at = engine.now().toISOString();
    for (const r of remediations) {
      const approvers = approversAmong(engine, members, r);
      const now = approvers.join('\n');
      const before = named.get(r.id);
      named.set(r.id, now);
      if (before === undefined || before === now) continue;
      await engine.store.transaction(async (tx) => {
        const fresh = await tx.remediations.get(r.id);
        if (fresh?.version === r.version) await redraw(engine, tx, fresh, at, approvers);
      });
      engine.wake();
    }
  };
}
