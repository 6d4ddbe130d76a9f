import { buttonArrived, doctorReport } from '#src/chat/views/doctor';
import { arg, defineCommand } from '#src/command';

export default defineCommand({
  name: 'doctor',
  summary: 'Examines the bot itself: its store, its clouds, its chats and its schedule.',
  examples: ['doctor', '/hipaa doctor'],
  role: 'admin',
  to: 'examine the bot',
  args: {
    // Buttons that reach nobody are the commonest fault of an installation behind a proxy: one press proves the way back.
    button: arg.choice('says that a press arrived', ['button'], true, { unasked: true }),
  },
  run: async ({ button }, { services }) =>
    button ? buttonArrived : doctorReport(await services.doctor.examine()),
});
