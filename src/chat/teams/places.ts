import type { Conversations } from '../../domain/store.ts';
import { type Account, type Incoming, type Kind, kindOf, parted, tenantOf } from './activity.ts';
import type { Wire } from './bot-framework.ts';
import { failure, type Log } from './log.ts';

/** What it takes to speak in a conversation. */
export interface Address {
  readonly serviceUrl: string;
  /** Who the bot is there. */
  readonly bot: string;
  readonly kind: Kind;
  /** Teams' own id of the person of a private conversation. */
  readonly user?: string;
}

/** A conversation as Teams knows it now. */
export interface Room extends Address {
  readonly id: string;
}

/** Where the bot may speak: noted when it is let in, forgotten when it is put out. */
export interface Places {
  /** Notes where something was said. True if the bot was never there before. */
  note(activity: Incoming): Promise<boolean>;
  forget(activity: Incoming): Promise<boolean>;
  /** `kind` is absent for a place that was never heard from. */
  address(team: string, id: string): Promise<Pick<Address, 'serviceUrl' | 'bot'> & { readonly kind?: Kind }>;
  /** The private conversation with a person, begun if it must be; null where Teams does not let the bot. */
  privateWith(team: string, person: Person, from: Pick<Address, 'serviceUrl' | 'bot'>): Promise<Room | null>;
  /** The conversations in which people may be looked up, theirs first. */
  roomsFor(team: string, person: string): Promise<readonly Room[]>;
}

export type Person = Pick<Account, 'id' | 'aadObjectId'>;

const mostKnown = 5000;
const mostRooms = 20;

export function createPlaces(
  conversations: Pick<Conversations, 'put' | 'get' | 'withPerson' | 'all' | 'forget'>,
  wire: Pick<Wire, 'open'>,
  /** For a place that was never heard from. */
  usual: Pick<Address, 'serviceUrl' | 'bot'>,
  log: Log,
  now: () => Date,
): Places {
  /** What was written lately, so that not every word in a channel costs a write. */
  const written = new Map<string, string>();
  const roomOf = ({ id, address }: { id: string; address: string }): Room => ({
    id,
    ...(JSON.parse(address) as Address),
  });

  async function keep(team: string, id: string, person: string | null, address: Address): Promise<boolean> {
    const text = JSON.stringify(address);
    const key = `${team} ${id}`;
    if (written.get(key) === text) return false;
    const isNew = await conversations.put(
      { platform: 'teams', team, id, person, address: text },
      now().toISOString(),
    );
    written.delete(key);
    written.set(key, text);
    const oldest = written.keys().next().value;
    if (written.size > mostKnown && oldest !== undefined) written.delete(oldest);
    return isNew;
  }

  return {
    async note(activity) {
      const { serviceUrl, from, recipient } = activity;
      const kind = kindOf(activity);
      const personal = kind === 'personal';
      const address = { serviceUrl, bot: recipient.id, kind, ...(personal ? { user: from.id } : {}) };
      const person = personal ? (from.aadObjectId ?? null) : null;
      return keep(tenantOf(activity), parted(activity.conversation.id).id, person, address);
    },
    async forget(activity) {
      const [team, { id }] = [tenantOf(activity), parted(activity.conversation.id)];
      written.delete(`${team} ${id}`);
      return conversations.forget('teams', team, id);
    },
    async address(team, id) {
      const known = await conversations.get('teams', team, id);
      // The app is installed in a team and tells of one channel; its other channels have the same address.
      const [another] = known ? [known] : await conversations.all('teams', team);
      const { serviceUrl, bot } = another ? roomOf(another) : usual;
      return { serviceUrl, bot, ...(known ? { kind: roomOf(known).kind } : {}) };
    },
    async privateWith(team, { id: user, aadObjectId: person }, { serviceUrl, bot }) {
      const known = person ? await conversations.withPerson('teams', team, person) : null;
      if (known) return roomOf(known);
      try {
        const id = await wire.open(serviceUrl, team, user, bot);
        const address: Address = { serviceUrl, bot, kind: 'personal', user };
        await keep(team, id, person ?? null, address);
        return { id, ...address };
      } catch (error) {
        log.warn({ ...failure(error) }, 'a private conversation could not be begun');
        return null;
      }
    },
    async roomsFor(team, person) {
      const own = await conversations.withPerson('teams', team, person);
      const all = (await conversations.all('teams', team)).map(roomOf);
      const shared = all.filter(({ kind }) => kind !== 'personal').slice(0, mostRooms);
      return [...(own ? [roomOf(own)] : []), ...shared];
    },
  };
}
