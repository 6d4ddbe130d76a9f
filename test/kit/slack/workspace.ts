import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startClock } from './clock.ts';
import { createDeliveries } from './deliveries.ts';
import { dump } from './dump.ts';
import { createFaults, type Fault } from './faults.ts';
import { type HttpAnswer, type HttpTarget, postSigned } from './http-mode.ts';
import type { Json } from './json.ts';
import type {
  Call,
  Channel,
  Delivery,
  Message,
  UploadedFile,
  UserGroup,
  UserRecord,
  Violation,
} from './model.ts';
import { settle, type WorkspaceOptions } from './options.ts';
import { eventPayload } from './payloads.ts';
import { createPerson } from './people.ts';
import type { Person } from './person.ts';
import { createRate } from './rate.ts';
import { createResponseUrls } from './response-url.ts';
import type { Forgery } from './signing.ts';
import type { Slack } from './slack.ts';
import { type DisconnectReason, startSocketMode } from './socket-mode.ts';
import { openStore } from './store.ts';
import { createTriggers } from './triggers.ts';
import { until } from './until.ts';
import { answerRequest } from './web-api.ts';

export type PersonFlags = Partial<Omit<UserRecord, 'id' | 'name' | 'teamId'> & { teamId: string }>;

export interface ChannelOptions {
  readonly private?: boolean;
  /** False leaves the bot uninvited. */
  readonly bot?: boolean;
  readonly archived?: boolean;
  readonly shared?: boolean;
}

export interface Workspace {
  /** The value for `slackApiUrl`. */
  readonly apiUrl: string;
  readonly port: number;
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  readonly team: { readonly id: string; readonly name: string; readonly domain: string };
  readonly bot: UserRecord;

  user(name: string, flags?: PersonFlags): Person;
  channel(name: string, members?: readonly Person[], options?: ChannelOptions): Channel;
  userGroup(handle: string, members?: readonly Person[]): UserGroup;

  /** Top level and threads, in order, as they read now; ephemerals are with each person. */
  messages(channel: Channel | string): Message[];
  replies(message: Message): Message[];
  calls(method?: string): Call[];
  readonly deliveries: readonly Delivery[];
  readonly violations: readonly Violation[];
  readonly files: readonly UploadedFile[];
  dump(): string;
  until<T>(look: () => T | Promise<T>, ms?: number): Promise<NonNullable<Exclude<T, false | 0 | ''>>>;

  /** Resolves when the bot holds this many sockets. */
  connected(count?: number, ms?: number): Promise<void>;
  sockets(): number;
  disconnect(reason?: DisconnectReason): void;
  /** Cuts every socket without a word. */
  cutSockets(): void;
  redeliver(
    delivery: Delivery,
    how?: { attempt?: number; reason?: string; forge?: Forgery },
  ): Promise<Delivery>;
  /** Any other event of the Events API. */
  event(event: Json): Promise<Delivery>;

  /** From now on deliver by signed HTTP to this address; undefined returns to sockets. */
  deliverTo(target: HttpTarget | undefined): void;
  /** A raw signed (or forged) POST to the bot. */
  post(body: string, how?: { url?: string; contentType?: string; forge?: Forgery }): Promise<HttpAnswer>;
  sslCheck(): Promise<HttpAnswer>;
  urlVerification(challenge: string): Promise<HttpAnswer>;

  fault(fault: Fault): void;
  clearFaults(): void;
  editWindow(ms: number): void;
  /** Moves Slack's clock on: triggers and response_urls age, nothing sleeps. */
  skip(ms: number): void;
  goDown(): Promise<void>;
  comeUp(): Promise<void>;
  stop(): Promise<void>;
}

const HOST = '127.0.0.1';

