import { checkIds, citing, isRefusal, serviceNames } from '#src/chat/lookup';
import { says } from '#src/chat/parse';
import { checkCard, checksList, checksPageSize } from '#src/chat/views/checks';
import { refusal } from '#src/chat/views/refusal';
import { arg, defineCommand } from '#src/command';
import { bySeverity } from '#src/domain/check';

const args = {
  check: arg.word('one check, by its id or the last part of it').optional,
  service: arg.list('services, such as s3 or iam'),
  control: arg.list('citations, such as 164.312'),
  severity: arg.choice('this severity or worse', ['critical', 'high', 'medium', 'low'], false, {
    atLeast: '>=',
  }),
  state: arg.choice('whether it is asked', ['on', 'off']),
  page: arg.number('which page', { min: 1, max: 100_000, unasked: true }).named,
  here: arg.flag('shows it in the message whose button was pressed', { unasked: true }),
};

export default defineCommand({
  name: 'checks',
  summary: 'Lists what is asked of the accounts, or shows one check with its safeguards and thresholds.',
  examples: [
    'checks',
    'checks service:s3 severity>=high',
    'checks bucket-versioning',
    'checks control:164.312',
  ],
  role: 'viewer',
  to: 'look at the checks',
  args,
  async run(values, call) {
    const { services } = call;
    if (values.check !== undefined) {
      const found = checkIds(services, [values.check]);
      if (isRefusal(found)) return refusal({ says: found.refused });
      const only = found.ids.length === 1 ? services.checks.get(found.ids[0] ?? '') : null;
      if (only === null)
        return refusal({ says: `“${values.check}” names ${found.ids.join(' and ')}. Write the whole id.` });
      const { total } = await services.findings.find({ status: 'open', checks: [only.id], limit: 1 });
      return checkCard(only, total);
    }
    const wanted = serviceNames(services, values.service);
    if (isRefusal(wanted)) return refusal({ says: wanted.refused });
    const cited = citing(services, values.control);
    if (isRefusal(cited)) return refusal({ says: cited.refused });
    const { severity, state } = values;
    const all = services.checks
      .all()
      .filter(
        (c) =>
          wanted.names.length === 0 ||
          wanted.names.some((n) => n === c.service || n === c.kind.split('.')[1]),
      )
      .filter((c) => values.control.length === 0 || cited.ids.includes(c.id))
      .filter((c) => severity === undefined || bySeverity(c.severity, severity) <= 0)
      .filter((c) => state === undefined || c.enabled === (state === 'on'));
    const pages = Math.max(1, Math.ceil(all.length / checksPageSize));
    const page = Math.min(values.page ?? 1, pages);
    const message = checksList({
      total: all.length,
      enabled: all.filter((c) => c.enabled).length,
      checks: all.slice((page - 1) * checksPageSize, page * checksPageSize),
      page,
      again: (n) => says({ name: 'checks', args }, { ...values, page: n, here: true }),
    });
    return values.here ? { ...message, replaces: true } : message;
  },
});
