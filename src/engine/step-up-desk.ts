import type { Instant } from '../domain/finding.ts';
import { may, signature } from '../domain/people.ts';
import type { SecondFactor, Store } from '../domain/store.ts';
import { Unsealable, type Vault } from '../domain/vault.ts';
import type { Log } from './context.ts';
import type { Refusal, StepUpDesk } from './services.ts';

/** One-time codes, as an authenticator app shows them. */
export interface OneTimeCodes {
  /** A new secret, in base32. */
  create(): string;
  /** The number of the 30-second step that the code is of; null for a wrong one. */
  stepOf(secret: string, code: string, at: Date): number | null;
  /** The secret as a QR code: a PNG in base64. */
  picture(secret: string, name: string): Promise<string>;
}

/** What became of a code. `unavailable`: the secret cannot be opened here. Only `proved` is a proof. */
export type Proof = 'proved' | 'wrong' | 'locked' | 'notEnrolled' | 'unavailable';

export interface StepUp extends StepUpDesk {
  /**
   * Uses the code up, within the caller's transaction. The transaction must commit whatever the answer is: a wrong code is
   * counted in it, and five in a row lock for a quarter of an hour.
   */
  prove(tx: Store, person: string, code: string, at: Date): Promise<Proof>;
}

export interface StepUpParts {
  readonly store: Store;
  /** Null without HIPAA_SECRET_KEY: nobody can enrol, and no code proves anything. */
  readonly vault: Vault | null;
  readonly codes: OneTimeCodes;
  readonly now: () => Date;
  readonly log: Log;
}

const mostWrong = 5;
const lockedMs = 15 * 60_000;

/** What to tell a person whose code was no proof. */
export const saysOfProof: Readonly<Record<Exclude<Proof, 'proved'>, string>> = {
  wrong:
    'That code is not right, or was used already. Wait for the next one in your authenticator app, and try again.',
  locked:
    'There were too many wrong codes, so no code is taken from you for 15 minutes. Try again after that.',
  notEnrolled: 'You have no authenticator app set up yet. Say `enrol`, then try again.',
  unavailable:
    'Your codes cannot be checked here: the key that seals their secret (HIPAA_SECRET_KEY) is missing or another one. Ask an admin to put it back, or to reset your enrolment.',
};

const about = (person: string): string => `second-factor:${person}`;
const spaced = (secret: string): string => secret.match(/.{1,4}/g)?.join(' ') ?? secret;

/** Second factors of people: enrolment, and the proof that the highest tier asks for. Every change is in the ledger. */
export function createStepUpDesk({ store, vault, codes, now, log }: StepUpParts): StepUp {
  const noKey: Refusal = {
    refused:
      'One-time codes are not set up here: the bot runs without HIPAA_SECRET_KEY. Ask an admin; docs/install.md tells how.',
  };
  const noMember: Refusal = { refused: 'Only members of this workspace can set up one-time codes.' };

  const record = (tx: Store, at: Instant, actor: string, action: string, person: string, detail = {}) =>
    tx.audit.append({ at, actor, action: `secondFactor.${action}`, subject: person, detail });

  /** Counts a wrong code, and locks with the fifth in a row and with every one after it. */
  async function miss(tx: Store, factor: SecondFactor, at: Date): Promise<Proof> {
    const { person } = factor;
    const locks = factor.failures + 1 >= mostWrong;
    const until = locks ? new Date(at.getTime() + lockedMs).toISOString() : null;
    const inARow = await tx.secondFactors.fail(person, until);
    if (until === null) return 'wrong';
    await record(tx, at.toISOString(), 'system:step-up', 'locked', person, { until, wrongInARow: inARow });
    return 'locked';
  }

  async function check(tx: Store, factor: SecondFactor, code: string, at: Date): Promise<Proof> {
    const { person, sealed, lockedUntil } = factor;
    if (vault === null) return 'unavailable';
    if (lockedUntil !== null && Date.parse(lockedUntil) > at.getTime()) return 'locked';
    let secret: string;
    try {
      secret = vault.open(sealed, about(person));
    } catch (error) {
      if (!(error instanceof Unsealable)) throw error;
      log.error({ person, why: error.why }, `a second factor could not be opened: ${error.message}`);
      return 'unavailable';
    }
    const step = codes.stepOf(secret, code, at);
    if (step === null || step <= factor.lastStep) return miss(tx, factor, at);
    return (await tx.secondFactors.spend(person, step, at.toISOString())) ? 'proved' : miss(tx, factor, at);
  }

  const refuse = (proof: Exclude<Proof, 'proved'>): Refusal => ({ refused: saysOfProof[proof] });

  return {
    available: vault !== null,

    async prove(tx, person, code, at) {
      if (vault === null) return 'unavailable';
      const factor = await tx.secondFactors.get(person);
      if (factor === null || factor.confirmedAt === null) return 'notEnrolled';
      return check(tx, factor, code, at);
    },

    async enrolled(person) {
      return ((await store.secondFactors.get(person))?.confirmedAt ?? null) !== null;
    },

    async enrol(from, code) {
      if (vault === null) return noKey;
      const { actor } = from;
      if (actor.standing !== 'member') return noMember;
      const { person } = actor;
      const secret = codes.create();
      const png = await codes.picture(secret, actor.name);
      const at = now();
      return store.transaction(async (tx) => {
        const before = await tx.secondFactors.get(person);
        const replaces = before !== null && before.confirmedAt !== null;
        if (replaces && code === undefined)
          return {
            refused:
              'You have an authenticator app set up already. Give a code of it to set up another (`enrol code:123456`), or ask an admin for `enrol reset:@you` if you lost it.',
          };
        if (replaces && code !== undefined) {
          const proof = await check(tx, before, code, at);
          if (proof !== 'proved') return refuse(proof);
        }
        await tx.secondFactors.put(person, vault.seal(secret, about(person)), at.toISOString());
        await record(tx, at.toISOString(), signature(actor), 'enrolled', person, { replaces });
        return { setupKey: spaced(secret), png };
      });
    },

    async confirm(code, from) {
      if (vault === null) return noKey;
      const { actor } = from;
      if (actor.standing !== 'member') return noMember;
      const at = now();
      return store.transaction(async (tx): Promise<{ readonly confirmed: true } | Refusal> => {
        const factor = await tx.secondFactors.get(actor.person);
        if (factor === null) return refuse('notEnrolled');
        if (factor.confirmedAt !== null)
          return { refused: 'Your authenticator app is confirmed already. Nothing else is needed.' };
        const proof = await check(tx, factor, code, at);
        if (proof !== 'proved') return refuse(proof);
        await record(tx, at.toISOString(), signature(actor), 'confirmed', actor.person);
        return { confirmed: true };
      });
    },

    async reset(person, from) {
      const { actor } = from;
      if (!may(actor, 'admin')) return { refused: 'Only an admin can reset the one-time codes of somebody.' };
      if (actor.person === person)
        return {
          refused:
            'Nobody resets their own one-time codes: ask another admin, or give a code (`enrol code:123456`).',
        };
      const at = now().toISOString();
      return store.transaction(async (tx): Promise<{ readonly reset: true } | Refusal> => {
        if (!(await tx.secondFactors.remove(person)))
          return { refused: 'This person has no authenticator app set up, so there is nothing to reset.' };
        await record(tx, at, signature(actor), 'reset', person);
        return { reset: true };
      });
    },
  };
}
