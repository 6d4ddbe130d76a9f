import { unknownFinding } from '#src/chat/decide';
import { isRefusal } from '#src/chat/lookup';
import { says } from '#src/chat/parse';
import { alreadyAsked, fixAsk, planned, requested } from '#src/chat/remediations';
import { refusal } from '#src/chat/views/refusal';
import { whatOf } from '#src/chat/views/remediation-words';
import { arg, defineCommand } from '#src/command';

// Nothing is requested by a stray word: a reason is always introduced.
const args = {
  finding: arg.word('the finding, such as F-7K3QX', { askedBy: 'needs' }).optional,
  check: arg.word('a check, to fix all its open findings in one account', { askedBy: 'needs' }).named,
  account: arg.word('the account, with a check', { askedBy: 'needs' }).named,
  reason: arg.rest('why it should be changed; with it the change is requested', {
    after: ['because'],
    maxLength: 500,
    long: true,
    askedBy: 'needs',
  }).named,
  with: arg.word('a remedy by name, where there are several', { askedBy: 'needs' }).named,
  value: arg.word('what to set, where the remedy leaves a choice', { askedBy: 'needs' }).named,
  'dry-run': arg.flag('shows the plan, and offers nothing'),
  plan: arg.word('the beginning of the hash of the plan that you looked at', { askedBy: 'needs' }).named,
  needs: arg.list('what a form asks for', ['reason'], { unasked: true }),
};

export default defineCommand({
  name: 'fix',
  summary: 'Shows the plan for fixing a finding; with a reason, requests it. Somebody else approves.',
  examples: [
    'fix F-7K3QX',
    'fix F-7K3QX --dry-run',
    'fix F-7K3QX because the intake forms must be recoverable',
    'fix --check aws/s3/bucket-versioning --account production because the audit asks for it',
  ],
  role: 'responder',
  to: 'request a fix',
  changes: true,
  args,
  async run(values, call) {
    const { findings, remediations } = call.services;
    const ask = await fixAsk(values, call);
    if (isRefusal(ask)) return refusal({ says: ask.refused });
    if ('finding' in ask && (await findings.get(ask.finding)) === null)
      return unknownFinding(ask.finding, call, (finding) =>
        says({ name: 'fix', args }, { ...values, finding }),
      );
    const again = (plan: string) =>
      says(
        { name: 'fix', args },
        { ...values, plan, reason: undefined, 'dry-run': false, needs: ['reason'] },
      );
    const dryRun = values['dry-run'];
    if (values.reason === undefined || dryRun)
      return planned(await remediations.plan(ask, call), call, { again, dryRun });
    const how = { reason: values.reason, ...(values.plan === undefined ? {} : { plan: values.plan }) };
    return requested(await remediations.request(ask, how, call), call, {
      again,
      lead: (r) =>
        alreadyAsked(r, call) ??
        `You requested ${r.id} for ${whatOf(r)}. Nothing is written until it is approved.`,
    });
  },
});
