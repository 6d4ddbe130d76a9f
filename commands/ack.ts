import { decide } from '#src/chat/decide';
import { says } from '#src/chat/parse';
import { dayText } from '#src/chat/views/words';
import { arg, defineCommand } from '#src/command';

const dayMs = 86_400_000;

const args = {
  finding: arg.word('the finding, such as F-7K3QX').required,
  for: arg.duration('how long it may wait', {
    after: ['for'],
    label: 'For how long',
    initial: '7d',
    min: 3_600_000,
    max: 90 * dayMs,
    limit: 'acknowledgeMaxDays',
  }).optional,
  reason: arg.rest('why it may wait', {
    after: ['because'],
    maxLength: 500,
    long: true,
  }).required,
};

export default defineCommand({
  name: 'ack',
  summary: 'Acknowledges a finding: it is known, and may wait for a while. It lapses by itself.',
  examples: [
    'ack F-7K3QX 7d because the vendor delivers a fix on Friday',
    'ack F-7K3QX for:2w reason:"The bucket moves to the new account this month"',
    'ack F-7K3QX for 30 days because the replacement is ordered',
  ],
  role: 'responder',
  to: 'acknowledge a finding',
  changes: true,
  args,
  run: (values, call) =>
    decide(values.finding, call, {
      act: () =>
        call.services.findings.acknowledge(
          values.finding,
          { forMs: values.for ?? 7 * dayMs, reason: values.reason },
          call,
        ),
      again: (finding) => says({ name: 'ack', args }, { ...values, finding }),
      lead: (f) => {
        const until = f.triage.kind === 'untriaged' ? '' : ` until ${dayText(f.triage.until)}`;
        return `You acknowledged ${f.handle}${until}.`;
      },
    }),
});
