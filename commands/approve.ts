import { decideOn } from '#src/chat/remediations';
import { approveButton } from '#src/chat/views/remediation-buttons';
import { stateTitle, votesText } from '#src/chat/views/remediation-words';
import { arg, defineCommand } from '#src/command';

export default defineCommand({
  name: 'approve',
  summary: 'Approves a request, for exactly the plan that it shows. Never your own.',
  examples: ['approve R-12', 'approve R-12 plan:ab12cd34ef56 confirm:maging', 'approve R-12 code:123456'],
  role: 'approver',
  to: 'approve a change',
  changes: true,
  args: {
    request: arg.word('the request, such as R-12').required,
    plan: arg.word('the beginning of the hash of the plan that you looked at', { askedBy: 'needs' }).named,
    confirm: arg.word(
      "the last six characters of the resource's name, or of the first one's where there are many",
      {
        label: 'Typed confirmation',
        maxLength: 60,
        askedBy: 'needs',
      },
    ).named,
    code: arg.word('the six digits that your authenticator app shows now; say enrol to set one up', {
      label: 'One-time code',
      maxLength: 12,
      askedBy: 'needs',
      secret: true,
    }).named,
    needs: arg.list('what a form asks for', ['confirm', 'code'], { unasked: true }),
  },
  run: ({ request, plan, confirm, code }, call) =>
    decideOn(request, call, {
      act: (id) =>
        call.services.remediations.approve(
          id,
          {
            ...(plan === undefined ? {} : { plan }),
            ...(confirm === undefined ? {} : { confirm }),
            // An authenticator app shows it in two groups.
            ...(code === undefined ? {} : { code: code.replace(/[\s-]/g, '') }),
          },
          call,
        ),
      retry: (r) =>
        (r.plan.tier.confirm || r.plan.tier.stepUp) &&
        call.services.remediations.why('approve', r, call.actor) === null
          ? approveButton(r)
          : null,
      lead: (r) =>
        r.state === 'proposed'
          ? `You approved ${r.id}: ${votesText(r)} given.`
          : `You approved ${r.id}. It is now: ${stateTitle(r).toLowerCase()}.`,
    }),
});
