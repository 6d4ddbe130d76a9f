import {
  listsOf,
  type OpenPorts,
  rulesGone,
  type SecurityRules,
  withoutInternet,
  withoutPublicStatements,
} from './access/index.ts';
import type { Catalogue } from './cloud/catalog.ts';
import type { FactName, Kind, WritableName } from './domain/catalog.ts';
import type { Settings } from './domain/check.ts';
import type { Collected } from './domain/collected.ts';
import {
  breaks,
  type Circumstances,
  type Consequence,
  type Desired,
  type Guidance,
  harmless,
  type Remedy,
  uncertain,
} from './domain/remedy.ts';

export { taggedForBackup } from './domain/backup-tag.ts';
export { dayOf, daysSince } from './domain/days.ts';
export { commonPorts } from './domain/doors.ts';
export { firstOf } from './domain/first-of.ts';
export { breaks, type Consequence, type Desired, harmless, uncertain } from './domain/remedy.ts';
export { refusePlain } from './domain/tls-parameter.ts';

/** Changes of a database that wait for its maintenance window, but for `own`: writing at once would make them, too. */
export const waiting = (subject: object, own: string): readonly string[] =>
  'pending' in subject ? (subject.pending as readonly string[]).filter((name) => name !== own) : [];

/** Named, so that compiler errors say `Clouds` and not the whole catalogue. */
interface Clouds extends Catalogue {}

/** The value that would pass. */
export const to = <V>(value: V): Desired<V> => ({ to: value });

/** Says why this remedy cannot bring it about here, and what would: "its log bucket is in another account". */
export const cannot = (because: string): Desired<never> => ({ cannot: because });

/** What a fact that could not be read leaves open: "whether CloudFront reads from it cannot be told"; nothing for a known one. */
export const unread = (fact: Collected<unknown>, says: string): readonly Consequence[] =>
  fact.known ? [] : [uncertain(`${says}: ${fact.message}`)];

/** The front door for `remedies/`: one value that would pass, over a fact that can be set. */
export function defineRemedy<
  const K extends Kind<Clouds>,
  const W extends WritableName<Clouds, K>,
  const F extends FactName<Clouds, K> = never,
  const S extends Settings = Settings,
>(remedy: Remedy<Clouds, K, W, F, S>): Remedy<Clouds, K, W, F, S> {
  return remedy;
}

/** Steps for a person, where no role can do it. */
export const defineGuidance = (guidance: Guidance): Guidance => guidance;

type Where = Pick<Circumstances<unknown>, 'account' | 'now' | 'subject'>;

/** Takes the statements out of a resource's policy that let strangers in, and tells whom that hurts. */
export function withoutStrangers(told: {
  /** IAM's prefix of the service. */
  readonly service: string;
  /** Why there is nothing to take out of no policy. */
  readonly without: string;
  /** Who would be refused: "uses the queue". */
  readonly whoever: string;
  /** Who else may live by a statement that names everyone, and cannot be asked. */
  readonly insiders: string;
  /** Why the last statement must stay, where it must. */
  readonly keepsOne?: string;
  /** Which statements go, where that is not told by what they allow to be done with the resource. */
  readonly leaves?: typeof withoutPublicStatements;
}) {
  const { leaves = withoutPublicStatements } = told;
  const left = (text: string, { account, now, subject }: Where) =>
    leaves(text, { service: told.service, resource: subject.id, accountId: account, now });
  return {
    desired(text: string | null, at: Where): Desired<string | null> {
      if (text === null) return cannot(told.without);
      const kept = left(text, at);
      if ('malformed' in kept) return cannot(`the policy was not understood: ${kept.malformed}`);
      if (kept.removed.length === 0) {
        const names = kept.doubtful.map(({ name }) => name).join(', ');
        return cannot(
          names === ''
            ? 'no statement admits strangers by itself, so a person must decide'
            : `whether ${names} admits strangers cannot be told, so a person must decide`,
        );
      }
      return kept.policy === null && told.keepsOne !== undefined ? cannot(told.keepsOne) : to(kept.policy);
    },
    consequences(_facts: unknown, { before }: { readonly before: string | null }, at: Where) {
      const kept = before === null ? null : left(before, at);
      if (kept === null || 'malformed' in kept) return [uncertain('the policy was not understood')];
      return [
        ...kept.removed.map(({ name }) =>
          breaks(`${name} goes, and whoever ${told.whoever} by it would be refused`),
        ),
        ...kept.doubtful.map(({ name }) =>
          uncertain(`whether ${name} admits strangers cannot be told; it stays`),
        ),
        uncertain(told.insiders),
      ];
    },
  };
}

