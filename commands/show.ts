import { unknownFinding } from '#src/chat/decide';
import { isRefusal, readerOf } from '#src/chat/lookup';
import { says } from '#src/chat/parse';
import { requestId } from '#src/chat/remediations';
import { showRequest } from '#src/chat/show-request';
import { findingCard } from '#src/chat/views/finding';
import { findingHistory } from '#src/chat/views/history';
import { refusal } from '#src/chat/views/refusal';
import { arg, defineCommand } from '#src/command';

const args = {
  finding: arg.word('the finding or the request, such as F-7K3QX or R-12').required,
  share: arg.flag('shows the card to everybody in the channel, and keeps it up to date'),
  history: arg.flag('lists everything that happened to it'),
  diff: arg.flag('for a request: the whole plan as a file, with nothing cut'),
  page: arg.number('which page of the history, or of the resources of a request', {
    min: 1,
    max: 100_000,
    unasked: true,
  }).named,
  here: arg.flag('shows it in the message whose button was pressed', { unasked: true }),
};

export default defineCommand({
  name: 'show',
  summary:
    'Shows one finding: what was seen, which safeguards it touches, and its history. Or one request to change something.',
  examples: ['show F-7K3QX', 'show F-7K3QX --history', 'show F-7K3QX --share', 'show R-12 --history'],
  role: 'viewer',
  to: 'look at findings',
  args,
  async run(values, call) {
    const id = requestId(values.finding);
    const again = (finding: string) => (page: number) =>
      says({ name: 'show', args }, { ...values, finding, page, here: true });
    if (id !== null) return showRequest(id, values, again(id), call);
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
    if (values.history) {
      const turn = { page: values.page, again: again(found.finding.handle) };
      const message = findingHistory(found.finding, found.history, await readerOf(call), turn);
      return values.here ? { ...message, replaces: true } : message;
    }
    const card = findingCard(found.finding, found.history, await readerOf(call));
    return { ...card, visibility: 'sender' };
  },
});
