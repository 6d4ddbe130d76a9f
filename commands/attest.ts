import { isRefusal } from '#src/chat/lookup';
import { attestedMessage } from '#src/chat/views/attestations';
import { refusal } from '#src/chat/views/refusal';
import { arg, defineCommand } from '#src/command';

export default defineCommand({
  name: 'attest',
  summary: 'Says what no API can tell, such as that a risk analysis was done: with its day and a document.',
  examples: [
    'attest risk-analysis on:2026-11-02 document:https://docs.example.com/risk-2026',
    'attest wireless document:"Site survey, binder 4" note:"All eleven clinics"',
  ],
  role: 'officer',
  to: 'attest',
  changes: true,
  args: {
    topic: arg.word('what is attested; say attestations to list the topics', { label: 'Topic' }).required,
    on: arg.word('the day on which it was so, like 2026-11-20; today when left out', {
      label: 'Day',
    }).named,
    document: arg.rest('where it is written down: a link, or the name of a document', {
      label: 'Document',
      maxLength: 300,
    }).mandatory,
    note: arg.rest('what else is worth saying', { maxLength: 500, long: true }).named,
  },
  async run({ topic, on, document, note }, call) {
    const outcome = await call.services.attestations.attest(
      topic,
      {
        document,
        ...(on === undefined ? {} : { on }),
        ...(note === undefined ? {} : { note }),
      },
      call,
    );
    if (isRefusal(outcome)) return refusal({ says: outcome.refused });
    return attestedMessage(outcome);
  },
});
