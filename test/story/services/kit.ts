import { afterAll, beforeAll, expect, test } from 'vitest';
import { checks as roll } from '#checks';
import { awsProvider } from '../../../src/cloud/aws/provider.ts';
import { catalog } from '../../../src/cloud/catalog.ts';
import type { AnyCatalog } from '../../../src/domain/catalog.ts';
import type { AnyCheck, Settings, Status } from '../../../src/domain/check.ts';
import { defaultPhiRule } from '../../../src/domain/phi.ts';
import type { Scope } from '../../../src/domain/provider.ts';
import { inspect } from '../../../src/engine/inspect.ts';
import { permissionsOf, wantedBy } from '../../../src/engine/wanted.ts';
import { behindProxy } from '../../kit/aws/behind-proxy.ts';
import { describeWithMoto } from '../../kit/aws/describe-with-moto.ts';
import { testAccountId } from '../../kit/aws/environment.ts';
import { type AwsProxy, deny, html200 } from '../../kit/aws/proxy.ts';
import { type Sdk, sdkOf } from '../../kit/aws/sdk.ts';
import { iamActionOf, needsNoPermission } from '../../kit/aws/wire.ts';

/** Names of resources by what the check must answer about them. */
export type Expected = Partial<Readonly<Record<Status, readonly string[]>>>;

/** One service's account on moto, and what every check of it must say about every resource there. */
export interface ServiceStory {
  readonly title: string;
  /** Ids of checks, or folders that end with a slash: `aws/rds/`. */
  readonly checks: readonly [string, ...string[]];
  readonly regions?: readonly string[];
  /** What a chat would say of the account's users. */
  readonly standing?: Scope['standing'];
  /** Thresholds by check id. */
  readonly settings?: Readonly<Record<string, Settings>>;
  /** Makes the resources, over the plain SDK. */
  seed(sdk: Sdk): Promise<unknown>;
  /** Answers in AWS's documented shape for what moto does not answer, as rules of the proxy. */
  recorded?(proxy: AwsProxy): void;
  /** By check id; every check and every resource must be here. A resource is told by its name, else by its ARN. */
  readonly expects: Readonly<Record<string, Expected>>;
  /** Actions of the policy that this account gives no occasion for, each with the reason. */
  readonly unasked?: Readonly<Record<string, string>>;
}

/** Actions that a shared answer needs only now and then, so that few accounts give them an occasion. */
const occasional = new Set(['ec2:GetManagedPrefixListEntries']);

interface Answered {
  readonly check: string;
  readonly resource: string;
  readonly status: Status;
  /** The tags, which may make it worse, could not be read. */
  readonly atLeast?: true;
}

