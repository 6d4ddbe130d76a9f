export type Json = Record<string, any>;

export interface Person {
  readonly id: string;
  readonly aadObjectId: string;
  readonly name: string;
  readonly userPrincipalName: string;
  readonly tenantId: string;
  readonly userRole: 'user' | 'guest' | 'anonymous';
}

export interface Kept {
  readonly id: string;
  /** The first message of its thread, in a channel. */
  readonly thread: string | null;
  readonly from: string;
  activity: Json;
  edits: number;
}

export interface Conversation {
  readonly id: string;
  readonly type: 'personal' | 'groupChat' | 'channel';
  readonly members: Set<string>;
  /** The bot may write here. */
  installed: boolean;
  blocked: boolean;
  readonly messages: Map<string, Kept>;
}

/** What Teams remembers, for tests to look at and to change. */
export interface Model {
  readonly tenant: string;
  readonly bot: string;
  readonly people: Map<string, Person>;
  readonly conversations: Map<string, Conversation>;
  person(name: string, more?: Partial<Person>): Person;
  conversation(id: string, type: Conversation['type'], members: readonly Person[]): Conversation;
  nextId(): string;
}

export const tenant = '11111111-aaaa-4aaa-8aaa-111111111111';
export const otherTenant = '22222222-bbbb-4bbb-8bbb-222222222222';

export function createModel(appId: string): Model {
  const people = new Map<string, Person>();
  const conversations = new Map<string, Conversation>();
  let n = 0;
  return {
    tenant,
    bot: `28:${appId}`,
    people,
    conversations,
    person(name, more = {}) {
      const number = people.size + 1;
      const person: Person = {
        id: `29:1${name.toLowerCase()}-${number}`,
        aadObjectId: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
        name,
        userPrincipalName: `${name.toLowerCase()}@clinic.example`,
        tenantId: tenant,
        userRole: 'user',
        ...more,
      };
      people.set(person.id, person);
      return person;
    },
    conversation(id, type, members) {
      const made: Conversation = {
        id,
        type,
        members: new Set(members.map((person) => person.id)),
        installed: true,
        blocked: false,
        messages: new Map(),
      };
      conversations.set(id, made);
      return made;
    },
    nextId: () => String(1_790_000_000_000 + ++n),
  };
}
