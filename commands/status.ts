import { readerOf } from '#src/chat/lookup';
import { says } from '#src/chat/parse';
import { statusMessage } from '#src/chat/views/status';
import { arg, defineCommand } from '#src/command';

const pageSize = 10;

const args = {
  page: arg.number('which page of the accounts', { min: 1, max: 100_000, unasked: true }).named,
  share: arg.flag('shows it to everybody in the channel'),
  here: arg.flag('shows it in the message whose button was pressed', { unasked: true }),
};

export default defineCommand({
  name: 'status',
  summary: 'Shows each account: its last scan, what is open, and what is not assessed.',
  examples: ['status', 'status --share'],
  role: 'viewer',
  to: 'look at the status',
  args,
  async run(values, call) {
    const { scans, findings } = call.services;
    // Of hundreds of accounts those of which nothing is known come first.
    const all = [...(await scans.perAccount())].sort(
      (a, b) =>
        Number(a.refused === undefined) - Number(b.refused === undefined) ||
        a.name.localeCompare(b.name, 'en'),
    );
    const pages = Math.max(1, Math.ceil(all.length / pageSize));
    const page = Math.min(values.page ?? 1, pages);
    const results = all.slice((page - 1) * pageSize, page * pageSize);
    const accounts = await Promise.all(
      results.map(async (result) => ({ result, open: await findings.counts([result.id]) })),
    );
    const message = statusMessage(
      {
        accounts,
        all,
        noLongerScanned: await scans.noLongerScanned(),
        open: await findings.counts(),
        page,
        pages,
        running: await scans.running(),
        last: (await scans.latest(5)).find((s) => s.state !== 'running') ?? null,
        nextAt: scans.nextAt(),
        again: (n) => says({ name: 'status', args }, { page: n, here: true }),
        ...(values.share ? {} : { share: says({ name: 'status', args }, { share: true }) }),
      },
      await readerOf(call),
    );
    return {
      ...message,
      visibility: values.share ? 'channel' : 'sender',
      ...(values.here ? { replaces: true } : {}),
    };
  },
});