/** Tells the story, and adds unasked: no call is made twice, the policy names what is asked, and a refusal is never a pass. */
export function tellService(story: ServiceStory): void {
  const own = (roll as readonly AnyCheck[]).filter(({ id }) =>
    story.checks.some((named) => (named.endsWith('/') ? id.startsWith(named) : id === named)),
  );
  const regions = story.regions ?? ['us-east-1'];
  const wanted = wantedBy(catalog as AnyCatalog, own);

  async function scan(): Promise<readonly Answered[]> {
    const provider = awsProvider([], { regions, concurrency: 8, timeoutMs: 20_000, maxAttempts: 1 });
    const answered: Answered[] = [];
    await inspect({
      provider,
      accounts: [{ name: 'test', id: testAccountId }],
      wanted,
      scope: {
        signal: new AbortController().signal,
        optIns: new Set(own.flatMap(({ optIn }) => optIn ?? [])),
        ...(story.standing && { standing: story.standing }),
      },
      now: new Date(),
      regions: [],
      phi: defaultPhiRule,
      settings: (id) => ({ ...own.find((check) => check.id === id)?.settings, ...story.settings?.[id] }),
      accountsAtOnce: 1,
      resourcesAtOnce: 8,
      into: async (sight) => {
        if (sight.kind === 'refused') throw new Error(sight.why.message);
        if (sight.kind === 'listed' && sight.why)
          for (const check of sight.wanted.checks)
            answered.push({ check: check.id, resource: '(listing)', status: 'unknown' });
        if (sight.kind !== 'resource') return;
        const resource = sight.subject.name ?? sight.subject.id;
        for (const { checkId: check, answer, severityAtLeast } of sight.asked)
          answered.push({
            check,
            resource,
            status: answer.status,
            ...(severityAtLeast && { atLeast: severityAtLeast }),
          });
      },
    });
    return answered;
  }

  const byCheck = (answered: readonly Answered[]): Record<string, Expected> =>
    Object.fromEntries(
      own.map(({ id }) => {
        const about = Object.groupBy(
          answered.filter(({ check }) => check === id),
          ({ status }) => status,
        );
        const named = Object.entries(about).map(([status, list]) => [
          status,
          list.map(({ resource }) => resource).sort(),
        ]);
        return [id, Object.fromEntries(named)];
      }),
    );

  describeWithMoto(story.title, (moto) => {
    const proxy = behindProxy(moto);
    let sdk: Sdk;
    let truth: readonly Answered[] = [];
    let asked: readonly string[] = [];
    let repeated: ReadonlyMap<string, number>;

    const actions = () => [
      ...new Set(
        proxy
          .calls()
          .filter(({ signed, service }) => signed && service !== 'sts')
          .map(({ service, operation }) => iamActionOf(service, operation)),
      ),
    ];

    beforeAll(async () => {
      sdk = sdkOf(moto.endpoint);
      await story.seed(sdk);
      story.recorded?.(proxy);
      truth = await scan();
      asked = actions().filter((action) => !needsNoPermission(action));
      repeated = proxy.repeated();
    }, 60_000);
    afterAll(async () => {
      sdk.destroy();
    });

    test('every check says what it must about every resource', () => {
      const expected = Object.fromEntries(
        Object.entries(story.expects).map(([id, of]) => [
          id,
          Object.fromEntries(Object.entries(of).map(([status, names]) => [status, [...names].sort()])),
        ]),
      );
      expect(byCheck(truth)).toEqual(expected);
    });

    test('no call is made twice', () => {
      expect([...repeated.keys()]).toEqual([]);
    });

    test('the policy names exactly what is asked', () => {
      const policy = permissionsOf(wanted);
      expect(asked.filter((action) => !policy.includes(action))).toEqual([]);
      const idle = policy.filter(
        (action) => !asked.includes(action) && !(action in (story.unasked ?? {})) && !occasional.has(action),
      );
      expect(idle).toEqual([]);
    });

    /** What was answered otherwise than in truth, and is not said to be unknown. */
    const lies = (answered: readonly Answered[]): readonly Answered[] => {
      const known = new Map(truth.map((a) => [`${a.check} ${a.resource}`, a.status]));
      return answered.filter(
        ({ check, resource, status }) => status !== 'unknown' && known.get(`${check} ${resource}`) !== status,
      );
    };

    test('what is denied is unknown, and never turns into another answer', async () => {
      for (const action of asked) {
        proxy.reset();
        proxy.rule({
          match: ({ service, operation }) => iamActionOf(service, operation) === action,
          fault: deny(),
        });
        story.recorded?.(proxy);
        const answered = await scan();
        expect([action, lies(answered)]).toEqual([action, []]);
        const isSaid = answered.some(({ status, atLeast }) => status === 'unknown' || atLeast);
        expect([action, isSaid]).toEqual([action, true]);
      }
    }, 120_000);

    test('a web page is no answer', async () => {
      proxy.rule({ match: ({ service }) => service !== 'sts', fault: html200() });
      const answered = await scan();
      expect(lies(answered)).toEqual([]);
      expect(answered.some(({ status }) => status === 'unknown')).toBe(true);
    });
  });
}
