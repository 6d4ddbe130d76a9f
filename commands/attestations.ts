import { readerOf } from '#src/chat/lookup';
import { attestationsMessage } from '#src/chat/views/attestations';
import { defineCommand } from '#src/command';

export default defineCommand({
  name: 'attestations',
  summary: 'Shows what no API can tell: what is attested, by whom and until when, and what is missing.',
  examples: ['attestations', '/hipaa attestations'],
  role: 'viewer',
  args: {},
  async run(_, call) {
    return attestationsMessage(await call.services.attestations.list(), await readerOf(call));
  },
});
