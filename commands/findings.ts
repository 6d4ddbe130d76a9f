import { accountIds, checkIds, citing, isRefusal, readerOf, serviceNames } from '#src/chat/lookup';
import { says } from '#src/chat/parse';
import { spelledOut } from '#src/chat/time';
import { coverageLine, noLongerScannedText } from '#src/chat/views/coverage';
import { findingsList, pageSize } from '#src/chat/views/findings';
import { refusal } from '#src/chat/views/refusal';
import { listed, sentences, shown } from '#src/chat/views/words';
import { arg, defineCommand } from '#src/command';
import { coverageOf } from '#src/domain/scan';

const args = {
  severity: arg.choice('this severity or worse', ['critical', 'high', 'medium', 'low'], false, {
    atLeast: '>=',
  }),
  account: arg.list('names or ids of accounts'),
  region: arg.list('regions, such as us-east-1'),
  service: arg.list('services, such as s3 or iam'),
  check: arg.list('checks, by id or the last part of it'),
  control: arg.list('citations, such as 164.312'),
  age: arg.duration('open for longer than this', { atLeast: '>' }).named,
  triage: arg.choice('what people decided', ['untriaged', 'acknowledged', 'accepted']),
  state: arg.choice('open ones unless you say otherwise', ['open', 'resolved', 'any']),
  owner: arg.person('who owns it: @name, or me').named,
  resource: arg.word('a part of the name of the resource').named,
  page: arg.number('which page', { min: 1, max: 100_000, unasked: true }).named,
  share: arg.flag('shows the list to everybody in the channel'),
  here: arg.flag('shows it in the message whose button was pressed', { unasked: true }),
};

export default defineCommand({
  name: 'findings',
  summary: 'Lists findings, worst first: the open ones unless you say otherwise.',
  examples: [
    'findings',
    'findings severity>=high account:production control:164.312 age>7d page:2',
    'findings owner:me triage:untriaged',
    'findings service:s3 state:resolved',
  ],
  role: 'viewer',
  to: 'look at findings',
  args,
  async run(values, call) {
    const { services, now } = call;
    const accounts = await accountIds(services, values.account);
    if (isRefusal(accounts)) return refusal({ says: accounts.refused });
    const named = checkIds(services, values.check);
    if (isRefusal(named)) return refusal({ says: named.refused });
    const cited = citing(services, values.control);
    if (isRefusal(cited)) return refusal({ says: cited.refused });
    const wanted = serviceNames(services, values.service);
    if (isRefusal(wanted)) return refusal({ says: wanted.refused });
    const owner = values.owner === undefined ? null : await services.people.resolve(values.owner, call);
    if (values.owner !== undefined && owner === null)
      return refusal({ says: `Nobody here is known as “${values.owner}”.`, next: 'Write @name, or me.' });

    const both = values.check.length > 0 && values.control.length > 0;
    const checks = both ? named.ids.filter((id) => cited.ids.includes(id)) : [...named.ids, ...cited.ids];
    const since = values.age === undefined ? undefined : new Date(now.getTime() - values.age).toISOString();
    const nothing = { total: 0, findings: [] };
    const at = async (page: number) =>
      both && checks.length === 0
        ? nothing
        : services.findings.find({
            status: values.state ?? 'open',
            ...(values.severity ? { severityAtLeast: values.severity } : {}),
            ...(accounts.ids.length > 0 ? { accounts: accounts.ids } : {}),
            ...(values.region.length > 0 ? { regions: values.region } : {}),
            ...(wanted.names.length > 0 ? { services: wanted.names } : {}),
            ...(checks.length > 0 ? { checks } : {}),
            ...(values.triage ? { triage: values.triage } : {}),
            ...(owner ? { owner: owner.id } : {}),
            ...(since ? { openedBefore: since } : {}),
            ...(values.resource ? { resource: values.resource } : {}),
            offset: (page - 1) * pageSize,
            limit: pageSize,
          });
    const asking = await at(values.page ?? 1);
    const page = Math.min(values.page ?? 1, Math.max(1, Math.ceil(asking.total / pageSize)));
    const { total, findings } = page === (values.page ?? 1) ? asking : await at(page);
    const perAccount = await services.scans.perAccount();
    const looked = perAccount.filter((a) => accounts.ids.length === 0 || accounts.ids.includes(a.id));
    const c = coverageOf(looked);
    const refused = looked.filter((a) => a.refused !== undefined).length;
    const left = (await services.scans.noLongerScanned()).filter(
      ({ id }) => accounts.ids.length === 0 || accounts.ids.includes(id),
    );
    const whole = c.asked > 0 && c.assessed >= c.asked && refused === 0;
    const onlyLeft = looked.length === 0 && left.length > 0;
    const gap = sentences(!whole && !onlyLeft && coverageLine(c, refused), noLongerScannedText(left, 3));
    const again = (change: Readonly<Record<string, unknown>>) =>
      says({ name: 'findings', args }, { ...values, share: false, here: true, ...change });
    const asked = [
      ...(values.severity
        ? [`severity ${values.severity}${values.severity === 'critical' ? '' : ' or worse'}`]
        : []),
      ...(values.account.length > 0 ? [`account ${listed(values.account)}`] : []),
      ...(values.region.length > 0 ? [`region ${listed(values.region)}`] : []),
      ...(values.service.length > 0 ? [`service ${listed(values.service)}`] : []),
      ...(values.check.length > 0 ? [`check ${listed(values.check)}`] : []),
      ...(values.control.length > 0 ? [`safeguard ${listed(values.control)}`] : []),
      ...(values.age === undefined ? [] : [`age over ${spelledOut(values.age)}`]),
      ...(values.triage ? [`triage ${values.triage}`] : []),
      ...(owner ? [`owner ${owner.name}`] : []),
      ...(values.resource ? [`“${values.resource}” in the name of the resource`] : []),
    ].map((part) => shown(part, 120));
    const message = findingsList(
      {
        total,
        findings,
        page,
        state: values.state ?? 'open',
        asked,
        gap: gap === '' ? null : gap,
        again,
        filters: [
          ...(values.severity === undefined
            ? [{ label: 'High or worse', change: { severity: 'high' } }]
            : []),
          ...(values.triage === undefined ? [{ label: 'Not triaged', change: { triage: 'untriaged' } }] : []),
          ...(values.owner === undefined ? [{ label: 'Mine', change: { owner: 'me' } }] : []),
        ],
        ...(values.share
          ? {}
          : { share: says({ name: 'findings', args }, { ...values, here: false, share: true }) }),
      },
      await readerOf(call),
    );
    return {
      ...message,
      visibility: values.share ? 'channel' : 'sender',
      ...(values.here ? { replaces: true } : {}),
    };
  },
});
