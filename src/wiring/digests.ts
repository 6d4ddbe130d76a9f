import type { Config } from '../config.ts';
import type { Channel } from '../domain/message.ts';
import type { Account } from '../domain/provider.ts';
import type { AccountResult } from '../domain/scan.ts';
import { type Engine, knowAccounts } from '../engine/context.ts';
import type { DigestDesk } from '../engine/services.ts';
import type { Job } from '../schedule.ts';
import { dayIn } from '../time/zone-time.ts';

const dayMs = 86_400_000;

type Configured = Config['digests'][number];

/** What one message of a slot tells of. */
interface Part {
  /** Goes into the message's key; empty where one message tells of all. */
  readonly owner: string;
  /** Account ids; null means all, also those that are found out later. */
  readonly accounts: readonly string[] | null;
}

/** What the ledger keeps of an account: since a restart nobody may have told which there are. */
type Kept = Pick<AccountResult, 'id' | 'name' | 'owner'>;

/**
 * The accounts that a digest chooses from: those to scan, by the ids that scans learned, and those that the ledger alone
 * knows, because they are not scanned any more or could not be found out again.
 */
export const knownAccounts = (told: readonly Account[], kept: readonly Kept[]): readonly Kept[] => [
  ...told.map(({ id, name, owner }) => ({
    id: id ?? kept.find((one) => one.name === name)?.id ?? name,
    name,
    ...(owner === undefined ? {} : { owner }),
  })),
  ...kept.filter(
    (one) => !told.some(({ id, name }) => (id === undefined ? name === one.name : id === one.id)),
  ),
];

/** Which accounts each message of a digest tells of. A filter that fits no account gives no message, not one of all. */
export function partsOf(digest: Configured, known: readonly Kept[]): readonly Part[] {
  const { accounts, owners, perOwner } = digest;
  if (accounts.length + owners.length === 0 && !perOwner) return [{ owner: '', accounts: null }];
  const chosen = known.filter(
    ({ id, name, owner }) =>
      (accounts.length === 0 || accounts.includes(name) || accounts.includes(id)) &&
      (owners.length === 0 || (owner !== undefined && owners.includes(owner))),
  );
  if (!perOwner) {
    // An account that nobody can tell of now may have been scanned before.
    const unknown =
      owners.length > 0 ? [] : accounts.filter((a) => !known.some(({ id, name }) => a === id || a === name));
    const ids = [...chosen.map(({ id }) => id), ...unknown];
    return ids.length === 0 ? [] : [{ owner: '', accounts: ids }];
  }
  const byOwner = Map.groupBy(chosen, ({ owner }) => owner ?? 'nobody');
  return [...byOwner].map(([owner, list]) => ({ owner, accounts: list.map(({ id }) => id) }));
}

/** One job per configured digest. The message, and the slot that it serves, commit together: once per slot, whatever ends. */
export function digestJobs(
  digests: Config['digests'],
  engine: Engine,
  desk: DigestDesk,
  channelOf: (id: string) => Channel,
): readonly Job[] {
  return digests.map((digest) => {
    const whom = [...digest.accounts, ...digest.owners.map((owner) => `owner:${owner}`)].join(',');
    const name = `digest:${digest.channel}:${whom}${digest.perOwner ? ':each' : ''}:${digest.cron}`;
    return {
      name,
      cron: digest.cron,
      timezone: digest.timezone,
      async run(slot, late) {
        const now = engine.now();
        const { store } = engine;
        const since =
          (await store.slots.get(`${name}:since`)) ?? new Date(now.getTime() - dayMs).toISOString();
        const at = now.toISOString();
        await knowAccounts(engine);
        const kept = [...(await store.scans.perAccount()), ...(await store.scans.noLongerScanned())];
        const parts = partsOf(digest, knownAccounts(engine.provider.accounts(), kept));
        if (parts.length === 0) engine.log.warn({ digest: name }, 'no account is of this digest');
        const composed = await Promise.all(
          parts.map(async ({ owner, accounts }) => ({
            key: owner === '' ? `${name}:${slot}` : `${name}:${slot}:${owner}`,
            digest: {
              ...(await desk.compose({ accounts: accounts ?? [], since, now })),
              day: dayIn(now, digest.timezone),
              ...(owner === '' ? {} : { owner }),
              ...(late ? { late: slot } : {}),
            },
          })),
        );
        await store.transaction(async (tx) => {
          let first = composed.length === 0;
          for (const { key, digest: told } of composed) {
            const channel = channelOf(digest.channel);
            const message = engine.notices.digest(told);
            if (await tx.outbox.add({ key, channel, message, card: `digest:${key}`, at })) first = true;
          }
          if (!first) return;
          await tx.slots.set(`${name}:since`, at);
          await tx.audit.append({
            at,
            actor: 'system:schedule',
            action: 'digest.queued',
            subject: digest.channel,
            detail: { slot, late, ...(digest.perOwner ? { messages: composed.length } : {}) },
          });
        });
        engine.wake();
      },
    };
  });
}
