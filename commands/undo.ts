import { says } from '#src/chat/parse';
import { alreadyAsked, planned, requested, requestOf, unknownRequest } from '#src/chat/remediations';
import { whatOf } from '#src/chat/views/remediation-words';
import { arg, defineCommand } from '#src/command';

const args = {
  request: arg.word('the request to take back, such as R-12').required,
  reason: arg.rest('why it should be taken back; with it the undo is requested', {
    after: ['because'],
    maxLength: 500,
    long: true,
    askedBy: 'needs',
  }).named,
  plan: arg.word('the beginning of the hash of the plan that you looked at', { askedBy: 'needs' }).named,
  needs: arg.list('what a form asks for', ['reason'], { unasked: true }),
};

export default defineCommand({
  name: 'undo',
  summary:
    'Shows the plan that puts back what was there; with a reason, requests it. Somebody else approves.',
  examples: ['undo R-12', 'undo R-12 because the website needs the bucket after all'],
  role: 'responder',
  to: 'undo a change',
  changes: true,
  args,
  async run(values, call) {
    const { remediations } = call.services;
    const found = await requestOf(values.request, call);
    if (found === null) return unknownRequest(values.request);
    const { id } = found.remediation;
    const again = (plan: string) => says({ name: 'undo', args }, { request: id, plan, needs: ['reason'] });
    if (values.reason === undefined) return planned(await remediations.planUndo(id, call), call, { again });
    const how = { reason: values.reason, ...(values.plan === undefined ? {} : { plan: values.plan }) };
    return requested(await remediations.undo(id, how, call), call, {
      again,
      lead: (r) =>
        alreadyAsked(r, call) ??
        `You requested ${r.id}, which undoes ${id} for ${whatOf(r)}. Nothing is written until it is approved.`,
    });
  },
});
