import { type Attestation, dayIn, standingOf, type Topic, untilOf } from '../domain/attestation.ts';
import { dayOf } from '../domain/days.ts';
import { may, signature } from '../domain/people.ts';
import { screen } from '../domain/screen.ts';
import { allTopics, isAsked, tellTopic, validDaysOf } from './attestations.ts';
import type { Engine } from './context.ts';
import type { AttestationDesk, AttestationView, Origin, Refusal } from './services.ts';

const hourMs = 3_600_000;

/** What people say for what no API tells. Every word is kept; the newest of a topic counts. */
export function createAttestationDesk(engine: Engine): AttestationDesk {
  const { store } = engine;
  const viewOf = (topic: Topic, latest: Attestation | null): AttestationView => ({
    topic,
    asked: isAsked(engine, topic.id),
    validDays: validDaysOf(engine, topic),
    latest,
    ...standingOf(latest, engine.now()),
  });

  return {
    async list() {
      const said = new Map((await store.attestations.latest()).map((a) => [a.topic, a]));
      return allTopics.map((topic) => viewOf(topic, said.get(topic.id) ?? null));
    },
    async attest(typed, given, from: Origin): Promise<AttestationView | Refusal> {
      if (!may(from.actor, 'officer')) return { refused: 'You need the role officer to attest.' };
      const topic = allTopics.find(({ id }) => id === typed.toLowerCase());
      if (!topic)
        return {
          refused: `There is nothing called "${typed.slice(0, 60)}" to attest. Topics: ${allTopics.map(({ id }) => id).join(', ')}.`,
        };
      const today = dayOf(from.now);
      const on = given.on === undefined ? engine.rules.attestations.dayAt(from.now) : dayIn(given.on);
      if (on === null) return { refused: 'The day must be written like 2026-11-20.' };
      // East of Greenwich the day has begun already.
      if (on > dayOf(new Date(from.now.getTime() + 14 * hourMs)))
        return { refused: `${on} is still to come: attest what was done, with its day.` };
      const until = untilOf(on, validDaysOf(engine, topic));
      if (until <= today)
        return {
          refused: `What was so on ${on} held until ${until}: it would be past already. Do it anew, and attest that day.`,
        };
      const at = from.now.toISOString();
      const attestation: Attestation = {
        topic: topic.id,
        on,
        until,
        document: given.document === undefined ? null : screen(given.document).text,
        note: given.note === undefined ? null : screen(given.note).text,
        by: signature(from.actor),
        byName: from.actor.name,
        at,
      };
      await store.transaction(async (tx) => {
        await tx.attestations.add(attestation);
        await tx.audit.append({
          at,
          actor: attestation.by,
          action: 'attestation.given',
          subject: topic.id,
          detail: {
            on,
            until,
            name: attestation.byName,
            document: attestation.document,
            note: attestation.note,
            controls: topic.controls,
          },
        });
        await tellTopic(engine, tx, topic, attestation, attestation.by);
      });
      engine.wake();
      return viewOf(topic, attestation);
    },
  };
}
