import { type IngressRule, type OpenPorts, openPorts, reaches } from './open-ports.ts';

/**
 * The rules of a security group in one direction, each as a text, with its description (empty: none): `tcp 22 from 0.0.0.0/0`,
 * `tcp 20..443 from pl-1`, `-1 all from 123456789012/sg-1`. Nothing but the rule's id and tags is lost, and the order says nothing.
 */
export type SecurityRules = { readonly [rule: string]: string };

export interface SecurityRule {
  readonly protocol: string;
  readonly from: number | null;
  readonly to: number | null;
  /** A range, a prefix list, or another group after its account, which is empty where that group is gone. */
  readonly source: string;
}

/** Entries of prefix lists by id; missing where they could not be read. */
export type PrefixLists = { readonly [id: string]: readonly string[] };

export const ruleText = ({ protocol, from, to, source }: SecurityRule): string =>
  `${protocol} ${from === null ? 'all' : from === to ? from : `${from}..${to}`} from ${source}`;

const written = /^(\S+) (?:all|(-?\d+)(?:\.\.(-?\d+))?) from (\S+)$/;

export function readRule(text: string): SecurityRule {
  const [, protocol, from, to, source] = written.exec(text) ?? [];
  if (protocol === undefined || source === undefined) throw new Error(`no rule of a security group: ${text}`);
  const first = from === undefined ? null : Number(from);
  return { protocol, from: first, to: to === undefined ? first : Number(to), source };
}

/** The same ports together, as EC2 keeps them: what half the internet is, is told of all their ranges. */
function byPorts(rules: SecurityRules): readonly (readonly SecurityRule[])[] {
  const groups = Object.groupBy(
    Object.keys(rules).map(readRule),
    ({ protocol, from, to }) => `${protocol} ${from} ${to}`,
  );
  return Object.values(groups).flatMap((group) => (group ? [group] : []));
}

const rangesOf = ({ source }: SecurityRule, lists: PrefixLists): readonly string[] =>
  source.startsWith('pl-') ? (lists[source] ?? []) : source.includes('sg-') ? [] : [source];

function ingressOf(rules: readonly SecurityRule[], lists: PrefixLists, unread: (list: string) => unknown) {
  const [{ protocol, from, to }] = rules as readonly [SecurityRule];
  const missing = rules.find(({ source }) => source.startsWith('pl-') && !(source in lists));
  const rule: IngressRule = {
    protocol,
    from,
    to,
    ranges: rules.flatMap((one) => rangesOf(one, lists)),
    ...(missing && { unread: unread(missing.source) }),
  };
  return rule;
}

/** What rules that let in open to the internet. `unread` is thrown for a list that is missing and could be the door. */
export const doorsOf = (
  rules: SecurityRules,
  lists: PrefixLists,
  unread: (list: string) => unknown,
): readonly OpenPorts[] => openPorts(byPorts(rules).map((group) => ingressOf(group, lists, unread)));

/** The rules without those by which the internet comes through a door that is to be shut; a list that is not known stays. */
export function withoutInternet(
  rules: SecurityRules,
  lists: PrefixLists,
  shut: (door: OpenPorts) => boolean,
): { readonly left: SecurityRules; readonly shut: readonly OpenPorts[] } {
  const gone = new Set<string>();
  const doors: OpenPorts[] = [];
  for (const group of byPorts(rules)) {
    const { unread: _, ...known } = ingressOf(group, lists, () => null);
    for (const door of openPorts([known]).filter(shut)) {
      doors.push(door);
      for (const rule of group)
        if (rangesOf(rule, lists).some((range) => door.ranges.includes(range))) gone.add(ruleText(rule));
    }
  }
  return { left: Object.fromEntries(Object.entries(rules).filter(([rule]) => !gone.has(rule))), shut: doors };
}

/** Whether the port is among those that the door opens; ports are settings, and settings are texts. */
export const opensOneOf = (door: OpenPorts, ports: readonly string[], over: 'tcp' | 'udp' = 'tcp'): boolean =>
  ports.some((port) => reaches(door, Number(port), over));

/** Whether the door opens a port that is not among the approved. */
export const opensOther = (door: OpenPorts, approved: readonly string[], over: 'tcp' | 'udp'): boolean => {
  if (door.protocol !== '-1' && door.protocol !== over) return false;
  const ports = new Set(approved.map(Number));
  for (let port = door.from; port <= door.to; port++) if (!ports.has(port)) return true;
  return false;
};

/** The rules that are in the one and not in the other. */
export const rulesGone = (before: SecurityRules, after: SecurityRules): readonly string[] =>
  Object.keys(before).filter((rule) => !(rule in after));

/** The entries of its prefix lists that a security group brings along from its listing. */
export const listsOf = (group: object): PrefixLists => ('lists' in group ? (group.lists as PrefixLists) : {});
