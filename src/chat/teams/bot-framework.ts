import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder';
import type { Account, Incoming, Json } from './activity.ts';
import type { Tokens } from './tokens.ts';

/** What a request is answered with. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

export interface Member extends Account {
  readonly userPrincipalName?: string;
  readonly email?: string;
  readonly tenantId?: string;
  /** `user`, `guest` or `anonymous`. */
  readonly userRole?: string;
}

/** The Bot Framework's protocol: requests come in through it and activities go out. */
export interface Wire {
  /** Lets `turn` have the activity if the token is Teams' own; it answers invokes. */
  receive(header: string, activity: Incoming, turn: () => Promise<Answer | null>): Promise<Answer>;
  /** The new message's id. */
  send(serviceUrl: string, conversation: string, activity: Json): Promise<string>;
  edit(serviceUrl: string, conversation: string, id: string, activity: Json): Promise<void>;
  member(serviceUrl: string, conversation: string, id: string): Promise<Member>;
  /** The private conversation with a person. */
  open(serviceUrl: string, tenant: string, person: string, bot: string): Promise<string>;
}

const issuer = 'https://api.botframework.com';
const timeout = 15_000;

/** botbuilder keeps these to its heirs. */
class Door extends CloudAdapter {
  take(header: string, activity: Incoming, turn: (context: TurnContext) => Promise<void>) {
    return this.processActivity(header, structuredClone(activity) as never, turn);
  }
  identity(appId: string) {
    return this.createClaimsIdentity(appId);
  }
}

/** Only Teams itself may ask: not skills, nor other bots, nor the emulator, whose tokens the framework takes as well. */
async function onlyTheConnector(claims: readonly { type: string; value: string }[]): Promise<void> {
  if (claims.some(({ type, value }) => type === 'iss' && value === issuer)) return;
  throw Object.assign(new Error('the token is not from the connector'), { statusCode: 401 });
}

/** The keys could not be read, so nobody can say whether the token is good. */
const unread = (error: unknown): boolean => {
  const { name, statusCode } = (error ?? {}) as { name?: string; statusCode?: number };
  return name === 'FetchError' || statusCode === 500;
};

export function createWire(options: {
  appId: string;
  /** Believes everybody: the local demo. */
  demo: boolean;
  tokens: Tokens | null;
  openIdUrl: string;
  loginUrl: string;
  /** Told why a request was refused. */
  onRefused(error: unknown): void;
}): Wire {
  const { appId, demo, tokens, openIdUrl, loginUrl, onRefused } = options;
  const credentials = {
    async signRequest<R extends { headers: { set(name: string, value: string): void } }>(request: R) {
      if (tokens) request.headers.set('authorization', `Bearer ${await tokens.token()}`);
      return request;
    },
  };
  const authentication = new ConfigurationBotFrameworkAuthentication(
    {
      ToChannelFromBotLoginUrl: loginUrl,
      ToChannelFromBotOAuthScope: issuer,
      ToBotFromChannelTokenIssuer: issuer,
      OAuthUrl: 'https://token.botframework.com',
      ToBotFromChannelOpenIdMetadataUrl: openIdUrl,
      ToBotFromEmulatorOpenIdMetadataUrl: openIdUrl,
      CallerId: 'urn:botframework:azure',
    },
    {
      isValidAppId: async (id: string) => id === appId,
      isAuthenticationDisabled: async () => demo,
      createCredentials: async () => credentials,
    },
    { requiredEndorsements: [], validateClaims: onlyTheConnector },
  );
  const door = new Door(authentication);

  const connectors = new Map<string, ReturnType<typeof connect>>();
  async function connect(serviceUrl: string) {
    const client = await authentication.createConnectorFactory(door.identity(appId)).create(serviceUrl);
    // It would post again by itself what may have arrived. The outbox is the one place that tries again.
    (client as unknown as Pipelined).client.pipeline.removePolicy({ name: 'defaultRetryPolicy' });
    return client;
  }
  async function conversations(serviceUrl: string) {
    const connector = connectors.get(serviceUrl) ?? connect(serviceUrl);
    connectors.set(serviceUrl, connector);
    return (await connector).conversations;
  }
  const patience = { requestOptions: { timeout }, timeout };

  return {
    async receive(header, activity, turn) {
      let entered = false;
      try {
        const answer: InvokeResponse | undefined = await door.take(header, activity, async (context) => {
          entered = true;
          const value = await turn();
          if (value) await context.sendActivity({ type: 'invokeResponse', value });
        });
        return answer ? { status: answer.status, body: answer.body } : { status: 200 };
      } catch (error) {
        onRefused(error);
        if (entered) return { status: 500 };
        return { status: unread(error) ? 503 : 401 };
      }
    },
    async send(serviceUrl, conversation, activity) {
      const asked = await conversations(serviceUrl);
      return (await asked.sendToConversation(conversation, activity as never, patience)).id ?? '';
    },
    async edit(serviceUrl, conversation, id, activity) {
      const asked = await conversations(serviceUrl);
      await asked.updateActivity(conversation, id, { ...activity, id } as never, patience);
    },
    async member(serviceUrl, conversation, id) {
      const asked = await conversations(serviceUrl);
      const { _response, ...member } = await asked.getConversationMember(conversation, id, patience);
      return member as Member;
    },
    async open(serviceUrl, tenant, person, bot) {
      const asked = await conversations(serviceUrl);
      const parameters = {
        isGroup: false,
        bot: { id: bot, name: '' },
        members: [{ id: person, name: '' }],
        tenantId: tenant,
        channelData: { tenant: { id: tenant } },
      };
      return (await asked.createConversation(parameters as never, patience)).id;
    },
  };
}

interface Pipelined {
  readonly client: { readonly pipeline: { removePolicy(policy: { name: string }): unknown } };
}
