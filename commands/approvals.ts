import { readerOf } from '#src/chat/lookup';
import { says } from '#src/chat/parse';
import { approvalsMessage } from '#src/chat/views/approvals';
import { arg, defineCommand } from '#src/command';

const args = {
  page: arg.number('which page', { min: 1, max: 100_000, unasked: true }).named,
  here: arg.flag('shows it in the message whose button was pressed', { unasked: true }),
};

export default defineCommand({
  name: 'approvals',
  summary:
    'Lists the requests that wait for you and those that you asked for, and how the kill switch stands.',
  examples: ['approvals', 'approvals page:2'],
  role: 'viewer',
  to: 'look at requests',
  args,
  async run(values, call) {
    const { remediations, freeze } = call.services;
    const message = approvalsMessage(
      {
        ...(await remediations.waiting(call.actor)),
        freeze: await freeze.state(),
        page: values.page ?? 1,
        again: (page) => says({ name: 'approvals', args }, { page, here: true }),
      },
      await readerOf(call),
    );
    return values.here ? { ...message, replaces: true } : message;
  },
});
