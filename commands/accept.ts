import { decide } from '#src/chat/decide';
import { says } from '#src/chat/parse';
import { dayText } from '#src/chat/views/words';
import { arg, defineCommand } from '#src/command';

const args = {
  finding: arg.word('the finding, such as F-7K3QX').required,
  until: arg.date('the day on which the acceptance ends, at most a year away', {
    after: ['until'],
    label: 'Until when',
    max: 365 * 86_400_000,
    limit: 'acceptMaxDays',
  }).mandatory,
  control: arg.rest('what protects the data in the meantime', {
    label: 'Compensating control',
    maxLength: 500,
    long: true,
  }).mandatory,
  reason: arg.rest('why the risk is accepted', {
    after: ['because'],
    maxLength: 500,
    long: true,
  }).required,
};

export default defineCommand({
  name: 'accept',
  summary: 'Accepts the risk of a finding until a day, with a reason and a compensating control.',
  examples: [
    'accept F-7K3QX until 2027-01-31 because the old scanner needs it control:"Only the clinic network reaches it"',
    'accept F-7K3QX until:6mo reason:"Replaced in spring" control:"Access is logged and read weekly"',
  ],
  role: 'officer',
  to: 'accept a risk',
  changes: true,
  args,
  run: (values, call) =>
    decide(values.finding, call, {
      act: () =>
        call.services.findings.accept(
          values.finding,
          { until: values.until, reason: values.reason, compensatingControl: values.control },
          call,
        ),
      again: (finding) => says({ name: 'accept', args }, { ...values, finding }),
      lead: (f) => {
        const until = f.triage.kind === 'untriaged' ? '' : ` until ${dayText(f.triage.until)}`;
        return `You accepted the risk of ${f.handle}${until}.`;
      },
    }),
});
