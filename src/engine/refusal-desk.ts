import { signature } from '../domain/people.ts';
import type { Engine } from './context.ts';
import type { RefusalDesk } from './services.ts';

/** Who was refused what stands in the ledger, so that somebody can ask why. */
export const createRefusalDesk = ({ store }: Pick<Engine, 'store'>): RefusalDesk => ({
  async record({ verb, because, needs, about }, from) {
    await store.audit.append({
      at: from.now.toISOString(),
      actor: signature(from.actor),
      action: 'command.refused',
      subject: verb,
      detail: {
        because,
        needs,
        standing: from.actor.standing,
        ...(about === undefined ? {} : { about }),
      },
    });
  },
});
