import { accountIds, isRefusal, readerOf } from '#src/chat/lookup';
import { digestMessage } from '#src/chat/views/digest';
import { refusal } from '#src/chat/views/refusal';
import { arg, defineCommand } from '#src/command';

const dayMs = 86_400_000;

export default defineCommand({
  name: 'digest',
  summary: 'Shows the digest as of now: what is open, what changed, and what is not known.',
  examples: ['digest', 'digest now since:7d', 'digest account:production --share'],
  role: 'viewer',
  to: 'read the digest',
  args: {
    when: arg.choice('the digest as of now', ['now'], true, { unasked: true }),
    since: arg.duration('how far to look back', { initial: '1d', min: 3_600_000, max: 90 * dayMs }).named,
    account: arg.list('names or ids of accounts'),
    share: arg.flag('shows it to everybody in the channel'),
  },
  async run(values, call) {
    const { services, now } = call;
    const accounts = await accountIds(services, values.account);
    if (isRefusal(accounts)) return refusal({ says: accounts.refused });
    const since = new Date(now.getTime() - (values.since ?? dayMs)).toISOString();
    const digest = await services.digests.compose({ accounts: accounts.ids, since, now });
    const message = digestMessage(digest, await readerOf(call));
    return { ...message, visibility: values.share ? 'channel' : 'sender' };
  },
});
