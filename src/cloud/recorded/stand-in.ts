import { CloudError } from '../../domain/errors.ts';

/** What a recording still knows of its account; the opt-ins are those of the scan that asks. */
export interface StandIn {
  readonly identity: { readonly id: string; readonly name: string; readonly partition: string };
  readonly regions: readonly string[];
  readonly optIns: ReadonlySet<string>;
  readonly signal: AbortSignal;
}

/**
 * Handed to a fact that is concluded anew, in the place of the cloud's reader: it knows the account, and whatever would
 * ask the cloud says that the answer was not recorded.
 */
export function standIn(known: StandIn, fact: string): object {
  const told: Readonly<Record<PropertyKey, unknown>> = {
    ...known,
    remember: (_key: string, read: () => unknown) => read(),
    recall: (_key: string, read: () => unknown) => read(),
  };
  return new Proxy(told, {
    get: (_, name) =>
      name in told
        ? told[name]
        : () => {
            throw new CloudError('notRecorded', `${fact} was not recorded as it is after a change`);
          },
  });
}
