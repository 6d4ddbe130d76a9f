import { gatesFor, knownVerb } from '#src/chat/gates';
import { isRefusal } from '#src/chat/lookup';
import { requestOf, unknownRequest } from '#src/chat/remediations';
import { gatesMessage } from '#src/chat/views/gates';
import { refusal } from '#src/chat/views/refusal';
import { namesOf } from '#src/chat/views/remediation-words';
import { arg, defineCommand } from '#src/command';

export default defineCommand({
  name: 'why-not',
  summary: 'Tells what stands in your way: role, standing, your own request, groups, clocks, freezes.',
  examples: ['why-not approve', 'why-not approve R-12', 'why-not freeze'],
  role: 'viewer',
  open: true,
  args: {
    verb: arg.word('the verb, such as approve').required,
    request: arg.word('the request it is about, such as R-12').optional,
  },
  async run({ verb, request }, call) {
    const { registry } = call.services;
    const command = knownVerb(verb, registry);
    if (isRefusal(command)) return refusal({ says: command.refused });
    const view = request === undefined ? undefined : await requestOf(request, call);
    if (view === null) return unknownRequest(request ?? '');
    const deed =
      view === undefined ? (command.to ?? `say “${command.name}”`) : `${command.name} ${view.remediation.id}`;
    const who =
      view !== undefined && command.name === 'approve' && view.approvers.length > 0
        ? `${namesOf(view.approvers)} can approve it now.`
        : null;
    return gatesMessage(deed, await gatesFor(command, view?.remediation ?? null, call), who);
  },
});
