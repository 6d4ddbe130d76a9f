import { allowed } from '#src/chat/authorise';
import { whoamiMessage } from '#src/chat/views/whoami';
import { defineCommand } from '#src/command';

export default defineCommand({
  name: 'whoami',
  summary: 'Tells who the bot takes you for, and what you may do.',
  examples: ['whoami', '/hipaa whoami'],
  role: 'viewer',
  open: true,
  args: {},
  run: async (_values, { actor, services }) =>
    whoamiMessage(
      actor,
      allowed(services.registry, actor).map((c) => c.name),
    ),
});
