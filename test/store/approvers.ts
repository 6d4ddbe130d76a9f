// Ten persons with a connection each, in a process of their own. Each line it reads is one thing that all of them do at once.
import { createInterface } from 'node:readline';
import { type Remediation, transition } from '../../src/domain/remediation.ts';
import type { Store } from '../../src/domain/store.ts';
import { openStore } from '../../src/store/open.ts';
import { clocks, vote } from '../kit/store-remediation-samples.ts';
import { hour } from '../kit/store-samples.ts';

const [path = '', first = '0'] = process.argv.slice(2);
const people = await Promise.all(
  Array.from({ length: 10 }, async (_, i) => ({
    name: `person-${Number(first) + i}`,
    store: await openStore(path, { waitMs: 60_000 }),
  })),
);
type Person = (typeof people)[number];

/** The row of `R-2` as each saw it before anybody saved. */
const seen = new Map<string, Remediation>();

async function rowOf(store: Store, id: string): Promise<Remediation> {
  const r = await store.remediations.get(id);
  if (!r) throw new Error(`${id} is not there`);
  return r;
}

/** What becomes of one person's approval: the state that it led to, or why it was refused. */
async function save(tx: Store, name: string, r: Remediation): Promise<string> {
  const step = transition(r, { kind: 'approved', at: hour(2), vote: vote(r, name) }, clocks);
  if (!step.ok) return step.refusal;
  if (!(await tx.remediations.save(step.next))) return 'tooLate';
  await tx.audit.append({
    at: hour(2),
    actor: name,
    action: `remediation.${step.next.state}`,
    subject: r.id,
    detail: { hash: r.plan.hash, version: step.next.version },
  });
  return step.next.state;
}

const deeds: Readonly<Record<string, (p: Person) => Promise<string>>> = {
  approve: ({ store, name }) => store.transaction(async (tx) => save(tx, name, await rowOf(tx, 'R-1'))),
  look: async ({ store, name }) => {
    seen.set(name, await rowOf(store, 'R-2'));
    return 'looked';
  },
  approveAsSeen: ({ store, name }) =>
    store.transaction((tx) => save(tx, name, seen.get(name) as Remediation)),
  approveOfTwo: ({ store, name }) => store.transaction(async (tx) => save(tx, name, await rowOf(tx, 'R-3'))),
  take: async ({ store, name }) => {
    const mark = { host: 'here', pid: process.pid, instance: name };
    const lease = { key: 'run:R-1', owner: name, process: mark, at: hour(2), until: hour(3) };
    return `fence ${await store.leases.take({ ...lease, dead: () => false })}`;
  },
};

process.stdout.write('ready\n');
for await (const line of createInterface({ input: process.stdin })) {
  const deed = deeds[line];
  if (!deed) throw new Error(`${line} is not known here`);
  process.stdout.write(`${JSON.stringify(await Promise.all(people.map(deed)))}\n`);
}
await Promise.all(people.map(({ store }) => store.close()));
