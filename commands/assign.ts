import { decide } from '#src/chat/decide';
import { says } from '#src/chat/parse';
import { refusal } from '#src/chat/views/refusal';
import { shown } from '#src/chat/views/words';
import { arg, defineCommand } from '#src/command';

const args = {
  finding: arg.word('the finding, such as F-7K3QX').required,
  owner: arg.person('who takes it: @name, me, or nobody', { after: ['to'] }).required,
};

export default defineCommand({
  name: 'assign',
  summary: 'Gives a finding an owner, or hands it back.',
  examples: ['assign F-7K3QX me', 'assign F-7K3QX to @ann', 'assign F-7K3QX nobody'],
  role: 'responder',
  to: 'assign a finding',
  changes: true,
  args,
  async run(values, call) {
    const { people, findings } = call.services;
    const nobody = /^(nobody|none)$/i.test(values.owner);
    const owner = nobody ? null : await people.resolve(values.owner, call);
    if (owner === null && !nobody)
      return refusal({
        says: `Nobody here is known as “${values.owner}”.`,
        next: 'Write @name, me, or nobody.',
      });
    const before = (await findings.get(values.finding))?.finding;
    if (before && before.owner === (owner?.id ?? null)) {
      const text = owner === null ? 'It has no owner already.' : `${shown(owner.name, 40)} has it already.`;
      return { text, blocks: [{ kind: 'text', text }], visibility: 'sender' };
    }
    return decide(values.finding, call, {
      act: () => findings.assign(values.finding, owner?.id ?? null, call),
      again: (finding) => says({ name: 'assign', args }, { ...values, finding }),
      lead: (f) =>
        owner === null
          ? `You left ${f.handle} without an owner.`
          : `You assigned ${f.handle} to ${owner.name}.`,
    });
  },
});
