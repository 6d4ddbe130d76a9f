import { readInventory, recordedProvider } from '../../../src/cloud/recorded/provider.ts';
import type { AnyCatalog, ResourceKind, Subject, Writing } from '../../../src/domain/catalog.ts';
import type { Mandate, Provider, Session } from '../../../src/domain/provider.ts';
import { type CollectedFacts, collect } from '../../../src/engine/collect.ts';
import { closure } from '../../../src/engine/wanted.ts';

export const clinic = readInventory('demo/clinic.json');
export const [lakeside] = clinic.accounts;

/** The catalogue with these facts settable, whatever remedies there are. */
export function withWritable(
  catalog: AnyCatalog,
  facts: Readonly<Record<string, Readonly<Record<string, Partial<Writing>>>>>,
): AnyCatalog {
  const kinds = Object.entries(facts).map(([kind, writes]): [string, ResourceKind] => {
    const definition = catalog[kind] as ResourceKind;
    const settable = Object.entries(writes).map(([fact, given]) => {
      const write: Writing = {
        permissions: [`made:Put-${fact}`],
        calls: () => [],
        put: async () => {},
        ...given,
      };
      return [fact, { ...definition.facts[fact], write }];
    });
    return [kind, { ...definition, facts: { ...definition.facts, ...Object.fromEntries(settable) } }];
  });
  return { ...catalog, ...Object.fromEntries(kinds) };
}

export const account = { id: lakeside?.id ?? '', name: lakeside?.name ?? '' };

export function subjectOf(kind: string, name: string): Subject {
  const found = lakeside?.resources.find(
    (r) => r.kind === kind && (r.subject['name'] === name || r.subject.id === name),
  );
  if (!found) throw new Error(`the clinic has no ${kind} ${name}`);
  return found.subject as unknown as Subject;
}

export const mandateFor = (write: Writing | undefined, more: Partial<Mandate> = {}): Mandate => ({
  remediation: 'R-1',
  requester: 'ann',
  approvers: ['bob'],
  actions: write?.permissions ?? [],
  resources: ['*'],
  signal: new AbortController().signal,
  ...more,
});

export const open = (provider: Provider): Promise<Session> =>
  provider.open(account, {
    signal: new AbortController().signal,
    optIns: new Set(['anonymous-probe', 'object-acl-sample']),
  });

/** The facts of one resource as a scan reads them; all that were recorded when none are named. */
export async function look(
  provider: Provider,
  kind: string,
  of: Subject,
  names?: readonly string[],
): Promise<CollectedFacts> {
  const definition = provider.catalog[kind] as ResourceKind;
  const recorded = lakeside?.resources.find((r) => r.kind === kind && r.subject.id === of.id)?.facts ?? {};
  const wanted = names ?? Object.keys(recorded);
  const facts = closure(kind, definition, wanted);
  const seen = await collect({ provider, session: await open(provider), kind, definition, facts }, of);
  return Object.fromEntries(Object.entries(seen).filter(([name]) => wanted.includes(name)));
}

/** Sets one fact, with a mandate for just that. */
export async function put(
  provider: ReturnType<typeof recordedProvider>,
  kind: string,
  of: Subject,
  fact: string,
  value: unknown,
): Promise<void> {
  const mandate = mandateFor(provider.catalog[kind]?.facts[fact]?.write);
  const session = await provider.openWriter(account, mandate);
  await session.write(kind, fact, of, value);
  await session.close();
}

export const recorded = (catalog: AnyCatalog, writable = true) =>
  recordedProvider(clinic, catalog, { writable });
