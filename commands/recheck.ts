import { decide } from '#src/chat/decide';
import { says } from '#src/chat/parse';
import { stateOf } from '#src/chat/views/finding-words';
import { arg, defineCommand } from '#src/command';

const args = { finding: arg.word('the finding, such as F-7K3QX').required };

export default defineCommand({
  name: 'recheck',
  summary: "Looks at a finding's resource again now, and keeps what was seen.",
  examples: ['recheck F-7K3QX', 'recheck finding:F-7K3QX'],
  role: 'responder',
  to: 'check a finding again',
  changes: true,
  args,
  run: ({ finding }, call) =>
    decide(finding, call, {
      act: () => call.services.remediations.recheck(finding, call),
      again: (handle) => says({ name: 'recheck', args }, { finding: handle }),
      lead: (f) => `${f.handle} was looked at again. It is now: ${stateOf(f).toLowerCase()}.`,
    }),
});
