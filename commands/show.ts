import { unknownFinding } from '#src/chat/decide';
import { isRefusal, readerOf } from '#src/chat/lookup';
import { says } from '#src/chat/parse';
import { findingCard } from '#src/chat/views/finding';
import { refusal } from '#src/chat/views/refusal';
import { arg, defineCommand } from '#src/command';

const args = {
  finding: arg.word('the finding, such as F-7K3QX').required,
  share: arg.flag('shows the card to everybody in the channel, and keeps it up to date'),
};

export default defineCommand({
  name: 'show',
  summary: 'Shows one finding: what was seen, which safeguards it touches, and its history.',
  examples: ['show F-7K3QX', 'show F-7K3QX --share'],
  role: 'viewer',
  to: 'look at findings',
  args,
  async run(values, call) {
    const { findings } = call.services;
    const found = await findings.get(values.finding);
    if (found === null)
      return unknownFinding(values.finding, call, (finding) =>
        says({ name: 'show', args }, { ...values, finding }),
      );
    if (values.share) {
      const shared = await findings.share(values.finding, call);
      if (isRefusal(shared)) return refusal({ says: shared.refused });
      const text = `${shared.handle} is now shown to everybody in this channel.`;
      return { text, blocks: [{ kind: 'text', text }], visibility: 'sender' };
    }
    const card = findingCard(found.finding, found.history, await readerOf(call));
    return { ...card, visibility: 'sender' };
  },
});
