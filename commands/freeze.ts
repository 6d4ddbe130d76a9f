import { isRefusal, readerOf } from '#src/chat/lookup';
import { freezeMessage } from '#src/chat/views/freeze';
import { refusal } from '#src/chat/views/refusal';
import { arg, defineCommand } from '#src/command';

export default defineCommand({
  name: 'freeze',
  summary:
    'Shows the kill switch, and moves it: one responder stops every change, two approvers restart. Every viewer may look.',
  examples: [
    'freeze',
    'freeze on because the imaging system misbehaves',
    'freeze off because it is understood',
  ],
  role: 'responder',
  to: 'stop or restart every change',
  changes: true,
  args: {
    action: arg.choice('to stop, or to restart', ['on', 'off'], true, { askedBy: 'needs' }),
    reason: arg.rest('why', { after: ['because'], maxLength: 500, long: true, askedBy: 'needs' }).optional,
    needs: arg.list('what a form asks for', ['reason'], { unasked: true }),
  },
  needs: ({ action }) => (action === 'on' ? 'responder' : action === 'off' ? 'approver' : 'viewer'),
  async run({ action, reason }, call) {
    const { freeze } = call.services;
    if (action === undefined)
      return freezeMessage(await freeze.state(), freeze.window(), await readerOf(call));
    if (reason === undefined)
      return refusal({
        says: `Moving the kill switch needs a reason: \`freeze ${action} because …\`.`,
        buttons: [{ label: 'Give the reason', says: `freeze ${action} needs:reason`, asks: true }],
      });
    const outcome = await (action === 'on' ? freeze.on(reason, call) : freeze.off(reason, call));
    if (isRefusal(outcome)) return refusal({ says: outcome.refused });
    const lead =
      action === 'on'
        ? 'You stopped every change.'
        : outcome.on
          ? 'You asked to restart. Another approver must agree within an hour.'
          : 'You agreed to restart: changes may be written again.';
    const message = freezeMessage(outcome, freeze.window(), await readerOf(call), lead);
    return { ...message, replaces: true };
  },
});
