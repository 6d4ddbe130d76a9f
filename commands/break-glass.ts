import { unknownFinding } from '#src/chat/decide';
import { isRefusal } from '#src/chat/lookup';
import { says } from '#src/chat/parse';
import { fixAsk, requested } from '#src/chat/remediations';
import { refusal } from '#src/chat/views/refusal';
import { whatOf } from '#src/chat/views/remediation-words';
import { listed, timeText } from '#src/chat/views/words';
import { arg, defineCommand } from '#src/command';

const args = {
  finding: arg.word('the finding, such as F-7K3QX').required,
  reason: arg.rest('why it cannot wait for a second person, at length', {
    after: ['because'],
    maxLength: 1000,
    long: true,
  }).required,
  with: arg.word('a remedy by name, where there are several', { askedBy: 'needs' }).named,
  value: arg.word('what to set, where the remedy leaves a choice', { askedBy: 'needs' }).named,
  code: arg.word('the six digits that your authenticator app shows now, where the tier asks for them', {
    label: 'One-time code',
    maxLength: 12,
    askedBy: 'needs',
    secret: true,
  }).named,
  needs: arg.list('what a form asks for', ['with', 'value', 'code'], { unasked: true }),
};

export default defineCommand({
  name: 'break-glass',
  summary:
    'Fixes a finding at once, without a second person. Every approver is told, and somebody else reviews it.',
  examples: [
    'break-glass F-7K3QX because intake forms are being read by strangers at this very moment',
    'break-glass F-7K3QX reason:"The incident team asked for it on the bridge, and nobody else is awake"',
  ],
  role: 'approver',
  to: 'break the glass',
  changes: true,
  args,
  async run(values, call) {
    const ask = await fixAsk(values, call);
    if (isRefusal(ask)) return refusal({ says: ask.refused });
    if ((await call.services.findings.get(values.finding)) === null)
      return unknownFinding(values.finding, call, (finding) =>
        says({ name: 'break-glass', args }, { ...values, finding }),
      );
    const { reason, code } = values;
    const how = { reason, ...(code === undefined ? {} : { code: code.replace(/[\s-]/g, '') }) };
    const outcome = await call.services.remediations.breakGlass(ask, how, call);
    const others = (await call.services.people.members('approver')).filter(
      (p) => p.person !== call.actor.person,
    );
    const told = listed([...new Set(others.map((p) => p.name))].slice(0, 10));
    return requested(outcome, call, {
      again: () => says({ name: 'fix', args: { finding: args.finding } }, { finding: values.finding }),
      lead: (r) => {
        const by = r.breakGlass === null ? '' : ` by ${timeText(r.breakGlass.reviewBy)}`;
        return `You broke the glass: ${r.id} is carried out on ${whatOf(r)}. The other approvers are told (${told}), and one of them reviews it${by}.`;
      },
    });
  },
});
