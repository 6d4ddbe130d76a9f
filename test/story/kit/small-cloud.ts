import type { AnyCatalog, Subject } from '../../../src/domain/catalog.ts';
import type { AnyCheck, Context, Verdict } from '../../../src/domain/check.ts';
import type { UnknownReason } from '../../../src/domain/collected.ts';
import { CloudError, NotKnown } from '../../../src/domain/errors.ts';
import type { Account, Provider } from '../../../src/domain/provider.ts';

type Needs = Readonly<Record<string, { known: boolean; value?: unknown }>>;

export interface SmallFact {
  readonly needs?: readonly string[];
  readonly permissions?: readonly string[];
  read(subject: Subject, needs: Needs): Promise<unknown> | unknown;
}

export interface SmallKind {
  readonly scope?: 'global' | 'regional';
  readonly early?: true;
  readonly permissions?: readonly string[];
  list(region: string, account: Account): AsyncIterable<Subject> | Iterable<Subject>;
  readonly facts?: Readonly<Record<string, SmallFact>>;
}

export interface SmallCloud {
  readonly provider: Provider;
  /** What was asked, in its order: `open a`, `list aws.kind region`, `read aws.kind.fact id`, `close a`. */
  readonly asked: string[];
}

/** A cloud of a few lines, for the engine's tables: everything that AWS is stays with the stories. */
export function smallCloud(
  kinds: Readonly<Record<string, SmallKind>>,
  options: {
    accounts?: readonly Account[];
    regions?: readonly string[];
    open?: (account: Account) => Promise<void> | void;
  } = {},
): SmallCloud {
  const { accounts = [{ name: 'one', id: '111111111111' }], regions = ['east', 'west'], open } = options;
  const asked: string[] = [];
  const catalog: AnyCatalog = Object.fromEntries(
    Object.entries(kinds).map(([name, kind]) => [
      name,
      {
        title: name,
        scope: kind.scope ?? 'global',
        ...(kind.early ? { early: true as const } : {}),
        permissions: kind.permissions ?? [],
        pattern: ({ id }, region) => `arn:${name}:${region}:${id}:*`,
        async *list() {},
        facts: Object.fromEntries(
          Object.entries(kind.facts ?? {}).map(([fact, { needs, permissions = [] }]) => [
            fact,
            {
              from: needs ? ('facts' as const) : ('call' as const),
              permissions,
              ...(needs ? { needs } : {}),
              read: () => null,
            },
          ]),
        ),
      },
    ]),
  );
  const provider: Provider = {
    name: 'aws',
    catalog,
    accounts: () => accounts,
    async open(account) {
      asked.push(`open ${account.name}`);
      await open?.(account);
      let calls = 0;
      return {
        identity: { id: account.id ?? account.name, name: account.name, partition: 'aws' },
        regions,
        async *list(kind, region) {
          asked.push(`list ${kind} ${region}`);
          calls++;
          yield* kinds[kind]?.list(region, account) ?? [];
        },
        async read(kind, fact, subject, needs) {
          asked.push(`read ${kind}.${fact} ${subject.id}`);
          calls++;
          return kinds[kind]?.facts?.[fact]?.read(subject, needs as Needs);
        },
        calls: () => calls,
        close: async () => {
          asked.push(`close ${account.name}`);
        },
      };
    },
    classify(error) {
      if (error instanceof NotKnown) return error.why;
      if (error instanceof CloudError) {
        const { reason, message, permission } = error;
        return permission === undefined ? { reason, message } : { reason, message, permission };
      }
      return { reason: 'failed' as UnknownReason, message: 'it broke' };
    },
  };
  return { provider, asked };
}

export const subject = (id: string, more: Partial<Subject> = {}): Subject => ({
  id,
  region: 'global',
  ...more,
});

/** A check that asks one kind for some facts; fails where one of them is `bad`. */
export function smallCheck(
  id: string,
  kind: string,
  facts: readonly string[],
  more: Partial<AnyCheck> = {},
): AnyCheck {
  const evaluate = (values: Readonly<Record<string, unknown>>, _: Context<unknown>): Verdict => {
    const bad = Object.entries(values).find(([, value]) => value === 'bad');
    if (bad) return { status: 'fail', because: `${bad[0]} is bad` };
    const absent = Object.entries(values).find(([, value]) => value === 'absent');
    return absent ? { status: 'notApplicable', because: `${absent[0]} is absent` } : { status: 'pass' };
  };
  return { id, title: id, severity: 'medium', controls: ['164.312(b)'], kind, facts, evaluate, ...more };
}
