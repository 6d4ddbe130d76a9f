import type { AnyCatalog, Subject, Writing } from '../../../src/domain/catalog.ts';
import type { AnyCheck, Context, Verdict } from '../../../src/domain/check.ts';
import { known, type UnknownReason } from '../../../src/domain/collected.ts';
import { CloudError, NotKnown } from '../../../src/domain/errors.ts';
import type { Account, Mandate, Provider } from '../../../src/domain/provider.ts';

type Needs = Readonly<Record<string, { known: boolean; value?: unknown }>>;

export interface SmallFact {
  readonly needs?: readonly string[];
  readonly permissions?: readonly string[];
  read(subject: Subject, needs: Needs): Promise<unknown> | unknown;
  /** It can be set; what is left out is made up: the permission `kind:PutFact` and the call `PutFact`. */
  readonly write?: Partial<Omit<Writing, 'put'>>;
}

/** One value that was written, or is about to be. */
export interface Written {
  readonly account: string;
  readonly kind: string;
  readonly fact: string;
  readonly id: string;
  readonly value: unknown;
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
  /**
   * What was asked, in its order: `open a`, `list aws.kind region`, `read aws.kind.fact id`, `close a`; and
   * `open a to write`, `write aws.kind.fact id`.
   */
  readonly asked: string[];
  /** Values that came into force, in their order; those of `set` are not among them. */
  readonly written: Written[];
  /** On whose word the account was opened for writing, each time. */
  readonly mandates: Mandate[];
  /** Somebody else changes the resource. */
  set(kind: string, fact: string, id: string, value: unknown): void;
}

/** A cloud of a few lines, for the engine's tables: everything that AWS is stays with the stories. */
export function smallCloud(
  kinds: Readonly<Record<string, SmallKind>>,
  options: {
    accounts?: readonly Account[];
    regions?: readonly string[];
    open?: (account: Account) => Promise<void> | void;
    readOnly?: (account: Account) => string | null;
    /** Called for each write; the value comes into force when it calls `apply`, so it can fail before and after. */
    write?: (write: Written, apply: () => void) => Promise<void> | void;
  } = {},
): SmallCloud {
  const { accounts = [{ name: 'one', id: '111111111111' }], regions = ['east', 'west'], open } = options;
  const { readOnly = () => null, write = (_, apply) => apply() } = options;
  const asked: string[] = [];
  const written: Written[] = [];
  const mandates: Mandate[] = [];
  /** By `account kind id`, the values that were set since. */
  const changed = new Map<string, Map<string, unknown>>();
  const change = (account: string, kind: string, fact: string, id: string, value: unknown) => {
    const key = `${account} ${kind} ${id}`;
    changed.set(key, new Map(changed.get(key)).set(fact, value));
  };
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
          Object.entries(kind.facts ?? {}).map(([fact, { needs, permissions = [], write }]) => [
            fact,
            {
              from: needs ? ('facts' as const) : ('call' as const),
              permissions,
              ...(needs ? { needs } : {}),
              ...(write ? { write: writing(name, fact, write) } : {}),
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
          const values = changed.get(`${account.name} ${kind} ${subject.id}`);
          if (values?.has(fact)) return values.get(fact);
          const facts = Object.fromEntries([...(values ?? [])].map(([name, value]) => [name, known(value)]));
          for (const [name, value] of values ?? []) {
            const implied = kinds[kind]?.facts?.[name]?.write?.implies?.(value, facts);
            if (implied && fact in implied) return implied[fact];
          }
          return kinds[kind]?.facts?.[fact]?.read(subject, needs as Needs);
        },
        calls: () => calls,
        close: async () => {
          asked.push(`close ${account.name}`);
        },
      };
    },
    readOnly,
    async openWriter(account, mandate) {
      asked.push(`open ${account.name} to write`);
      const why = readOnly(account);
      if (why !== null) throw new CloudError('denied', why);
      mandates.push(mandate);
      return {
        identity: { id: account.id ?? account.name, name: account.name, partition: 'aws' },
        async write(kind, fact, { id }, value) {
          asked.push(`write ${kind}.${fact} ${id}`);
          const missing = catalog[kind]?.facts[fact]?.write?.permissions.find(
            (action) => !mandate.actions.includes(action),
          );
          if (missing !== undefined) throw new CloudError('denied', `${missing} is not allowed`, missing);
          const one = { account: account.name, kind, fact, id, value };
          await write(one, () => {
            written.push(one);
            change(account.name, kind, fact, id, value);
          });
        },
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
  const set = (kind: string, fact: string, id: string, value: unknown) => {
    for (const { name } of accounts) change(name, kind, fact, id, value);
  };
  return { provider, asked, written, mandates, set };
}

/** How a fact of the small cloud is set, with what its table left out. */
const writing = (kind: string, fact: string, given: NonNullable<SmallFact['write']>): Writing => {
  const call = `Put${fact.slice(0, 1).toUpperCase()}${fact.slice(1)}`;
  return { permissions: [`${kind}:${call}`], calls: () => [call], ...given, put: async () => {} };
};

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
