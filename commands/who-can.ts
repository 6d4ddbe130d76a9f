import { knownVerb } from '#src/chat/gates';
import { isRefusal } from '#src/chat/lookup';
import { requestOf, unknownRequest } from '#src/chat/remediations';
import { refusal } from '#src/chat/views/refusal';
import { namesOf } from '#src/chat/views/remediation-words';
import { sentences } from '#src/chat/views/words';
import { arg, defineCommand } from '#src/command';

export default defineCommand({
  name: 'who-can',
  summary: 'Names the people who may say a verb, or decide about a request.',
  examples: ['who-can approve', 'who-can approve R-12', 'who-can fix F-7K3QX'],
  role: 'viewer',
  open: true,
  args: {
    verb: arg.word('the verb, such as approve').required,
    about: arg.word('a finding or a request it is about').optional,
  },
  async run({ verb, about }, call) {
    const { people, registry } = call.services;
    const command = knownVerb(verb, registry);
    if (isRefusal(command)) return refusal({ says: command.refused });
    const roles = [command.role, ...(command.also === undefined ? [] : [command.also])];
    const members = (await Promise.all(roles.map((role) => people.members(role)))).flat();
    const names = [...new Map(members.map((m) => [m.person, m.name])).values()];
    const need = command.open ? 'Everybody may say it' : `It needs the role ${roles.join(' or ')}`;
    const held = command.open
      ? null
      : names.length === 0
        ? 'Nobody here has it yet: it is granted in the configuration, under people'
        : `${namesOf(names, 20)} ${names.length === 1 ? 'has' : 'have'} it`;
    const found = about !== undefined && /^r-?\d+$/i.test(about) ? await requestOf(about, call) : undefined;
    if (found === null && about !== undefined) return unknownRequest(about);
    const now =
      found && command.name === 'approve'
        ? found.approvers.length === 0
          ? `Nobody can approve ${found.remediation.id} now: “why-not approve ${found.remediation.id}” tells what stands in your way`
          : `${found.remediation.id} can be approved now by ${namesOf(found.approvers, 20)}`
        : null;
    const text = sentences(`${command.name}: ${command.summary}`, need, held, now);
    return {
      text,
      blocks: [{ kind: 'text', text }],
      visibility: 'sender',
      data: { verb: command.name, names },
    };
  },
});
