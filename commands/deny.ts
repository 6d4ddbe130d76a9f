import { decideOn } from '#src/chat/remediations';
import { arg, defineCommand } from '#src/command';

export default defineCommand({
  name: 'deny',
  summary: 'Denies a request, with the reason. Nothing is written.',
  examples: ['deny R-12 because the website still needs it', 'deny R-12 reason:"Wait for the move"'],
  role: 'approver',
  to: 'deny a change',
  changes: true,
  args: {
    request: arg.word('the request, such as R-12').required,
    reason: arg.rest('why it should not be done', { after: ['because'], maxLength: 500, long: true })
      .required,
  },
  run: ({ request, reason }, call) =>
    decideOn(request, call, {
      act: (id) => call.services.remediations.deny(id, reason, call),
      lead: (r) => `You denied ${r.id}.`,
    }),
});
