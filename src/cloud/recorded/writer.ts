import type { AnyCatalog } from '../../domain/catalog.ts';
import { Cancelled, CloudError } from '../../domain/errors.ts';
import type { Mandate, WriteSession } from '../../domain/provider.ts';
import type { Account } from './session.ts';

/** One value that came into force, and on whose word. */
export interface RecordedWrite {
  readonly account: string;
  readonly kind: string;
  readonly fact: string;
  readonly resource: string;
  readonly value: unknown;
  readonly remediation: string;
  readonly requester: string;
  readonly approvers: readonly string[];
}

/** As IAM compares them: `*` any characters, `?` one. */
function matches(pattern: string, arn: string): boolean {
  const literal = pattern.replace(/[\\^$.|+()[\]{}]/g, '\\$&');
  return new RegExp(`^${literal.replaceAll('*', '.*').replaceAll('?', '.')}$`, 's').test(arn);
}

/** Writes to a recorded account. It may do what the mandate names and no more, as a role's session policy would have it. */
export function writerOf(
  account: Account,
  catalog: AnyCatalog,
  mandate: Mandate,
  written: (write: RecordedWrite) => void,
): WriteSession {
  const { id, name, partition } = account.recorded;
  const { remediation, requester, approvers } = mandate;
  return {
    identity: { id, name, partition },
    async write(kind, fact, subject, value) {
      const write = catalog[kind]?.facts[fact]?.write;
      if (!write) throw new Error(`${fact} of ${kind} cannot be set`);
      if (mandate.signal.aborted) throw new Cancelled('the write was cancelled');
      const action = write.permissions.find((a) => !mandate.actions.includes(a));
      if (action !== undefined) throw new CloudError('denied', `${action} is not part of the plan`, action);
      const needed = write.resources?.(subject, value) ?? [subject.id];
      const beyond = needed.find((arn) => !mandate.resources.some((pattern) => matches(pattern, arn)));
      if (beyond !== undefined)
        throw new CloudError('denied', `${beyond} is not part of the plan`, write.permissions[0]);
      const facts = account.factsOf(kind, subject.id);
      if (!facts) throw new CloudError('failed', `the recording has no ${subject.name ?? subject.id}`);
      const [resource, copy] = [subject.id, structuredClone(value)];
      account.changes.set(kind, resource, fact, copy, facts);
      written({ account: id, kind, fact, resource, value: copy, remediation, requester, approvers });
    },
    close: async () => {},
  };
}
