import type { Channel } from '../../domain/message.ts';
import type { Actor } from '../../domain/people.ts';
import type { Store } from '../../domain/store.ts';
import type { Engine } from '../context.ts';

/** Tells each approver at once, by direct message and in the approvers' channel; not the person who did it. */
export async function tellUrgently(
  engine: Engine,
  tx: Store,
  people: readonly Actor[],
  except: string,
  key: string,
  says: string,
  at: string,
): Promise<void> {
  const message = engine.notices.urgent(says);
  const { channel } = engine.rules.remediation;
  const places: Channel[] = people
    .filter((p) => p.person !== except && p.platform !== 'terminal' && p.platform !== 'system')
    .map(({ platform, team, id }) => ({ platform: platform as Channel['platform'], team, id }));
  for (const place of channel ? [...places, channel] : places)
    await tx.outbox.add({ key: `${key}:${place.platform}:${place.id}`, channel: place, message, at });
}
