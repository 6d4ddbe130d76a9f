import { signature } from '../domain/people.ts';
import type { Store } from '../domain/store.ts';
import type { AuditDesk } from './services.ts';

export const createAuditDesk = (store: Pick<Store, 'audit'>): AuditDesk => ({
  verify: () => store.audit.verify(),
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
