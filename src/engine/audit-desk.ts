import type { Store } from '../domain/store.ts';
import type { AuditDesk } from './services.ts';

export const createAuditDesk = (store: Pick<Store, 'audit'>): AuditDesk => ({
  verify: () => store.audit.verify(),
  head: () => store.audit.head(),
  export: (from) => store.audit.read(from),
});