interface Rules {
  readonly before: SecurityRules;
  readonly after: SecurityRules;
}

/** Takes the rules out of a security group by which the internet comes, where the port is to be shut, and tells whom that hurts. */
export function withoutDoors<S>(told: {
  readonly shuts: (door: OpenPorts, settings: S) => boolean;
  /** Why there is nothing to shut: "no rule opens SSH to the internet". */
  readonly without: string;
}) {
  return {
    reversibility: {
      undo: 'partly',
      because: 'a rule that is put back has a new id, and none of the tags that it had itself',
    },
    considers: ['usedBy'],
    desired(rules: SecurityRules, { settings, subject }: Circumstances<S>): Desired<SecurityRules> {
      const { left, shut } = withoutInternet(rules, listsOf(subject), (door) => told.shuts(door, settings));
      return shut.length === 0 ? cannot(told.without) : to(left);
    },
    consequences: ({ usedBy }: { readonly usedBy: Collected<number> }, { before, after }: Rules) => [
      ...rulesGone(before, after).map((rule) => {
        if (!usedBy.known) return breaks(`"${rule}" goes: whoever comes by it would be refused`);
        if (usedBy.value === 0)
          return harmless(`"${rule}" goes, and no network interface uses the group now`);
        const interfaces = `${usedBy.value} network ${usedBy.value === 1 ? 'interface' : 'interfaces'}`;
        return breaks(`"${rule}" goes: whoever comes by it, to ${interfaces}, would be refused`);
      }),
      ...unread(usedBy, 'how many network interfaces use the group cannot be told'),
    ],
  } as const;
}

interface Refusals {
  readonly rules: number;
  readonly refusing: number;
  readonly byDefault: boolean;
}

const webAclArn = /^arn:[\w-]+:wafv2:([\w-]+):(\d{12}):(regional|global)\/webacl\/[^/]+\/[\w-]+$/;

/** What the web ACL's rules would do to those who come by. */
function refusals(acl: Refusals | undefined): Consequence {
  if (acl === undefined)
    return uncertain('the web ACL is not among those of the region; AWS refuses one that is not there');
  if (acl.byDefault)
    return breaks('the web ACL refuses whatever none of its rules allows: such requests would be refused');
  const rules = `${acl.rules} ${acl.rules === 1 ? 'rule' : 'rules'}`;
  if (acl.refusing > 0)
    return uncertain(
      `${acl.refusing} of the ${rules} of the web ACL may refuse requests, and which honest ones cannot be told from here: let them count first`,
    );
  return harmless(`none of the ${rules} of the web ACL refuses a request: they count or allow`);
}

/** Puts the web ACL that the configuration names before what has none; `what`: "the load balancer". */
export const behindWebAcl = (what: string) =>
  ({
    risk: 'disruptive',
    reversibility: { undo: 'fully' },
    settings: { webAcl: '' },
    considers: ['webAcls'],
    desired(
      current: string | null,
      { account, settings: { webAcl }, subject }: Circumstances<{ readonly webAcl: string }>,
    ): Desired<string | null> {
      if (current !== null) return cannot(`${what} has a web ACL already`);
      if (webAcl === '')
        return cannot(
          'no web ACL is named: set webAcl of this remedy in the configuration to the ARN of a regional one',
        );
      const [, region, owner, scope] = webAclArn.exec(webAcl) ?? [];
      if (region === undefined) return cannot('webAcl in the configuration is not the ARN of a web ACL');
      if (scope !== 'regional')
        return cannot('the configured web ACL is one for CloudFront, not a regional one');
      if (region !== subject.region)
        return cannot(`the configured web ACL is in ${region} and ${what} in ${subject.region}`);
      return owner === account ? to(webAcl) : cannot('the configured web ACL belongs to another account');
    },
    consequences: (
      { webAcls }: { readonly webAcls: Collected<Readonly<Record<string, Refusals>>> },
      { after }: { readonly after: string | null },
    ): readonly Consequence[] => [
      ...(webAcls.known ? [refusals(webAcls.value[after ?? ''])] : []),
      ...unread(webAcls, 'whom the rules of the web ACL refuse cannot be told'),
      harmless('AWS charges for the requests that WAF looks at: about 0.60 USD for a million'),
    ],
  }) as const;
