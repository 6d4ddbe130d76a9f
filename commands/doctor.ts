import { doctorReport } from '#src/chat/views/doctor';
import { defineCommand } from '#src/command';

export default defineCommand({
  name: 'doctor',
  summary: 'Examines the bot itself: its store, its clouds, its chats and its schedule.',
  examples: ['doctor', '/hipaa doctor'],
  role: 'admin',
  to: 'examine the bot',
  args: {},
  run: async (_values, { services }) => doctorReport(await services.doctor.examine()),
});
