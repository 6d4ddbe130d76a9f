import { decideOn } from '#src/chat/remediations';
import { arg, defineCommand } from '#src/command';

export default defineCommand({
  name: 'withdraw',
  summary: 'Withdraws a request before anything is written: your own, or as an approver.',
  examples: ['withdraw R-12', 'withdraw R-12 because the lab moves first'],
  role: 'responder',
  to: 'withdraw a request',
  changes: true,
  args: {
    request: arg.word('the request, such as R-12').required,
    reason: arg.rest('why it is withdrawn', { after: ['because'], maxLength: 500, long: true }).optional,
  },
  run: ({ request, reason = 'no reason was given' }, call) =>
    decideOn(request, call, {
      act: (id) => call.services.remediations.withdraw(id, reason, call),
      lead: (r) => `You withdrew ${r.id}. Nothing was written.`,
    }),
});
