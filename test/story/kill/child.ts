import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import blockCheck from '../../../checks/aws/s3/bucket-public-access-block.ts';
import tlsCheck from '../../../checks/aws/s3/bucket-tls-only.ts';
import blockRemedy from '../../../remedies/aws/s3/bucket-public-access-block.ts';
import tlsRemedy from '../../../remedies/aws/s3/tls-only.ts';
import { awsProvider } from '../../../src/cloud/aws/provider.ts';
import { dayOf } from '../../../src/domain/days.ts';
import type { Message } from '../../../src/domain/message.ts';
import { signature } from '../../../src/domain/people.ts';
import type { AnyRemedy } from '../../../src/domain/remedy.ts';
import type { Engine } from '../../../src/engine/context.ts';
import { createRemediationDesk } from '../../../src/engine/remediation/desk.ts';
import { createExecutor } from '../../../src/engine/remediation/executor.ts';
import type { PeopleDesk } from '../../../src/engine/services.ts';
import { openStore } from '../../../src/store/open.ts';
import { testAccountId } from '../../kit/aws/environment.ts';
import { dead } from './dead.ts';
import { points, watchedProvider, watchedStore } from './points.ts';
import { ann, bob, type Road, walk } from './road.ts';

/** A process that is killed: `child.ts <database> <road as JSON> <point to be killed at; 0: none> <hours later>`. */
const [database = '', road = '', killAt = '0', hoursLater = '0'] = process.argv.slice(2);

const hourMs = 3_600_000;
const said = (text: string): Message => ({ text, blocks: [{ kind: 'text', text }] });
const tell = (level: string) => (detail: object, says: string) =>
  console.error(
    level,
    says,
    JSON.stringify(detail, (_, v) => (v instanceof Error ? String(v.stack) : v)),
  );

// The value that would pass is the remedies' own; whom it would hurt is a hundred questions, and no part of this.
const short = ({ considers: _, consequences: __, ...remedy }: AnyRemedy): AnyRemedy => remedy;

const people: Pick<PeopleDesk, 'actor' | 'members'> = {
  actor: async (by) => [ann, bob].find((p) => signature(p) === by) ?? null,
  members: async (role) => [ann, bob].filter((p) => p.roles.includes(role)),
};

const account = {
  name: 'test',
  id: testAccountId,
  remediation: { role: `arn:aws:iam::${testAccountId}:role/remediation` },
};
const settings = { regions: ['us-east-1'], concurrency: 8, timeoutMs: 5_000, maxAttempts: 2 };
const { pass, passed } = points(Number(killAt));
const opened = await openStore(database);
const store = watchedStore(opened, pass);

const engine: Engine = {
  store,
  provider: watchedProvider(awsProvider([account], settings), pass),
  checks: [blockCheck, tlsCheck],
  remedies: [short(blockRemedy), short(tlsRemedy)],
  guidances: [],
  rules: {
    phi: { keys: [], values: [] },
    dueDays: { critical: 1, high: 7, medium: 30, low: 90 },
    optIns: new Set(),
    disabled: new Set(),
    settings: {},
    accountsAtOnce: 1,
    resourcesAtOnce: 4,
    alertChannels: () => [],
    alertAt: null,
    remediation: {
      tiers: [{ name: 'one', when: {}, quorum: 1, distinctGroups: false, confirm: false, stepUp: false }],
      clocks: {
        approveWithinMs: hourMs,
        executeWithinMs: hourMs,
        undoWithinMs: hourMs,
        // The later look is part of the road.
        lookAgainMs: 0,
        reviewWithinMs: hourMs,
      },
      cap: { resources: 20, percent: 100 },
      groups: {},
      windows: [],
      breakGlassMinReason: 40,
      settings: {},
      channel: null,
    },
    attestations: { ask: [], validDays: {}, remindDays: [], dayAt: dayOf, channel: null },
    persons: {},
    noticeDays: [30, 14, 7, 3, 1],
    quietUntil: () => null,
  },
  notices: {
    scanProgress: () => said('progress'),
    scanEnded: () => said('ended'),
    findingCard: (f) => said(`card of ${f.handle}: ${f.status}`),
    findingChanged: (f) => said(`${f.handle} changed`),
    alert: () => said('alert'),
    attestationDue: () => said('reminder'),
    expiring: () => said('reminder'),
    reminder: () => said('reminder'),
    digest: () => said('digest'),
    remediationCard: ({ remediation: r }) => said(`${r.id} ${r.state}`),
    remediationSaid: ({ remediation: r }) => said(`${r.id}: something happened`),
    urgent: said,
  },
  log: { info: tell('info'), warn: tell('warn'), error: tell('error') },
  accountNames: new Map([[testAccountId, 'test']]),
  process: { host: hostname(), pid: process.pid, instance: randomUUID() },
  settleMs: [0, 150, 150],
  now: () => new Date(Date.now() + Number(hoursLater) * hourMs),
  wake: () => {},
};

const executor = createExecutor(engine, people, dead);
const desk = createRemediationDesk({ engine, people, prove: async () => 'unavailable', wake: () => {} });
await walk({ store: opened, desk, executor, now: engine.now }, JSON.parse(road) as Road);
await executor.stop();
await opened.close();
console.log(JSON.stringify(passed));
