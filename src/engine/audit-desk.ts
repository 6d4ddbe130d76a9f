import type { ChainVerdict } from '../domain/audit.ts';
import { signature } from '../domain/people.ts';
import { hashOfPlan } from '../domain/plan.ts';
import type { Store } from '../domain/store.ts';
import type { AuditDesk } from './services.ts';

/**
 * A chain whose end was cut off still holds together, but its other half does not: every line of a finding's history
 * was written in one transaction with its record.
 */
async function complete(store: Store, chain: ChainVerdict): Promise<ChainVerdict> {
  if (!chain.ok) return chain;
  const history = (await store.findings.changesSince('')).length;
  const [scan] = await store.scans.latest(1);
  let recorded = 0;
  for await (const record of store.audit.read()) if (record.action.startsWith('finding.')) recorded++;
  const missing = { ok: false, seq: chain.records + 1 } as const;
  if (recorded < history) {
    const lost = history - recorded;
    return {
      ...missing,
      because: `it is missing: ${lost} ${lost === 1 ? 'change of a finding has' : 'changes of findings have'} no record`,
    };
  }
  if (chain.records === 0 && scan)
    return { ...missing, because: 'it is missing: scans are kept, and none is recorded' };
  return (await plansMoved(store)) ?? chain;
}

/** A plan is kept outside the chain, and its hash within: whoever changes the plan afterwards is found out. */
async function plansMoved(store: Store): Promise<ChainVerdict | null> {
  const pageSize = 200;
  for (let offset = 0; ; offset += pageSize) {
    const { remediations } = await store.remediations.find({ offset, limit: pageSize });
    for (const { id, plan } of remediations) {
      const [first] = await store.audit.about(id);
      const agreed = first?.detail['plan'];
      if (agreed === undefined) return { ok: false, seq: 0, because: `${id} was never recorded as proposed` };
      if (agreed !== plan.hash || hashOfPlan(plan) !== plan.hash)
        return {
          ok: false,
          seq: first?.seq ?? 0,
          because: `the plan of ${id} is not the one that was proposed`,
        };
    }
    if (remediations.length < pageSize) return null;
  }
}

export const createAuditDesk = (store: Store): AuditDesk => ({
  verify: async () => complete(store, await store.audit.verify()),
  head: () => store.audit.head(),
  async *export(from = 1, by) {
    if (by) {
      await store.audit.append({
        at: by.now.toISOString(),
        actor: signature(by.actor),
        action: 'audit.exported',
        subject: 'audit',
        detail: { from },
      });
    }
    yield* store.audit.read(from);
  },
});
