import { drillMessage } from '#src/chat/views/drill';
import { defineCommand } from '#src/command';

export default defineCommand({
  name: 'drill',
  summary: 'Rehearses the dangers of a change on a made-up account, and keeps the result as evidence.',
  examples: ['drill', '/hipaa drill'],
  role: 'officer',
  also: 'admin',
  to: 'run a drill',
  args: {},
  run: async (_values, call) => drillMessage(await call.services.drills.run(call)),
});
