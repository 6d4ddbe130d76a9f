import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest';
import type { Channel } from '../../../src/domain/message.ts';
import type { Role } from '../../../src/domain/people.ts';
import type { Origin } from '../../../src/engine/services.ts';
import { terminalActor, terminalDirectory } from '../../../src/terminal-people.ts';
import { clientConfig, testAccountId } from '../../kit/aws/environment.ts';
import type { Moto } from '../../kit/aws/moto.ts';
import { type AwsProxy, type Call, deny, startProxy } from '../../kit/aws/proxy.ts';
import { iamActionOf, needsNoPermission } from '../../kit/aws/wire.ts';
import { type Bot, startBot } from '../kit/bot.ts';
import { folder } from '../kit/hipaa.ts';
import { type Aws, awsOf } from './account.ts';
import { type Keeper, startKeeper } from './keeper.ts';
import { refusedBy, type Statement, sessionPolicy } from './narrow.ts';
import type { Chapter } from './row.ts';

const person = (name: string, ...roles: Role[]) => terminalActor(name, roles);
const ann = person('Ann', 'responder');
const bob = person('Bob', 'approver');
const channel: Channel = { platform: 'terminal', team: 'local', id: 'story' };

const dayMs = 86_400_000;

/** Credentials that the bot scans with; those of its writer come from the remediation role. */
const scanning = clientConfig('').credentials.accessKeyId;
const actionOf = ({ service, operation }: Call) => iamActionOf(service, operation);
const isSigned = (call: Call) => call.signed && call.service !== 'sts' && !needsNoPermission(actionOf(call));
const isWriters = (call: Call) => isSigned(call) && call.accessKeyId !== scanning;
const each = (calls: readonly Call[]): readonly string[] => [...new Set(calls.map(actionOf))].sort();
const isChange = ({ service, operation }: Call) =>
  service !== 'sts' && !/^(Get|List|Describe|BatchGet|Head|Generate|Lookup)/.test(operation);

/** One moto, and a proxy that lets the bot do nothing but read, and its writer nothing but what the plan names. */
export interface Bench {
  aws(): Aws;
  /** Ann asks. */
  ann(): Origin;
  /** Bob agrees. */
  bob(): Origin;
  /** A new bot over a new file; it carries out nothing until `carriesOut`. */
  bot(): Promise<Bot>;
  carriesOut(bot: Bot): Promise<void>;
  /** What the writer may do from now on. */
  allow(actions: readonly string[]): void;
  /** The operations that changed something, in order, whoever asked. */
  changes(): readonly string[];
  /** The IAM actions of all that the writer asked, each once. */
  written(): readonly string[];
  /** The IAM actions of all that the bot asked besides, each once. */
  read(): readonly string[];
  /** The names of the sessions that the writer was opened with. */
  sessions(): readonly string[];
  /** What the writer asked in its newest session, and that session's policy or the role's would have refused. */
  beyond(role: readonly Statement[]): readonly string[];
}

export function makeBench(moto: Moto, { remedies = {}, daysAhead = 0 }: Chapter): Bench {
  const home = folder();
  const config = path.join(home, 'hipaa.yml');
  const role = `arn:aws:iam::${testAccountId}:role/remediation`;
  // One that is known to be less than production: the tiers ask for one approver, and there is one.
  const account = { name: 'clinic', id: testAccountId, environment: 'test', remediation: { role } };
  const now = () => new Date(Date.now() + daysAhead * dayMs);
  let keeper: Keeper;
  let proxy: AwsProxy;
  let aws: Aws;
  let bots: Bot[] = [];
  let opened = 0;
  let allowed: readonly string[] = [];

  const opening = () => proxy.calls().filter(({ operation }) => operation === 'AssumeRole');

  beforeAll(async () => {
    keeper = await startKeeper(moto.endpoint);
    proxy = await startProxy({ upstream: keeper.endpoint });
    aws = awsOf(keeper.endpoint);
    // JSON is YAML.
    writeFileSync(
      config,
      JSON.stringify({
        aws: { regions: ['us-east-1'], maxAttempts: 2, accounts: [account] },
        remediation: { settings: remedies },
      }),
    );
  });
  beforeEach(async () => {
    await moto.reset();
    keeper.reset();
    proxy.reset();
    allowed = [];
    proxy.rule({
      match: (call) => (isWriters(call) ? !allowed.includes(actionOf(call)) : isChange(call)),
      fault: deny(),
    });
  });
  afterEach(async () => {
    for (const bot of bots) await bot.stop();
    bots = [];
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    aws.destroy();
    await proxy.stop();
    await keeper.stop();
  });

  return {
    aws: () => aws,
    ann: () => ({ actor: ann, channel, now: now() }),
    bob: () => ({ actor: bob, channel, now: now() }),
    async bot() {
      const database = path.join(home, `${++opened}.db`);
      const bot = await startBot({ endpoint: proxy.endpoint, database, config });
      bots.push(bot);
      bot.app.know(terminalDirectory([ann, bob]));
      // moto shows a change at once: a second look would only take time.
      Object.assign(bot.app.engine, { settleMs: [0], now });
      return bot;
    },
    carriesOut: ({ app }) => app.start({ schedule: false, carriesOut: true, channelOf: () => channel }),
    allow(actions) {
      allowed = actions;
    },
    changes: () =>
      proxy
        .calls()
        .filter(isChange)
        .map(({ operation }) => operation),
    written: () => each(proxy.calls().filter(isWriters)),
    read: () => each(proxy.calls().filter((call) => isSigned(call) && !isWriters(call))),
    sessions: () => opening().map(({ key }) => /RoleSessionName=([^& ]*)/.exec(key)?.[1] ?? ''),
    beyond(role) {
      const newest = opening().at(-1);
      if (!newest) throw new Error('no session was opened');
      const since = proxy.calls().filter((call) => call.at > newest.at && isWriters(call));
      return [sessionPolicy(newest), role].flatMap((policy) => refusedBy(policy, since));
    },
  };
}