/** A Slack workspace that enforces Slack's limits, for the real Bolt app to talk to. */
export async function startWorkspace(options: WorkspaceOptions = {}): Promise<Workspace> {
  const settings = settle(options);
  const clock = startClock(options.clockScale);
  const violations: Violation[] = [];
  const calls: Call[] = [];
  const people = new Map<string, Person>();
  let port = options.port ?? 0;
  const origin = () => `http://${HOST}:${port}`;

  const newUser = (name: string, flags: PersonFlags = {}): UserRecord => ({
    id: store.id('U'),
    name,
    realName: `${name[0]?.toUpperCase()}${name.slice(1)} Test`,
    email: `${name}@example.com`,
    teamId: flags.isStranger ? 'T000000ELS' : settings.team.id,
    tz: 'Europe/Berlin',
    isAdmin: false,
    isOwner: false,
    isRestricted: false,
    isUltraRestricted: false,
    isStranger: false,
    isBot: false,
    deleted: false,
    ...flags,
  });

  const store = openStore(() => bot.id);
  const bot = newUser('hipaabot', { isBot: true });
  store.users.set(bot.id, bot);

  const slack: Slack = {
    settings,
    clock,
    store,
    bot,
    triggers: createTriggers(clock),
    responseUrls: createResponseUrls(origin, clock.now),
    faults: createFaults(),
    mayPost: createRate(settings.burst),
    calls,
    violations,
    violate: (kind, method, detail) => {
      violations.push({ kind, method, detail, at: Date.now() });
    },
    origin,
    socketUrl: () => sockets.ticket(),
  };

  const deliveries = createDeliveries(slack, (envelope) => sockets.send(envelope));
  const sockets = startSocketMode({
    origin,
    maxSockets: settings.maxSockets,
    pingEveryMs: settings.pingEveryMs,
    onAck: deliveries.acked,
  });

  const server = createServer((request, response) => {
    answerRequest(slack, request, response).catch((failure: unknown) => {
      response.writeHead(500, { 'content-type': 'text/plain' });
      response.end(`the test workspace broke: ${failure instanceof Error ? failure.stack : failure}`);
    });
  });
  server.on('upgrade', sockets.upgrade);

  const comeUp = async () => {
    if (server.listening) return;
    server.listen(port, HOST);
    await once(server, 'listening');
    port = (server.address() as AddressInfo).port;
  };
  const goDown = async () => {
    if (!server.listening) return;
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    sockets.cut();
    await closed;
  };
  await comeUp();

  const show = () => dump(slack, deliveries);
  const wait: Workspace['until'] = (look, ms = 5000) => until(look, ms, show);
  const asChannel = (wanted: Channel | string): Channel => {
    const channel = typeof wanted === 'string' ? store.channel(wanted) : wanted;
    if (!channel) throw new Error(`there is no channel ${String(wanted)}`);
    return channel;
  };
  const target = (): string => {
    if (!settings.http) throw new Error('no HTTP address: call deliverTo() first');
    return settings.http.url;
  };
  const post: Workspace['post'] = (body, how = {}) =>
    postSigned(
      how.url ?? target(),
      { body, contentType: how.contentType ?? 'application/x-www-form-urlencoded' },
      { secret: settings.signingSecret, timeoutMs: 10_000, forge: how.forge },
    );

  return {
    get apiUrl() {
      return `${origin()}/api/`;
    },
    get port() {
      return port;
    },
    botToken: settings.botToken,
    appToken: settings.appToken,
    signingSecret: settings.signingSecret,
    team: settings.team,
    bot,

    user: (name, flags) => {
      const known = people.get(name);
      if (known) {
        Object.assign(known.record, flags);
        return known;
      }
      const record = newUser(name, flags);
      store.users.set(record.id, record);
      const person = createPerson(slack, { deliveries, waitFor: wait }, record);
      people.set(name, person);
      return person;
    },
    channel: (
      name,
      members = [],
      { private: secret = false, bot: invited = true, archived = false, shared } = {},
    ) => {
      const made: Channel = {
        id: store.id('C'),
        name,
        kind: secret ? 'private' : 'public',
        members: new Set([...members.map(({ id }) => id), ...(invited ? [bot.id] : [])]),
        isArchived: archived,
        isShared: shared ?? members.some(({ record }) => record.isStranger),
      };
      store.channels.set(made.id, made);
      return made;
    },
    userGroup: (handle, members = []) => {
      const group: UserGroup = {
        id: store.id('S'),
        handle,
        name: handle,
        users: new Set(members.map(({ id }) => id)),
        disabled: false,
      };
      store.groups.set(group.id, group);
      return group;
    },

    messages: (wanted) => {
      const { id } = asChannel(wanted);
      return store.messages.filter((each) => each.channel === id && !each.deletedAt && !each.ephemeralTo);
    },
    replies: (message) =>
      store.messages.filter(
        (each) => each.channel === message.channel && each.threadTs === message.ts && !each.deletedAt,
      ),
    calls: (method) => calls.filter((call) => method === undefined || call.method === method),
    deliveries: deliveries.records,
    violations,
    get files() {
      return [...store.files.values()];
    },
    dump: show,
    until: wait,

    connected: async (count = 1, ms = 15_000) => {
      await wait(() => sockets.count() >= count, ms);
    },
    sockets: sockets.count,
    disconnect: (reason = 'refresh_requested') => sockets.disconnect(reason),
    cutSockets: sockets.cut,
    redeliver: deliveries.again,
    event: (event) => deliveries.send('events_api', eventPayload(slack, event, settings.team.id)),

    deliverTo: (http) => {
      settings.http = http;
    },
    post,
    sslCheck: () =>
      postSigned(
        target(),
        { body: 'ssl_check=1', contentType: 'application/x-www-form-urlencoded' },
        { secret: '', timeoutMs: 10_000, forge: 'no-signature' },
      ),
    urlVerification: (challenge) =>
      post(JSON.stringify({ type: 'url_verification', token: 'legacy', challenge }), {
        contentType: 'application/json',
      }),

    fault: slack.faults.add,
    clearFaults: slack.faults.clear,
    editWindow: (ms) => {
      settings.editWindowMs = ms;
    },
    skip: clock.skip,
    goDown,
    comeUp,
    stop: async () => {
      deliveries.stop();
      sockets.stop();
      await goDown();
    },
  };
}

export type { Channel, Delivery, Message, View, Violation } from './model.ts';
export type { WorkspaceOptions } from './options.ts';
export type { Person, Reaction, Submission } from './person.ts';
export { buttonsOf, textOf } from './reading.ts';
