import { decideOn } from '#src/chat/remediations';
import { arg, defineCommand } from '#src/command';

export default defineCommand({
  name: 'review',
  summary: 'Reviews a change that was made by breaking the glass. Never your own.',
  examples: ['review R-12 because the exposure was real', 'review R-12 reason:"Agreed with the ward"'],
  role: 'approver',
  to: 'review a broken glass',
  changes: true,
  args: {
    request: arg.word('the request, such as R-12').required,
    reason: arg.rest('what you make of it', { after: ['because'], maxLength: 500, long: true }).required,
  },
  run: ({ request, reason }, call) =>
    decideOn(request, call, {
      act: (id) => call.services.remediations.review(id, reason, call),
      lead: (r) => `You reviewed ${r.id}.`,
    }),
});
