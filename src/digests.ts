import type { Config } from './config.ts';
import type { Channel } from './domain/message.ts';
import type { Engine } from './engine/context.ts';
import type { DigestDesk } from './engine/services.ts';
import type { Job } from './schedule.ts';

const dayMs = 86_400_000;

/** One job per configured digest. The message, and the slot that it serves, commit together: once per slot, whatever ends. */
export function digestJobs(
  digests: Config['digests'],
  engine: Engine,
  desk: DigestDesk,
  channelOf: (id: string) => Channel,
): readonly Job[] {
  return digests.map((digest) => {
    const name = `digest:${digest.channel}:${digest.accounts.join(',')}:${digest.cron}`;
    const ids = digest.accounts.map(
      (n) => engine.provider.accounts().find((a) => a.name === n || a.id === n)?.id ?? n,
    );
    return {
      name,
      cron: digest.cron,
      timezone: digest.timezone,
      async run(slot, late) {
        const now = engine.now();
        const { store } = engine;
        const since =
          (await store.slots.get(`${name}:since`)) ?? new Date(now.getTime() - dayMs).toISOString();
        const composed = await desk.compose({ accounts: ids, since, now });
        const message = engine.notices.digest(late ? { ...composed, late: slot } : composed);
        const at = now.toISOString();
        await store.transaction(async (tx) => {
          const key = `${name}:${slot}`;
          const first = await tx.outbox.add({
            key,
            channel: channelOf(digest.channel),
            message,
            card: `digest:${key}`,
            at,
          });
          if (!first) return;
          await tx.slots.set(`${name}:since`, at);
          await tx.audit.append({
            at,
            actor: 'system:schedule',
            action: 'digest.queued',
            subject: digest.channel,
            detail: { slot, late },
          });
        });
        engine.wake();
      },
    };
  });
}
