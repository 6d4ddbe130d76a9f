import type { Call } from '../command.ts';
import { citationIn } from '../domain/citation.ts';
import type { Refusal, Services } from '../engine/services.ts';
import { nearest } from './suggest.ts';
import { type Reader, readable } from './views/reader.ts';

export const isRefusal = (x: object): x is Refusal => 'refused' in x;

/** What views need to speak to this person; asked once per command. */
export async function readerOf({
  actor,
  now,
  services,
}: Pick<Call, 'actor' | 'now' | 'services'>): Promise<Reader> {
  const names = new Map((await accountsEver(services)).map((a) => [a.id, a.name]));
  return readerWith(services, actor, now, (id) => names.get(id) ?? id);
}

/** Accounts of which there may be findings: those that are scanned, and those that were. */
const accountsEver = async ({ scans }: Pick<Services, 'scans'>) => [
  ...(await scans.perAccount()),
  ...(await scans.noLongerScanned()),
];

export const readerWith = (
  services: Pick<Services, 'people' | 'checks' | 'findings' | 'remediations'>,
  actor: Reader['actor'],
  now: Date,
  accountName: (id: string) => string,
): Reader => ({
  actor,
  now,
  people: services.people,
  nameOf: (id) => {
    const name = services.people.nameOf?.(id) ?? id;
    return name === id ? readable(id) : name;
  },
  accountName,
  check: (id) => services.checks.get(id),
  dueAt: (finding) => services.findings.dueAt(finding),
  fixable: (check) => services.remediations.fixable(check),
  why: (deed, r, actor) => services.remediations.why(deed, r, actor),
});

const like = (typed: string, known: readonly string[]): string => {
  const near = nearest(typed, known);
  return near === undefined ? '' : ` Did you mean “${near}”?`;
};

/** More names than these are no help. */
const mostNamed = 10;

/** Account ids for names, ids or the beginning of one name. */
export async function accountIds(
  services: Pick<Services, 'scans'>,
  typed: readonly string[],
): Promise<{ readonly ids: readonly string[] } | Refusal> {
  if (typed.length === 0) return { ids: [] };
  const known = await accountsEver(services);
  const ids: string[] = [];
  for (const word of typed) {
    const lower = word.toLowerCase();
    // No scan looks at it: its findings are what nobody has attested.
    if (lower === 'organization' && !known.some((a) => a.name.toLowerCase() === lower)) {
      ids.push(lower);
      continue;
    }
    const exact = known.filter((a) => a.id === word || a.name.toLowerCase() === lower);
    const begun = known.filter((a) => a.name.toLowerCase().startsWith(lower));
    const found = exact.length > 0 ? exact : begun.length === 1 ? begun : [];
    if (found.length === 0) {
      if (begun.length > 1)
        return {
          refused: `“${word}” could be ${begun
            .slice(0, mostNamed)
            .map((a) => a.name)
            .join(' or ')}${begun.length > mostNamed ? ' or another' : ''}. Write the whole name.`,
        };
      const names = known.map((a) => a.name);
      const none = names.length === 0 ? ' No account has been scanned yet.' : like(word, names);
      return { refused: `No scanned account is called “${word}”.${none}` };
    }
    ids.push(...found.map((a) => a.id));
  }
  return { ids: [...new Set(ids)] };
}

/** Check ids for whole ids or their last part: `bucket-versioning`. */
export function checkIds(
  services: Pick<Services, 'checks'>,
  typed: readonly string[],
): { readonly ids: readonly string[] } | Refusal {
  const all = services.checks.all();
  const ids: string[] = [];
  for (const word of typed) {
    const lower = word.toLowerCase();
    const found = all.filter((c) => c.id === lower || c.id.endsWith(`/${lower}`));
    if (found.length === 0) {
      const tails = all.map((c) => c.id.split('/').at(-1) ?? c.id);
      const near = nearest(lower, [...all.map((c) => c.id), ...tails]);
      const hint = near === undefined ? ' `checks` lists them.' : ` Did you mean “${near}”?`;
      return { refused: `There is no check “${word}”.${hint}` };
    }
    ids.push(...found.map((c) => c.id));
  }
  return { ids };
}

/** Services that checks ask about, as typed; refuses one that none asks about. */
export function serviceNames(
  services: Pick<Services, 'checks'>,
  typed: readonly string[],
): { readonly names: readonly string[] } | Refusal {
  const known = new Set(services.checks.all().flatMap((c) => [c.service, c.kind.split('.')[1] ?? c.service]));
  const names = typed.map((t) => t.toLowerCase());
  const stranger = names.find((n) => !known.has(n));
  if (stranger === undefined) return { names };
  return { refused: `No check asks about a service “${stranger}”.${like(stranger, [...known])}` };
}

/** Check ids that cite any of the citations: `164.312` stands for all that begin with it. */
export function citing(
  services: Pick<Services, 'checks'>,
  typed: readonly string[],
): { readonly ids: readonly string[] } | Refusal {
  const ids = new Set<string>();
  for (const citation of typed) {
    const found = services.checks.citing(citation);
    if (citationIn(citation) === '' || found.length === 0)
      return { refused: `No check cites “${citation}”. Write a citation like 164.312 or 164.312(b).` };
    for (const id of found) ids.add(id);
  }
  return { ids: [...ids] };
}
